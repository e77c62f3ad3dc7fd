using System.Runtime.InteropServices;

namespace Spotter.Core.Matching.Indexing;

/// <summary>The songs of a table that no longer count, one bit each. Immutable.</summary>
public sealed class RemovedSongs
{
    private readonly ulong[] _bits;

    private RemovedSongs(ulong[] bits)
    {
        _bits = bits;
        Count = bits.Sum(word => System.Numerics.BitOperations.PopCount(word));
    }

    /// <summary>No song is removed.</summary>
    public static RemovedSongs None { get; } = new([]);

    /// <summary>The number of removed songs.</summary>
    public int Count { get; }

    /// <summary>Reads what <see cref="ToBytes"/> returned.</summary>
    public static RemovedSongs FromBytes(ReadOnlySpan<byte> bytes)
        => bytes.IsEmpty ? None : new(MemoryMarshal.Cast<byte, ulong>(bytes).ToArray());

    /// <summary>The bits, for storing.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes(_bits.AsSpan()).ToArray();

    /// <summary>Whether the song at this position is removed.</summary>
    public bool Contains(int number) => number >> 6 < _bits.Length && (_bits[number >> 6] & (1UL << (number & 63))) != 0;

    /// <summary>A copy with more songs removed.</summary>
    internal RemovedSongs With(int tableCount, List<int> numbers)
    {
        if (numbers.Count == 0)
        {
            return this;
        }

        var bits = new ulong[(tableCount + 63) / 64];
        _bits.CopyTo(bits, 0);
        foreach (var number in numbers)
        {
            bits[number >> 6] |= 1UL << (number & 63);
        }

        return new(bits);
    }

    /// <summary>The remaining positions in ascending order. Empty if none is removed.</summary>
    internal int[] Rest(int tableCount)
    {
        if (Count == 0)
        {
            return [];
        }

        var rest = new int[tableCount - Count];
        var at = 0;
        for (var i = 0; i < tableCount; i++)
        {
            if (!Contains(i))
            {
                rest[at++] = i;
            }
        }

        return rest;
    }
}
