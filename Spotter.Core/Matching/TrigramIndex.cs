using System.Buffers;

namespace Spotter.Core.Matching;

/// <summary>Finds keys that share most of their three-letter pieces: what survives a typing mistake.</summary>
internal sealed class TrigramIndex
{
    // Two mistakes in a title of twelve letters leave about half of the pieces.
    private const double LeastShare = 0.4;
    private const int MostFound = 250;

    private readonly Postings<ulong> _songs;
    private readonly int _count;

    private TrigramIndex(Postings<ulong> songs, int count)
    {
        _songs = songs;
        _count = count;
    }

    /// <summary>The songs that share most with the key, at most a few hundred; the same whatever the library's order.</summary>
    public int[] Find(string key)
    {
        var pieces = PiecesOf(key).Distinct().OrderBy(piece => _songs[piece].Length).ThenBy(piece => piece).ToArray();
        var needed = Math.Max(1, (int)Math.Ceiling(pieces.Length * LeastShare));
        var counts = ArrayPool<byte>.Shared.Rent(_count);
        var touched = new List<int>();
        try
        {
            Array.Clear(counts, 0, _count);
            for (var p = 0; p < pieces.Length; p++)
            {
                // A song that has none of the rare pieces cannot reach the share with the frequent ones that are left.
                var mayOpen = pieces.Length - p >= needed;
                foreach (var song in _songs[pieces[p]])
                {
                    if (counts[song] > 0)
                    {
                        counts[song] += counts[song] < byte.MaxValue ? (byte)1 : (byte)0;
                    }
                    else if (mayOpen)
                    {
                        counts[song] = 1;
                        touched.Add(song);
                    }
                }
            }

            return Best(touched, counts, needed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(counts);
        }
    }

    // Takes whole levels of agreement, never part of one, so that order cannot matter.
    private static int[] Best(List<int> touched, byte[] counts, int needed)
    {
        var found = touched.Where(song => counts[song] >= needed).GroupBy(song => counts[song]).OrderByDescending(level => level.Key);
        var best = new List<int>();
        foreach (var level in found)
        {
            if (best.Count >= MostFound)
            {
                break;
            }

            best.AddRange(level);
        }

        return [.. best];
    }

    private static IEnumerable<ulong> PiecesOf(string key)
    {
        var padded = $" {key} ";
        for (var i = 0; i + 2 < padded.Length; i++)
        {
            yield return ((ulong)padded[i] << 32) | ((ulong)padded[i + 1] << 16) | padded[i + 2];
        }
    }

    internal sealed class Builder
    {
        private readonly Postings<ulong>.Builder _songs = new();
        private int _count;

        public void Add(string key, int song)
        {
            _count = song + 1;
            foreach (var piece in PiecesOf(key))
            {
                _songs.Add(piece, song);
            }
        }

        public TrigramIndex Build() => new(_songs.Build(), _count);
    }
}
