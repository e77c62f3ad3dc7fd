using System.Text;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>
/// The songs of one library, indexed for matching and search. Immutable: built once, shared by every run and page of its account. What changes
/// in the library makes a new index, which shares the parts that stay.
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

    /// <summary>How many songs there are.</summary>
    public int Count => Songs.Count;

    /// <summary>The tables that the songs stand in, with those of their songs that count no more: what is kept in the database.</summary>
    public IReadOnlyList<(SongTable Table, RemovedSongs Removed)> Parts => [.. _parts.Select((part, i) => (part.Table, _removed[i]))];

    /// <summary>Whether there is a song under this id: costs nothing, where <see cref="Find"/> makes the song.</summary>
    /// <param name="id">The server's id.</param>
    public bool Holds(string id) => Locate(id) is not null;

    /// <summary>Builds the index. Ids must be unique.</summary>
    public static LibraryIndex Build(IReadOnlyList<Song> songs) => Of([(songs as SongTable ?? SongTable.Of(songs), RemovedSongs.None)]);

    /// <summary>The index of tables that were kept.</summary>
    public static LibraryIndex Of(IReadOnlyList<(SongTable Table, RemovedSongs Removed)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return new([.. parts.Select(part => IndexPart.Of(part.Table))], [.. parts.Select(part => part.Removed)]);
    }

    /// <summary>The index after a change of the library: costs about as much as building one of the changed songs alone.</summary>
    /// <param name="change">What is new, changed and gone.</param>
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
    /// Songs whose title, artists or album hold every word of the text; the last letters of a word may be missing, as while typing. Best first.
    /// Where no song holds all words, those that hold most of them.
    /// </summary>
    /// <param name="text">What the user typed.</param>
    /// <param name="limit">How many songs at most.</param>
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

    /// <summary>The songs with this MusicBrainz recording; of very many those that are nearest to the track.</summary>
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

    /// <summary>The songs with the very title whose artist has the very name, or one that cannot be compared.</summary>
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

    /// <summary>The songs with the very title, whoever plays them; of very many those that are nearest to the track by album and length.</summary>
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

    /// <summary>The search for songs that may be meant although title or artist are written otherwise.</summary>
    internal NearSearch Near(SongProbe probe) => new(_parts, _removed, probe);

    /// <summary>The parts, each with those of its songs that count no more.</summary>
    internal IEnumerable<(IndexPart Part, RemovedSongs Removed)> Walk() => _parts.Select((part, i) => (part, _removed[i]));

    /// <summary>How many songs there are after a change.</summary>
    internal int CountAfter(LibraryChange change)
        => Count - change.RemovedIds.Count + change.Songs.Count(song => Locate(song.Id) is null);

    /// <summary>How many songs carry an ISRC, and how many a MusicBrainz recording.</summary>
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

    /// <summary>The ids of the songs that stand in one of these albums.</summary>
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

    /// <summary>Where the song with this id, in UTF-8, stands; null where there is none.</summary>
    internal (int Part, int Number)? Locate(ReadOnlySpan<byte> id)
    {
        // The newest part first: an older one may hold the song as it was.
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

    /// <summary>The songs of all parts, one after the other, without those removed.</summary>
    private sealed class SongList : IReadOnlyList<Song>
    {
        private readonly LibraryIndex _index;

        // Only parts with gaps need a list of what is left, and only where somebody asks by number.
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
