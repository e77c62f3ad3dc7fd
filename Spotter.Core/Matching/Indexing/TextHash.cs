using System.Runtime.InteropServices;

namespace Spotter.Core.Matching.Indexing;

/// <summary>Hashes of 64 bits for keys of one process: equal texts have equal hashes, and of a million others about one in forty million runs into another.</summary>
internal static class TextHash
{
    // An odd number without a pattern: the golden ratio in 64 bits.
    private const ulong Factor = 0x9E3779B97F4A7C15;
    private const int StackLimit = 256;

    /// <summary>The hash of a text; a missing one is an empty one.</summary>
    public static ulong Of(ReadOnlySpan<char> text) => Of(MemoryMarshal.AsBytes(text));

    /// <summary>The hash of some bytes.</summary>
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

    /// <summary>The hash of a key without its blanks: "engine high" and "enginehigh" are one.</summary>
    public static ulong OfCompact(ReadOnlySpan<char> key)
    {
        if (!key.Contains(' '))
        {
            return Of(key);
        }

        Span<char> compact = key.Length <= StackLimit ? stackalloc char[StackLimit] : new char[key.Length];
        return Of(compact[..Compact(key, compact)]);
    }

    /// <summary>Copies the key without its blanks; returns how many letters there are.</summary>
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

    /// <summary>Spreads what is in a number over all its bits.</summary>
    public static ulong Mix(ulong value)
    {
        var high = Math.BigMul(value, Factor, out var low);
        return high ^ low;
    }
}
