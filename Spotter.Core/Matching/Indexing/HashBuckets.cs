using System.Numerics;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// Entries by hash, all in one array, in buckets chosen by the first bits of the hash. What an entry holds, and which bits of its hash
/// distinguish it in its bucket, is up to the caller.
/// </summary>
internal sealed class HashBuckets
{
    private readonly int[] _starts;
    private readonly ulong[] _entries;
    private readonly int _shift;

    private HashBuckets(int[] starts, ulong[] entries, int shift)
    {
        _starts = starts;
        _entries = entries;
        _shift = shift;
    }

    /// <summary>The bucket of this hash: its entries in the order in which they were given, together with others.</summary>
    public ReadOnlySpan<ulong> this[ulong hash]
    {
        get
        {
            var bucket = (int)(hash >> _shift);
            var start = _starts[bucket];
            return _entries.AsSpan(start, _starts[bucket + 1] - start);
        }
    }

    /// <summary>Builds the buckets from entries and their hashes.</summary>
    public static HashBuckets Of(ReadOnlySpan<ulong> hashes, ReadOnlySpan<ulong> entries)
    {
        // About one entry per bucket. A single bucket would need a shift by 64, which C# treats as 0.
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

        // Each bucket is filled from its start, which thereby becomes its end: the next bucket's start.
        var laidOut = GC.AllocateUninitializedArray<ulong>(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            laidOut[starts[(int)(hashes[i] >> shift)]++] = entries[i];
        }

        for (var i = starts.Length - 1; i > 0; i--)
        {
            starts[i] = starts[i - 1];
        }

        starts[0] = 0;
        return new(starts, laidOut, shift);
    }
}
