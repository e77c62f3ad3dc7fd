using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>What finds the songs of one table: by id, by codes, by title, by artist. Immutable.</summary>
internal sealed class IndexPart
{
    private const int Remembered = 2048;

    private readonly HashPostings _ids;
    private readonly HashPostings _isrcs;
    private readonly HashPostings _mbids;
    private readonly HashPostings _titles;
    private readonly Vector128<byte>[] _letters;
    private readonly uint[] _titleTags;
    private readonly bool[] _hasGuests;
    private readonly Grouping _songsOfCredit;
    private readonly Grouping _namesOfCredit;
    private readonly Grouping _creditsOfName;
    private readonly Grouping _guestsOfName;
    private readonly CreditTraits[] _traits;
    private readonly ulong[] _albumHashes;
    private readonly ReadingCache<ArtistCredits> _knownArtists = new(Remembered);
    private readonly ReadingCache<AlbumName> _knownAlbums = new(Remembered);

    private IndexPart(SongTable table, Derivation made)
    {
        Table = table;
        _ids = made.Ids;
        _isrcs = made.Isrcs;
        _mbids = made.Mbids;
        _titles = made.Titles;
        _letters = made.Letters;
        _titleTags = made.TitleTags;
        _hasGuests = made.HasGuests;
        Names = made.Names;
        _songsOfCredit = made.SongsOfCredit;
        _namesOfCredit = made.NamesOfCredit;
        _creditsOfName = made.CreditsOfName;
        _guestsOfName = made.GuestsOfName;
        _traits = made.Traits;
        _albumHashes = made.AlbumHashes;
    }

    [Flags]
    private enum CreditTraits : byte
    {
        /// <summary>Nothing particular.</summary>
        None = 0,

        /// <summary>Nobody is named.</summary>
        IsEmpty = 1,

        /// <summary>A name is written in Latin letters.</summary>
        HasLatin = 2,

        /// <summary>A name is written in other letters.</summary>
        HasOther = 4,
    }

    public SongTable Table { get; }

    /// <summary>The names of all artists, album artists and guests.</summary>
    public ArtistNames Names { get; }

    /// <summary>Reads the table once and lays out what finds its songs.</summary>
    public static IndexPart Of(SongTable table) => new(table, new Derivation(table));

    /// <summary>Where the song with this id stands, or -1.</summary>
    public int Find(string id)
    {
        Span<byte> bytes = stackalloc byte[256];
        var wanted = Utf8(id, bytes);
        foreach (var i in _ids[TextHash.Of(wanted)])
        {
            if (Table.Ids[i].SequenceEqual(wanted))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The songs with this recording code.</summary>
    public void FindIsrc(string isrc, ref SongSieve sieve)
    {
        Span<byte> bytes = stackalloc byte[64];
        var wanted = Utf8(isrc, bytes);
        foreach (var i in _isrcs[TextHash.Of(wanted)])
        {
            if (Table.Isrcs[i].IndexOf(wanted) >= 0)
            {
                sieve.Add(i);
            }
        }
    }

    /// <summary>The songs with this MusicBrainz recording.</summary>
    public void FindMbid(string mbid, ref SongSieve sieve)
    {
        Span<byte> bytes = stackalloc byte[64];
        var wanted = Utf8(mbid, bytes);
        foreach (var i in _mbids[TextHash.Of(wanted)])
        {
            if (Table.Mbids[i].SequenceEqual(wanted))
            {
                sieve.Add(i);
            }
        }
    }

    /// <summary>The songs with the very title by an artist of the very name, or by one whose name cannot be compared.</summary>
    public void FindExact(SongProbe probe, ref SongSieve sieve)
    {
        var names = new List<int>();
        Names.FindEqual(probe.Artists, names);
        foreach (var i in _titles[probe.TitleHash])
        {
            var credit = Table.Credits[i];
            if (HasAny(_namesOfCredit[credit], names) || CannotCompare(probe, credit) || IsGuest(names, i))
            {
                sieve.Add(i);
            }
        }
    }

    /// <summary>The songs with the very title, with or without a subtitle, and those with one like it, by an artist of the same name or one that cannot be compared.</summary>
    /// <param name="probe">What is looked for.</param>
    /// <param name="withAlikeNames">Whether the artist's name may be misspelt too.</param>
    /// <param name="sieve">Where the songs go.</param>
    public void FindNear(SongProbe probe, bool withAlikeNames, ref SongSieve sieve)
    {
        var names = new List<int>();
        Names.FindEqual(probe.Artists, names);
        if (withAlikeNames)
        {
            Names.FindAlike(probe.Artists, names);
        }

        var credits = new HashSet<int>();
        foreach (var name in names)
        {
            foreach (var i in _guestsOfName[name])
            {
                AddIfAlike(probe, i, ref sieve);
            }

            foreach (var credit in _creditsOfName[name])
            {
                if (credits.Add(credit))
                {
                    foreach (var i in _songsOfCredit[credit])
                    {
                        AddIfAlike(probe, i, ref sieve);
                    }
                }
            }
        }

        foreach (var hash in probe.TitleHashes)
        {
            foreach (var i in _titles[hash])
            {
                var credit = Table.Credits[i];
                if (credits.Contains(credit) || hash == probe.WorkHash || CannotCompare(probe, credit) || IsGuest(names, i))
                {
                    sieve.Add(i);
                }
            }
        }
    }

    /// <summary>Whether the song has the very title.</summary>
    public bool HasTitle(SongProbe probe, int i) => _titleTags[i] == (uint)probe.TitleHash;

    /// <summary>How far the letters of the song's title are from those of the track's.</summary>
    public int LettersApart(SongProbe probe, int i) => LetterCounts.Difference(probe.Letters, _letters[i]);

    /// <summary>Whether the song's album has the name of the track's.</summary>
    public bool IsOnAlbum(ulong albumHash, int i) => albumHash != 0 && _albumHashes[Table.Albums[i]] == albumHash;

    /// <summary>A number that stands for the song's id: the same whatever its place.</summary>
    public uint IdHash(int i) => (uint)TextHash.Of(Table.Ids[i]);

    /// <summary>All artists that the song credits but the guests of its title.</summary>
    public ArtistCredits ArtistsOf(int i)
        => _knownArtists.GetOrMake(((ulong)(uint)Table.Credits[i] << 32) | (uint)Table.Albums[i], key => CreditsOf(Table, (int)(key >> 32), (int)key));

    public AlbumName? AlbumOf(int i)
        => Table.AlbumNames[Table.Albums[i]].IsEmpty ? null : _knownAlbums.GetOrMake((uint)Table.Albums[i], key => AlbumName.Of(Table.AlbumNames.TextOf((int)key))!);

    private static ArtistCredits CreditsOf(SongTable table, int credit, int album)
        => ArtistCredits.Of([.. table.ArtistsOf(credit), table.ArtistLines.TextOf(credit), table.AlbumArtists.FindText(album)]);

    private static ReadOnlySpan<byte> Utf8(string text, Span<byte> buffer)
        => Encoding.UTF8.TryGetBytes(text, buffer, out var length) ? buffer[..length] : Encoding.UTF8.GetBytes(text);

    private static bool HasAny(ReadOnlySpan<int> names, List<int> wanted)
    {
        foreach (var name in names)
        {
            if (wanted.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsGuest(List<int> names, int i)
    {
        if (!_hasGuests[i])
        {
            return false;
        }

        foreach (var name in names)
        {
            if (_guestsOfName[name].BinarySearch(i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool CannotCompare(SongProbe probe, int credit)
        => probe.Artists.IsEmpty || (_traits[credit] & CreditTraits.IsEmpty) != 0
            || (!probe.HasLatinArtist && (_traits[credit] & CreditTraits.HasOther) == 0)
            || (!probe.HasOtherArtist && (_traits[credit] & CreditTraits.HasLatin) == 0);

    private void AddIfAlike(SongProbe probe, int i, ref SongSieve sieve)
    {
        if (probe.MayBeAlike(_letters[i]))
        {
            sieve.Add(i);
        }
    }

    /// <summary>The one pass over a table.</summary>
    private sealed class Derivation
    {
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
            HasGuests = new bool[table.Count];
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

        /// <summary>For each song half of its title's hash.</summary>
        public uint[] TitleTags { get; }

        /// <summary>For each song whether <see cref="GuestsOfName"/> leads to it.</summary>
        public bool[] HasGuests { get; }

        public ArtistNames Names { get; }

        public Grouping SongsOfCredit { get; }

        public Grouping NamesOfCredit { get; }

        public Grouping CreditsOfName { get; }

        /// <summary>For each name the songs that its credit does not name: those of the album's artist and of the title's guests.</summary>
        public Grouping GuestsOfName { get; }

        public CreditTraits[] Traits { get; }

        public ulong[] AlbumHashes { get; }

        private void ReadCredits()
        {
            for (var credit = 0; credit < _namesByCredit.Length; credit++)
            {
                var artists = _table.ArtistsOf(credit);
                var credits = ArtistCredits.Of([.. artists, _table.ArtistLines.TextOf(credit)]);

                // Where the artists are told one by one, the line of all their names is no name that anybody misspells.
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
            // An artist has several albums, mostly one after the other.
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
                if (MayRepeatArtist(text, _table.Credits[i], _table.Albums[i]))
                {
                    text = SongReading.WithoutArtist(text.ToString(), () => CreditsOf(_table, _table.Credits[i], _table.Albums[i]));
                }

                TitleParser.Read(text, ref scan);
                AddTitle(scan, i);
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

            Letters[i] = LetterCounts.Of(title.HasLatinKey ? title.LatinKey : title.Key);
        }

        // Most dashes part something else: only before the name of one of the song's artists must the title be read with care.
        private bool MayRepeatArtist(ReadOnlySpan<char> title, int credit, int album)
        {
            for (var dash = title.IndexOfAny('-', '–', '—'); dash >= 0 && dash + 1 < title.Length && title.Length <= TitleParser.LongestSplit;)
            {
                if (dash > 0 && title[dash - 1] == ' ' && title[dash + 1] == ' ')
                {
                    var names = ArtistCredits.Of([title[..dash].ToString()]).Names;
                    foreach (var name in names)
                    {
                        if (_names.Find(name) is { } number && (_namesByCredit[credit].AsSpan().Contains(number) || _namesByAlbum[album].AsSpan().Contains(number)))
                        {
                            return true;
                        }
                    }
                }

                var next = title[(dash + 1)..].IndexOfAny('-', '–', '—');
                dash = next < 0 ? -1 : dash + 1 + next;
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
                    HasGuests[i] = true;
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
}
