using System.Numerics;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// An inverted index: for each key, known by its hash, the numbers of those that have it. All entries lie in one array, in buckets chosen by the
/// first bits of the hash; each carries its last 32 bits. What the other bits hide, the caller sees by looking at what it found.
/// </summary>
internal sealed class HashPostings
{
    private readonly int[] _starts;
    private readonly ulong[] _entries;
    private readonly int _shift;

    private HashPostings(int[] starts, ulong[] entries, int shift)
    {
        _starts = starts;
        _entries = entries;
        _shift = shift;
    }

    /// <summary>Lays out the entries: a hash and a number each.</summary>
    public static HashPostings Of(ReadOnlySpan<ulong> hashes, ReadOnlySpan<int> numbers)
    {
        // About one entry a bucket; a single bucket would need a shift by 64, which is none.
        var bits = Math.Clamp(BitOperations.Log2((uint)hashes.Length + 1), 1, 26);
        var shift = 64 - bits;
        var starts = new int[(1 << bits) + 1];
        foreach (var hash in hashes)
        {
            starts[(int)(hash >> shift) + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        // Each bucket is filled from its start, which so becomes its end: the next one's start.
        var entries = GC.AllocateUninitializedArray<ulong>(hashes.Length);
        for (var i = 0; i < hashes.Length; i++)
        {
            entries[starts[(int)(hashes[i] >> shift)]++] = (hashes[i] << 32) | (uint)numbers[i];
        }

        for (var i = starts.Length - 1; i > 0; i--)
        {
            starts[i] = starts[i - 1];
        }

        starts[0] = 0;
        return new(starts, entries, shift);
    }

    /// <summary>The numbers with this hash, in the order in which they were given.</summary>
    public Found this[ulong hash]
    {
        get
        {
            var bucket = (int)(hash >> _shift);
            var start = _starts[bucket];
            return new(_entries.AsSpan(start, _starts[bucket + 1] - start), (uint)hash);
        }
    }

    /// <summary>The entries of one bucket, of which those with the right tag are walked.</summary>
    internal ref struct Found(ReadOnlySpan<ulong> entries, uint tag)
    {
        private readonly ReadOnlySpan<ulong> _entries = entries;
        private int _next;

        public int Current { get; private set; }

        /// <summary>How many there are at most.</summary>
        public readonly int MostCount => _entries.Length;

        public readonly Found GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < _entries.Length)
            {
                var entry = _entries[_next++];
                if ((uint)(entry >> 32) == tag)
                {
                    Current = (int)(uint)entry;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Collects entries of which there is not one for each song.</summary>
    internal sealed class Builder(int capacity)
    {
        private readonly List<ulong> _hashes = new(capacity);
        private readonly List<int> _numbers = new(capacity);

        public void Add(ulong hash, int number)
        {
            _hashes.Add(hash);
            _numbers.Add(number);
        }

        public HashPostings Build()
            => Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_hashes), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_numbers));
    }
}
