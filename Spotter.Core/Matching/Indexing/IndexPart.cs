using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>Finds the songs of one table: by id, by code, by title, by artist. Immutable.</summary>
internal sealed class IndexPart
{
    private const int Remembered = 2048;

    private readonly HashPostings _ids;
    private readonly HashPostings _isrcs;
    private readonly HashPostings _mbids;
    private readonly HashPostings _titles;
    private readonly Vector128<byte>[] _letters;
    private readonly uint[] _titleTags;
    private readonly SongTraits[] _songTraits;
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
        _songTraits = made.SongTraits;
        Names = made.Names;
        _songsOfCredit = made.SongsOfCredit;
        _namesOfCredit = made.NamesOfCredit;
        _creditsOfName = made.CreditsOfName;
        _guestsOfName = made.GuestsOfName;
        _traits = made.Traits;
        _albumHashes = made.AlbumHashes;
    }

    public SongTable Table { get; }

    /// <summary>The names of all artists, album artists and guests.</summary>
    public ArtistNames Names { get; }

    /// <summary>Reads the table once and builds what finds its songs.</summary>
    public static IndexPart Of(SongTable table) => new(table, new Derivation(table));

    /// <summary>The position of the song with this id, in UTF-8, or -1.</summary>
    public int Find(ReadOnlySpan<byte> wanted)
    {
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

    /// <summary>The songs with exactly this title by an artist of exactly this name, or of a name that cannot be compared.</summary>
    public void FindExact(SongProbe probe, ref SongSieve sieve)
    {
        var names = new List<int>();
        Names.FindEqual(probe.Artists, names);
        foreach (var i in _titles[probe.TitleHash])
        {
            if (IsBy(CollectionsMarshal.AsSpan(names), i) || CannotCompare(probe, Table.Credits[i]))
            {
                sieve.Add(i);
            }
        }
    }

    /// <summary>
    /// The songs with exactly this title, with or without a subtitle, and those with a similar one, by the artists of these names. In the
    /// first pass also those with exactly this title by an artist whose name cannot be compared.
    /// </summary>
    /// <param name="probe">What to look for.</param>
    /// <param name="names">The names.</param>
    /// <param name="known">How many of them were used in an earlier pass. Null in the first pass.</param>
    /// <param name="sieve">Receives the songs.</param>
    public void FindNear(SongProbe probe, ReadOnlySpan<int> names, int? known, ref SongSieve sieve)
    {
        var added = names[(known ?? 0)..];
        for (var n = known ?? 0; n < names.Length; n++)
        {
            foreach (var i in _guestsOfName[names[n]])
            {
                AddIfAlike(probe, i, ref sieve);
            }

            foreach (var credit in _creditsOfName[names[n]])
            {
                // A credit with several of the names is read only once, for the first of them.
                if (!HasAny(_namesOfCredit[credit], names[..n]))
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
                if (IsBy(added, i) || (known is null && (hash == probe.WorkHash || CannotCompare(probe, Table.Credits[i]))))
                {
                    sieve.Add(i);
                }
            }
        }
    }

    /// <summary>The songs with exactly this title, or one that sounds the same.</summary>
    public void FindTitled(SongProbe probe, ref SongSieve sieve)
    {
        foreach (var hash in probe.SpokenHash == probe.TitleHash ? [probe.TitleHash] : (ReadOnlySpan<ulong>)[probe.TitleHash, probe.SpokenHash])
        {
            foreach (var i in _titles[hash])
            {
                sieve.Add(i);
            }
        }
    }

    /// <summary>Whether the song has exactly this title.</summary>
    public bool HasTitle(SongProbe probe, int i) => _titleTags[i] == (uint)probe.TitleHash;

    /// <summary>Whether the song's title is written exactly like this.</summary>
    public bool Reads(string title, int i) => IsText(Table.Titles[i], title);

    /// <summary>Whether the song's artists are written exactly like this.</summary>
    public bool IsCredited(string credit, int i) => IsText(Table.ArtistLines[Table.Credits[i]], credit);

    /// <summary>How much the letter counts of the song's title differ from those of the track's.</summary>
    public int LettersApart(SongProbe probe, int i) => LetterCounts.Difference(probe.Letters, _letters[i]);

    /// <summary>Whether the song's album has the name of the track's.</summary>
    public bool IsOnAlbum(ulong albumHash, int i) => albumHash != 0 && _albumHashes[Table.Albums[i]] == albumHash;

    /// <summary>A hash of the song's id, which does not depend on its position.</summary>
    public uint IdHash(int i) => (uint)TextHash.Of(Table.Ids[i]);

    /// <summary>All artists that the song credits, except guests in its title.</summary>
    public ArtistCredits ArtistsOf(int i)
        => _knownArtists.GetOrMake(((ulong)(uint)Table.Credits[i] << 32) | (uint)Table.Albums[i], key => Table.CreditsOf((int)(key >> 32), (int)key));

    public AlbumName? AlbumOf(int i)
        => Table.AlbumNames[Table.Albums[i]].IsEmpty ? null : _knownAlbums.GetOrMake((uint)Table.Albums[i], key => AlbumName.Of(Table.AlbumNames.TextOf((int)key))!);

    private static ReadOnlySpan<byte> Utf8(string text, Span<byte> buffer)
        => Encoding.UTF8.TryGetBytes(text, buffer, out var length) ? buffer[..length] : Encoding.UTF8.GetBytes(text);

    private static bool IsText(ReadOnlySpan<byte> stored, string text)
    {
        Span<byte> bytes = stackalloc byte[256];
        return stored.Length >= text.Length && stored.Length <= 3 * text.Length && stored.SequenceEqual(Utf8(text, bytes));
    }

    private static bool HasAny(ReadOnlySpan<int> names, ReadOnlySpan<int> wanted)
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

    private bool IsBy(ReadOnlySpan<int> names, int i) => HasAny(_namesOfCredit[Table.Credits[i]], names) || IsGuest(names, i);

    private bool IsGuest(ReadOnlySpan<int> names, int i)
    {
        if ((_songTraits[i] & SongTraits.HasGuests) == 0)
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
        if (probe.MayBeAlike(_letters[i]) || ((_songTraits[i] & probe.OtherLetters) != 0 && probe.IsAsLong(Table.DurationOf(i))))
        {
            sieve.Add(i);
        }
    }
}
