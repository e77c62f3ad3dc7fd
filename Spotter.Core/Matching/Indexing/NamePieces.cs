using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// Names by their pieces of a few letters. Frequent pieces lead to thousands of names, so an entry tells of its name what tells most apart without
/// looking at it: the length, by which the entries are in order, and which classes of letters stand in it an odd number of times.
/// </summary>
internal sealed class NamePieces
{
    /// <summary>Names that are longer are entered with this length and compared by so many letters.</summary>
    public const int Longest = 62;

    // From the lowest bit: number, length, parities, and of the hash what room is left for.
    private const int LengthBits = 6;
    private const int ParityBits = 16;
    private const int LengthShift = 32;
    private const int ParityShift = LengthShift + LengthBits;
    private const int TagShift = ParityShift + ParityBits;
    private const ulong TagMask = (1UL << (64 - TagShift)) - 1;

    private readonly HashBuckets _buckets;

    private NamePieces(HashBuckets buckets) => _buckets = buckets;

    /// <summary>How many entries the piece leads to at most.</summary>
    public int CountOf(ulong piece) => _buckets[piece].Length;

    /// <summary>The names with this piece that may be one so long with these letters, but for mistakes.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="counts">The letters of the name that is looked for.</param>
    /// <param name="lengths">How long a name may be.</param>
    /// <param name="mostApart">How far the letter counts may differ.</param>
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

    /// <summary>The entries of one bucket from the least length on, of which those that may be meant are walked.</summary>
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

                // Counts that differ in so many parities differ by as much at least.
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

    /// <summary>Collects the pieces of names, shorter names before longer ones.</summary>
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
