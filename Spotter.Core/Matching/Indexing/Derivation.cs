using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>The single pass over a table: reads each credit, album and title once and builds the structures that find the songs.</summary>
internal sealed class Derivation
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("-–—/|");

    private readonly SongTable _table;
    private readonly ArtistNames.Builder _names = new();
    private readonly HashPostings.Builder _titleHashes;
    private readonly List<int> _guestNames = [];
    private readonly List<int> _guestSongs = [];
    private readonly int[][] _namesByCredit;
    private readonly int[][] _namesByAlbum;

    public Derivation(SongTable table)
    {
        _table = table;
        _titleHashes = new(table.Count + (table.Count / 4));
        Letters = new Vector128<byte>[table.Count];
        TitleTags = new uint[table.Count];
        SongTraits = new SongTraits[table.Count];
        Traits = new CreditTraits[table.ArtistLines.Count];
        _namesByCredit = new int[table.ArtistLines.Count][];
        _namesByAlbum = new int[table.AlbumNames.Count][];
        AlbumHashes = new ulong[table.AlbumNames.Count];
        ReadCredits();
        ReadAlbums();
        ReadSongs();
        Ids = HashPostings.Of(HashesOf(table.Ids));
        Isrcs = CodesOf(table.Isrcs);
        Mbids = CodesOf(table.Mbids);
        Titles = _titleHashes.Build();
        SongsOfCredit = Grouping.Of(table.Credits, table.ArtistLines.Count);
        (NamesOfCredit, CreditsOfName) = Both(_namesByCredit, _names.Count);
        GuestsOfName = Grouping.Of(CollectionsMarshal.AsSpan(_guestNames), CollectionsMarshal.AsSpan(_guestSongs), _names.Count);
        Names = _names.Build();
    }

    public HashPostings Ids { get; }

    public HashPostings Isrcs { get; }

    public HashPostings Mbids { get; }

    public HashPostings Titles { get; }

    public Vector128<byte>[] Letters { get; }

    /// <summary>For each song, half of its title's hash.</summary>
    public uint[] TitleTags { get; }

    /// <summary>For each song, cheap properties: whether <see cref="GuestsOfName"/> leads to it, and the script of its title.</summary>
    public SongTraits[] SongTraits { get; }

    public ArtistNames Names { get; }

    public Grouping SongsOfCredit { get; }

    public Grouping NamesOfCredit { get; }

    public Grouping CreditsOfName { get; }

    /// <summary>For each name, the songs whose credit does not contain it: those of the album artist and of guests in the title.</summary>
    public Grouping GuestsOfName { get; }

    public CreditTraits[] Traits { get; }

    public ulong[] AlbumHashes { get; }

    private void ReadCredits()
    {
        for (var credit = 0; credit < _namesByCredit.Length; credit++)
        {
            var artists = _table.ArtistsOf(credit);
            var credits = ArtistCredits.Of([.. artists, _table.ArtistLines.TextOf(credit)]);

            // If the artists are listed separately, nobody misspells the line of all their names as one name.
            var single = artists.Length > 1 ? ArtistCredits.Of(artists) : credits;
            var joined = credits.Joined.Contains(' ', StringComparison.Ordinal);
            var names = new int[credits.Names.Count + (joined ? 1 : 0)];
            for (var i = 0; i < credits.Names.Count; i++)
            {
                names[i] = _names.Add(credits.Names[i], mayBeMisspelt: single == credits || single.Names.Contains(credits.Names[i]));
                Traits[credit] |= SongProbe.IsLatin(credits.Names[i]) ? CreditTraits.HasLatin : CreditTraits.HasOther;
            }

            if (joined)
            {
                names[^1] = _names.AddJoined(credits.Joined);
            }

            Traits[credit] |= credits.IsEmpty ? CreditTraits.IsEmpty : CreditTraits.None;
            _namesByCredit[credit] = names;
        }
    }

    private void ReadAlbums()
    {
        // An artist has several albums, usually one after the other.
        var known = new Dictionary<string, int[]>(StringComparer.Ordinal);
        for (var album = 0; album < _namesByAlbum.Length; album++)
        {
            AlbumHashes[album] = SongProbe.HashOfAlbum(_table.AlbumNames.FindText(album));
            var artist = _table.AlbumArtists.FindText(album);
            if (artist is null)
            {
                _namesByAlbum[album] = [];
                continue;
            }

            if (!known.TryGetValue(artist, out var names))
            {
                known[artist] = names = [.. ArtistCredits.Of([artist]).Names.Select(name => _names.Add(name))];
            }

            _namesByAlbum[album] = names;
        }
    }

    private void ReadSongs()
    {
        var buffer = new char[512];
        var scan = new TitleScan(stackalloc char[TitleScan.UsualText], stackalloc Range[TitleScan.UsualGuests]);
        for (var i = 0; i < _table.Count; i++)
        {
            AddGuests(_namesByAlbum[_table.Albums[i]], i);
            var text = _table.Titles.Read(i, ref buffer);
            text = SourceText.MayHoldEntity(text) ? SourceText.WithoutEntities(text.ToString()) : text;
            if (MayRepeatArtist(text, _table.Credits[i], _table.Albums[i]))
            {
                var written = text.ToString();
                var rest = SongReading.WithoutArtist(written, () => _table.CreditsOf(_table.Credits[i], _table.Albums[i]));
                if (!ReferenceEquals(rest, written))
                {
                    // The song is also found by its title as written.
                    TitleParser.Read(written, ref scan);
                    _titleHashes.Add(TextHash.OfCompact(scan.Key), i);
                }

                text = rest;
            }

            AddCuts(text, i);
            TitleParser.Read(text, ref scan);
            AddTitle(scan, i);
            if (OtherNames.IsInTwoScripts(text, out _, out var inside))
            {
                _titleHashes.Add(TextHash.OfCompact(TextNormalizer.Key(inside.ToString())), i);
            }

            foreach (var guest in scan.Featured)
            {
                foreach (var name in ArtistCredits.Of([text[guest].ToString()]).Names)
                {
                    AddGuests([_names.Add(name)], i);
                }
            }
        }

        scan.Dispose();
    }

    private void AddTitle(scoped TitleScan title, int i)
    {
        var hash = TextHash.OfCompact(title.Key);
        _titleHashes.Add(hash, i);
        TitleTags[i] = (uint)hash;
        if (title.HasSubtitle)
        {
            _titleHashes.Add(TextHash.OfCompact(title.BaseKey), i);
        }

        if (title.HasLatinKey)
        {
            _titleHashes.Add(TextHash.OfCompact(title.LatinKey), i);
        }

        var spoken = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        if (SpokenForm.TryAppend(title.Key, ref spoken, out _))
        {
            _titleHashes.Add(TextHash.OfCompact(spoken.Items), i);
        }

        spoken.CutTo(0);
        if (title.HasMarks && Digraphs.TryAppend(title.MarkedKey, ref spoken))
        {
            _titleHashes.Add(TextHash.OfCompact(TextNormalizer.Key(spoken.Items.ToString())), i);
        }

        spoken.Dispose();
        SongTraits[i] |= ForeignLetters.KindOf(title.Key) switch
        {
            ForeignLetters.Latin => Indexing.SongTraits.IsLatin,
            ForeignLetters.Foreign => Indexing.SongTraits.IsForeign,
            _ => Indexing.SongTraits.None,
        };
        Letters[i] = LetterCounts.Of(title.HasLatinKey ? title.LatinKey : title.Key);
    }

    // The album's name before or after the title, or the artist's after it: the song is also found by the rest.
    private void AddCuts(ReadOnlySpan<char> title, int i)
    {
        if (title.Length > TitleParser.LongestSplit)
        {
            return;
        }

        for (var dash = NextSeparator(title, 0); dash >= 0; dash = NextSeparator(title, dash + 1))
        {
            var head = title[..dash].Trim();
            var tail = title[(dash + 1)..].Trim();
            if (IsText(_table.AlbumNames[_table.Albums[i]], head))
            {
                _titleHashes.Add(TextHash.OfCompact(TitleParser.Parse(tail.ToString()).Key), i);
            }
            else if (IsText(_table.AlbumNames[_table.Albums[i]], tail) || IsText(_table.ArtistLines[_table.Credits[i]], tail))
            {
                _titleHashes.Add(TextHash.OfCompact(TitleParser.Parse(head.ToString()).Key), i);
            }
        }
    }

    // The next dash, slash or bar with blanks around it, or -1 if there is none.
    private static int NextSeparator(ReadOnlySpan<char> title, int from)
    {
        for (var at = from; at < title.Length;)
        {
            var ahead = title[at..].IndexOfAny(Separators);
            if (ahead < 0)
            {
                return -1;
            }

            at += ahead;
            if (at > 0 && at + 1 < title.Length && title[at - 1] == ' ' && title[at + 1] == ' ')
            {
                return at;
            }

            at++;
        }

        return -1;
    }

    private static bool IsText(ReadOnlySpan<byte> stored, ReadOnlySpan<char> text)
        => !text.IsEmpty && stored.Length >= text.Length && stored.Length <= 3 * text.Length && (text[0] >= 128 || (stored[0] | 0x20) == (text[0] | 0x20))
            && Encoding.UTF8.GetString(stored).AsSpan().Equals(text, StringComparison.OrdinalIgnoreCase);

    // Most dashes separate something else: only after the name of one of the song's artists does the title need careful reading.
    private bool MayRepeatArtist(ReadOnlySpan<char> title, int credit, int album)
    {
        if (title.Length > TitleParser.LongestSplit)
        {
            return false;
        }

        for (var dash = NextSeparator(title, 0); dash >= 0; dash = NextSeparator(title, dash + 1))
        {
            foreach (var name in ArtistCredits.Of([title[..dash].ToString()]).Names)
            {
                if (_names.Find(name) is { } number && (_namesByCredit[credit].AsSpan().Contains(number) || _namesByAlbum[album].AsSpan().Contains(number)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void AddGuests(ReadOnlySpan<int> names, int i)
    {
        foreach (var name in names)
        {
            if (!_namesByCredit[_table.Credits[i]].AsSpan().Contains(name))
            {
                _guestNames.Add(name);
                _guestSongs.Add(i);
                SongTraits[i] |= Indexing.SongTraits.HasGuests;
            }
        }
    }

    private static ulong[] HashesOf(TextColumn column)
    {
        var hashes = GC.AllocateUninitializedArray<ulong>(column.Count);
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = TextHash.Of(column[i]);
        }

        return hashes;
    }

    private static HashPostings CodesOf(TextColumn column)
    {
        var codes = new HashPostings.Builder(column.Count);
        for (var i = 0; i < column.Count; i++)
        {
            var rest = column[i];
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOf((byte)' ');
                codes.Add(TextHash.Of(end < 0 ? rest : rest[..end]), i);
                rest = end < 0 ? default : rest[(end + 1)..];
            }
        }

        return codes.Build();
    }

    private static (Grouping ByFirst, Grouping BySecond) Both(int[][] lists, int seconds)
    {
        var total = lists.Sum(list => list.Length);
        var (first, second) = (new int[total], new int[total]);
        var at = 0;
        for (var i = 0; i < lists.Length; i++)
        {
            foreach (var member in lists[i])
            {
                (first[at], second[at]) = (i, member);
                at++;
            }
        }

        return (Grouping.Of(first, second, lists.Length), Grouping.Of(second, first, seconds));
    }
}
