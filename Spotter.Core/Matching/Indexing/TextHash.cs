using System.Runtime.InteropServices;

namespace Spotter.Core.Matching.Indexing;

/// <summary>64-bit hashes of keys, valid within one process. Equal texts have equal hashes. Among a million different texts, there is a
/// collision in about one of forty million cases.</summary>
internal static class TextHash
{
    // An odd number without a pattern: the golden ratio in 64 bits.
    private const ulong Factor = 0x9E3779B97F4A7C15;
    private const int StackLimit = 256;

    /// <summary>The hash of a text. A missing text equals an empty one.</summary>
    public static ulong Of(ReadOnlySpan<char> text) => Of(MemoryMarshal.AsBytes(text));

    /// <summary>The hash of bytes.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        var hash = Factor ^ (ulong)bytes.Length;
        while (bytes.Length >= sizeof(ulong))
        {
            hash = Mix(hash ^ MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        if (bytes.Length >= sizeof(uint))
        {
            hash = Mix(hash ^ MemoryMarshal.Read<uint>(bytes));
            bytes = bytes[sizeof(uint)..];
        }

        foreach (var b in bytes)
        {
            hash = (hash ^ b) * Factor;
        }

        return Mix(hash);
    }

    /// <summary>The hash of a key without its blanks: "engine high" equals "enginehigh".</summary>
    public static ulong OfCompact(ReadOnlySpan<char> key)
    {
        if (!key.Contains(' '))
        {
            return Of(key);
        }

        Span<char> compact = key.Length <= StackLimit ? stackalloc char[StackLimit] : new char[key.Length];
        return Of(compact[..Compact(key, compact)]);
    }

    /// <summary>Copies the key without its blanks. Returns the number of letters.</summary>
    public static int Compact(ReadOnlySpan<char> key, Span<char> compact)
    {
        var length = 0;
        foreach (var c in key)
        {
            compact[length] = c;
            length += c == ' ' ? 0 : 1;
        }

        return length;
    }

    /// <summary>Spreads the bits of a number.</summary>
    public static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Factor, out var low);
        return high ^ low;
    }
}
