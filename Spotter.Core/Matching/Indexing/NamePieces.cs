using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// Names by their n-grams. Frequent n-grams lead to thousands of names, so each entry carries what distinguishes names best: the length, by
/// which the entries are sorted, and the parities of the letter counts.
/// </summary>
internal sealed class NamePieces
{
    /// <summary>Longer names are stored with this length and compared by this many letters.</summary>
    public const int Longest = 62;

    // From the lowest bit: number, length, parities, and as many bits of the hash as fit.
    private const int LengthBits = 6;
    private const int ParityBits = 16;
    private const int LengthShift = 32;
    private const int ParityShift = LengthShift + LengthBits;
    private const int TagShift = ParityShift + ParityBits;
    private const ulong TagMask = (1UL << (64 - TagShift)) - 1;

    private readonly HashBuckets _buckets;

    private NamePieces(HashBuckets buckets) => _buckets = buckets;

    /// <summary>The maximum number of entries for the n-gram.</summary>
    public int CountOf(ulong piece) => _buckets[piece].Length;

    /// <summary>The names with this n-gram that may have this length and these letters, except for mistakes.</summary>
    /// <param name="piece">The n-gram.</param>
    /// <param name="counts">The letters of the name to look for.</param>
    /// <param name="lengths">The allowed lengths.</param>
    /// <param name="mostApart">How much the letter counts may differ.</param>
    public Found Find(ulong piece, Vector128<byte> counts, Range lengths, int mostApart)
    {
        var entries = _buckets[piece];
        var start = FirstOfLength(entries, lengths.Start.Value);
        return new(entries[start..], EntryOf(piece, counts, 0, 0) >> ParityShift, lengths.End.Value, mostApart);
    }

    private static int FirstOfLength(ReadOnlySpan<ulong> entries, int length)
    {
        var (low, high) = (0, entries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = LengthOf(entries[middle]) < length ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int LengthOf(ulong entry) => (int)(entry >> LengthShift) & ((1 << LengthBits) - 1);

    private static ulong EntryOf(ulong piece, Vector128<byte> counts, int length, int number)
        => ((piece & TagMask) << TagShift)
            | ((ulong)Vector128.ExtractMostSignificantBits(Vector128.ShiftLeft(counts.AsUInt16(), 7).AsByte()) << ParityShift)
            | ((ulong)length << LengthShift)
            | (uint)number;

    /// <summary>Enumerates the entries of a bucket from the shortest length on that may be the name.</summary>
    internal ref struct Found(ReadOnlySpan<ulong> entries, ulong wanted, int lengthEnd, int mostApart)
    {
        private readonly ReadOnlySpan<ulong> _entries = entries;
        private int _next;

        public int Current { get; private set; }

        public readonly Found GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < _entries.Length)
            {
                var entry = _entries[_next++];
                if (LengthOf(entry) >= lengthEnd)
                {
                    break;
                }

                // The counts differ by at least the number of different parities.
                var apart = (entry >> ParityShift) ^ wanted;
                if (apart >> ParityBits == 0 && BitOperations.PopCount(apart) <= mostApart)
                {
                    Current = (int)(uint)entry;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Collects the n-grams of names, shorter names before longer ones.</summary>
    internal sealed class Builder
    {
        private readonly List<ulong> _hashes = [];
        private readonly List<ulong> _entries = [];

        public void Add(ulong piece, Vector128<byte> counts, int length, int number)
        {
            _hashes.Add(piece);
            _entries.Add(EntryOf(piece, counts, length, number));
        }

        public NamePieces Build() => new(HashBuckets.Of(CollectionsMarshal.AsSpan(_hashes), CollectionsMarshal.AsSpan(_entries)));
    }
}
