using System.Text;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>
/// The songs of one library, indexed for matching and search. Immutable: built once, and shared by every run and page of its account. A
/// change of the library makes a new index that shares the unchanged parts.
/// </summary>
public sealed class LibraryIndex
{
    private readonly IndexPart[] _parts;
    private readonly RemovedSongs[] _removed;
    private readonly Lazy<SongSearch> _search;
    private readonly Lazy<LibraryPaths> _paths;

    private LibraryIndex(IndexPart[] parts, RemovedSongs[] removed)
    {
        _parts = parts;
        _removed = removed;
        Songs = new SongList(this);
        _search = new(() => new SongSearch(this));
        _paths = new(() => new LibraryPaths(Walk()));
    }

    /// <summary>
    /// Whether the server makes up the paths that do not begin at a root: Navidrome does, from the tags, unless an administrator has it report real
    /// ones, which are absolute.
    /// </summary>
    public bool MakesUpRelativePaths { get; private init; }

    /// <summary>Whether the songs' paths are those of their files; null where the server tells none.</summary>
    public bool? HasRealPaths => _paths.Value is { HasPaths: true, IsAbsolute: var isAbsolute } ? isAbsolute || !MakesUpRelativePaths : null;

    /// <summary>The folder that all songs lie below, with its slash at the end; empty where the server tells paths below its music folder.</summary>
    public string MusicFolder => _paths.Value.Root;

    /// <summary>Every song. They are made as they are asked for: keep what you need of one, not the list.</summary>
    public IReadOnlyList<Song> Songs { get; }

    /// <summary>The number of songs.</summary>
    public int Count => Songs.Count;

    /// <summary>The tables with the songs, each with its songs that no longer count. This is what the database stores.</summary>
    public IReadOnlyList<(SongTable Table, RemovedSongs Removed)> Parts => [.. _parts.Select((part, i) => (part.Table, _removed[i]))];

    /// <summary>Whether there is a song with this id. Cheaper than <see cref="Find"/>, which creates the song.</summary>
    /// <param name="id">The server's id.</param>
    public bool Holds(string id) => Locate(id) is not null;

    /// <summary>Builds the index. Ids must be unique.</summary>
    public static LibraryIndex Build(IReadOnlyList<Song> songs) => Of([(songs as SongTable ?? SongTable.Of(songs), RemovedSongs.None)]);

    /// <summary>Builds the index from stored tables.</summary>
    public static LibraryIndex Of(IReadOnlyList<(SongTable Table, RemovedSongs Removed)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new([.. parts.Select(part => IndexPart.Of(part.Table))], [.. parts.Select(part => part.Removed)]);
    }

    /// <summary>The index after a change of the library. It costs about as much as building an index of only the changed songs.</summary>
    /// <param name="change">The new, changed and removed songs.</param>
    public LibraryIndex With(LibraryChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.IsEmpty)
        {
            return this;
        }

        var gone = _parts.Select(_ => new List<int>()).ToArray();
        foreach (var id in change.RemovedIds.Concat(change.Songs.Select(song => song.Id)))
        {
            if (Locate(id) is var (part, number))
            {
                gone[part].Add(number);
            }
        }

        var removed = _removed.Select((before, part) => before.With(_parts[part].Table.Count, gone[part])).ToArray();
        return new(change.Songs.Count == 0 ? _parts : [.. _parts, IndexPart.Of(SongTable.Of(change.Songs))], change.Songs.Count == 0 ? removed : [.. removed, RemovedSongs.None])
        {
            MakesUpRelativePaths = MakesUpRelativePaths,
        };
    }

    /// <summary>The same index, which knows whether its server makes paths up.</summary>
    /// <param name="makesUpRelativePaths">See <see cref="MakesUpRelativePaths"/>.</param>
    public LibraryIndex WithPaths(bool makesUpRelativePaths)
        => makesUpRelativePaths == MakesUpRelativePaths ? this : new(_parts, _removed) { MakesUpRelativePaths = makesUpRelativePaths };

    /// <summary>The song with this id, or null.</summary>
    public Song? Find(string id) => FindReading(id)?.Song;

    /// <summary>
    /// Songs whose title, artists or album contain every word of the text. Words may be incomplete at the end, as while typing. Best first.
    /// If no song contains all words, those with the most words.
    /// </summary>
    /// <param name="text">The text that the user typed.</param>
    /// <param name="limit">The maximum number of songs.</param>
    public IReadOnlyList<Song> Search(string text, int limit) => _search.Value.Find(text, limit);

    internal SongReading? FindReading(string id)
        => id is not null && Locate(id) is var (part, number) ? new SongReading(_parts[part], number) : null;

    /// <summary>The song that the path of a file means; null where there is none, or more than one, or the server makes paths up.</summary>
    /// <param name="location">The path.</param>
    /// <param name="segments">How many folders and file are the same.</param>
    internal SongReading? WithPath(string location, out int segments)
    {
        segments = 0;
        return HasRealPaths == true ? _paths.Value.Find(location, out segments) : null;
    }

    /// <summary>The songs with this recording code; of very many those that are nearest to the track.</summary>
    internal IReadOnlyList<SongReading> WithIsrc(string isrc, SongProbe probe)
    {
        var sieve = new SongSieve(probe);
        for (var i = 0; i < _parts.Length; i++)
        {
            sieve.Enter(_parts[i], _removed[i]);
            _parts[i].FindIsrc(isrc, ref sieve);
        }

        return sieve.Take([]);
    }

    /// <summary>The songs with this MusicBrainz recording. If there are very many, those nearest to the track.</summary>
    internal IReadOnlyList<SongReading> WithMbid(string mbid, SongProbe probe)
    {
        var sieve = new SongSieve(probe);
        for (var i = 0; i < _parts.Length; i++)
        {
            sieve.Enter(_parts[i], _removed[i]);
            _parts[i].FindMbid(mbid, ref sieve);
        }

        return sieve.Take([]);
    }

    /// <summary>The songs with exactly this title whose artist has exactly this name, or a name that cannot be compared.</summary>
    internal IReadOnlyList<SongReading> Exactly(SongProbe probe)
    {
        var sieve = new SongSieve(probe);
        for (var i = 0; i < _parts.Length; i++)
        {
            sieve.Enter(_parts[i], _removed[i]);
            _parts[i].FindExact(probe, ref sieve);
        }

        return sieve.Take([]);
    }

    /// <summary>The songs with exactly this title by any artist. If there are very many, those nearest to the track by album and
    /// length.</summary>
    internal IReadOnlyList<SongReading> Titled(SongProbe probe)
    {
        var sieve = new SongSieve(probe);
        for (var i = 0; i < _parts.Length; i++)
        {
            sieve.Enter(_parts[i], _removed[i]);
            _parts[i].FindTitled(probe, ref sieve);
        }

        return sieve.Take([]);
    }

    /// <summary>The search for songs whose title or artist is written differently.</summary>
    internal NearSearch Near(SongProbe probe) => new(_parts, _removed, probe);

    /// <summary>The parts, each with its songs that no longer count.</summary>
    internal IEnumerable<(IndexPart Part, RemovedSongs Removed)> Walk() => _parts.Select((part, i) => (part, _removed[i]));

    /// <summary>The number of songs after a change.</summary>
    internal int CountAfter(LibraryChange change)
        => Count - change.RemovedIds.Count + change.Songs.Count(song => Locate(song.Id) is null);

    /// <summary>How many songs have an ISRC, and how many a MusicBrainz recording.</summary>
    internal (int WithIsrc, int WithRecordingMbid) CountCodes()
    {
        var (isrcs, mbids) = (0, 0);
        foreach (var (part, removed) in Walk())
        {
            for (var i = 0; i < part.Table.Count; i++)
            {
                if (!removed.Contains(i))
                {
                    isrcs += part.Table.Isrcs[i].IsEmpty ? 0 : 1;
                    mbids += part.Table.Mbids[i].IsEmpty ? 0 : 1;
                }
            }
        }

        return (isrcs, mbids);
    }

    /// <summary>The ids of the songs on these albums.</summary>
    internal IEnumerable<string> FindByAlbum(IReadOnlyCollection<string> albumIds)
    {
        var wanted = albumIds.Where(id => id.Length > 0).ToHashSet(StringComparer.Ordinal);
        foreach (var (part, removed) in Walk())
        {
            var table = part.Table;
            var isWanted = new bool[table.AlbumIds.Count];
            for (var album = 0; album < isWanted.Length; album++)
            {
                isWanted[album] = wanted.Contains(table.AlbumIds.TextOf(album));
            }

            for (var i = 0; i < table.Count; i++)
            {
                if (isWanted[table.Albums[i]] && !removed.Contains(i))
                {
                    yield return table.Ids.TextOf(i);
                }
            }
        }
    }

    /// <summary>The position of the song with this id, in UTF-8. Null if there is none.</summary>
    internal (int Part, int Number)? Locate(ReadOnlySpan<byte> id)
    {
        // The newest part first: an older one may hold the song's earlier state.
        for (var part = _parts.Length - 1; part >= 0; part--)
        {
            if (_parts[part].Find(id) is >= 0 and var number && !_removed[part].Contains(number))
            {
                return (part, number);
            }
        }

        return null;
    }

    private (int Part, int Number)? Locate(string id)
    {
        Span<byte> bytes = id.Length <= 128 ? stackalloc byte[id.Length * 3] : new byte[id.Length * 3];
        return Locate(bytes[..Encoding.UTF8.GetBytes(id, bytes)]);
    }

    /// <summary>The songs of all parts in order, without removed ones.</summary>
    private sealed class SongList : IReadOnlyList<Song>
    {
        private readonly LibraryIndex _index;

        // Only parts with gaps need a list of the remaining songs, and only for access by number.
        private readonly Lazy<int[][]> _numbers;

        public SongList(LibraryIndex index)
        {
            _index = index;
            _numbers = new(() => [.. index._parts.Select((part, i) => index._removed[i].Rest(part.Table.Count))]);
            Count = index._parts.Select((part, i) => part.Table.Count - index._removed[i].Count).Sum();
        }

        public int Count { get; }

        public Song this[int index]
        {
            get
            {
                ArgumentOutOfRangeException.ThrowIfNegative(index);
                for (var part = 0; part < _index._parts.Length; part++)
                {
                    var table = _index._parts[part].Table;
                    var count = table.Count - _index._removed[part].Count;
                    if (index < count)
                    {
                        return table[_index._removed[part].Count == 0 ? index : _numbers.Value[part][index]];
                    }

                    index -= count;
                }

                throw new ArgumentOutOfRangeException(nameof(index));
            }
        }

        public IEnumerator<Song> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
            {
                yield return this[i];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
