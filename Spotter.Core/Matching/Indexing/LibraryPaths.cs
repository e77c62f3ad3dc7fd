using System.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// The paths of a library, and the songs by them. Laid out when the first path is asked for: most playlists have none, and most servers of the kind of
/// Navidrome make theirs up.
/// </summary>
internal sealed class LibraryPaths
{
    // Of more songs whose paths end alike nobody can say which is meant, and the work is bounded.
    private const int MostAlike = 1_000;

    private readonly (IndexPart Part, RemovedSongs Removed)[] _parts;
    private readonly Lazy<(HashPostings Files, HashPostings Ends)> _postings;
    private readonly int[] _starts;
    private readonly int _rootBytes;

    public LibraryPaths(IEnumerable<(IndexPart Part, RemovedSongs Removed)> parts)
    {
        _parts = [.. parts];
        _starts = new int[_parts.Length];
        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] = _starts[i - 1] + _parts[i - 1].Part.Table.Count;
        }

        var (hasPaths, root) = Survey();
        HasPaths = hasPaths;
        IsAbsolute = hasPaths && root is not null;
        _rootBytes = root?.Length ?? 0;
        Root = root is null ? "" : Encoding.UTF8.GetString(root);
        _postings = new(LayOut);
    }

    /// <summary>Whether the server tells any path.</summary>
    public bool HasPaths { get; }

    /// <summary>Whether every path begins at the root of a system.</summary>
    public bool IsAbsolute { get; }

    /// <summary>The folder that all songs lie below, with its slash at the end; empty where paths are not absolute.</summary>
    public string Root { get; }

    /// <summary>
    /// The song that a path means: the one with the very path, or the only one whose own path below the music folder is the end of it, or of whose
    /// path it is the end. Null where there is none or more than one.
    /// </summary>
    /// <param name="location">The path.</param>
    /// <param name="segments">How many folders and file are the same.</param>
    public SongReading? Find(string location, out int segments)
    {
        var wanted = PathSegments.Of(location);
        var looked = 0;
        // Where a folder is known, songs of the same file in the same folder, and those that lie in no folder.
        List<Candidate>? found = wanted.Length == 0 ? [] : wanted.Length == 1
            ? Alike(_postings.Value.Files, 1, same => same == 1, wanted, location, ref looked)
            : Alike(_postings.Value.Ends, 2, same => same > 1, wanted, location, ref looked) is { } below
                && Alike(_postings.Value.Ends, 1, same => same == 1, wanted, location, ref looked) is { } above ? [.. below, .. above]
            : null;
        var best = found is null ? default
            : found.Where(candidate => candidate.IsWhole).ToList() is [var whole] ? whole
            : found is [var only] && (only.Segments > 1 || IsOnlyFile(wanted, location)) ? only : default;
        segments = best.Segments;
        return best.Song;
    }

    /// <summary>The songs with this end of a path of which one path is the end of the other; null where too many are alike.</summary>
    private List<Candidate>? Alike(HashPostings postings, int count, Predicate<int> isEnough, string[] wanted, string location, ref int looked)
    {
        var found = new List<Candidate>();
        foreach (var number in postings[PathSegments.HashOfTail(wanted, count)])
        {
            if (++looked > MostAlike)
            {
                return null;
            }

            var (part, place) = At(number);
            var path = _parts[part].Part.Table.Paths[place];
            var own = PathSegments.Of(Encoding.UTF8.GetString(path[_rootBytes..]));
            var same = PathSegments.CommonTail(own, wanted);
            if (isEnough(same) && (same == own.Length || same == wanted.Length))
            {
                found.Add(new(new SongReading(_parts[part].Part, place), same, IsWhole(path, location)));
            }
        }

        return found;
    }

    /// <summary>Whether no other song's file bears the name.</summary>
    private bool IsOnlyFile(string[] wanted, string location)
    {
        var looked = 0;
        return Alike(_postings.Value.Files, 1, _ => true, [wanted[^1]], location, ref looked) is [_];
    }

    private static bool IsWhole(ReadOnlySpan<byte> path, string location)
        => Encoding.UTF8.GetString(path).Replace('\\', '/').Equals(location.Replace('\\', '/'), StringComparison.OrdinalIgnoreCase);

    private (int Part, int Place) At(int number)
    {
        var part = Array.BinarySearch(_starts, number);
        part = part < 0 ? ~part - 1 : part;
        // An empty part begins where the next one does.
        while (part + 1 < _starts.Length && _starts[part + 1] <= number)
        {
            part++;
        }

        return (part, number - _starts[part]);
    }

    /// <summary>Whether there are paths, and the folder above all of them where every one is absolute.</summary>
    private (bool HasPaths, byte[]? Root) Survey()
    {
        byte[]? first = null;
        var (length, isAbsolute) = (0, true);
        foreach (var (_, path) in Walk())
        {
            var bytes = path.Span;
            if (first is null)
            {
                first = bytes.ToArray();
                length = first.Length;
            }

            isAbsolute &= PathSegments.IsAbsolute(bytes);
            length = Math.Min(length, first.AsSpan(0, length).CommonPrefixLength(bytes));
        }

        if (first is null || !isAbsolute)
        {
            return (first is not null, null);
        }

        // To the last slash: what is the same behind it is the beginning of a name.
        length = first.AsSpan(0, length).LastIndexOfAny((byte)'/', (byte)'\\') + 1;
        return (true, first[..length]);
    }

    private (HashPostings Files, HashPostings Ends) LayOut()
    {
        var files = new HashPostings.Builder(0);
        var ends = new HashPostings.Builder(0);
        foreach (var (number, path) in Walk())
        {
            var own = PathSegments.Of(Encoding.UTF8.GetString(path.Span[_rootBytes..]));
            if (own.Length > 0)
            {
                files.Add(PathSegments.HashOfTail(own, 1), number);
                ends.Add(PathSegments.HashOfTail(own, Math.Min(own.Length, 2)), number);
            }
        }

        return (files.Build(), ends.Build());
    }

    private IEnumerable<(int Number, ReadOnlyMemory<byte> Path)> Walk()
    {
        for (var part = 0; part < _parts.Length; part++)
        {
            var table = _parts[part].Part.Table;
            for (var i = 0; i < table.Count; i++)
            {
                if (!_parts[part].Removed.Contains(i) && table.Paths.MemoryOf(i) is { IsEmpty: false } path)
                {
                    yield return (_starts[part] + i, path);
                }
            }
        }
    }

    /// <summary>A song whose path and the wanted one end alike.</summary>
    /// <param name="Song">The song.</param>
    /// <param name="Segments">How many folders and file are the same.</param>
    /// <param name="IsWhole">Whether it is the very path.</param>
    private readonly record struct Candidate(SongReading? Song, int Segments, bool IsWhole);
}
