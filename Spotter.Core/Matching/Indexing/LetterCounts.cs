using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// How often each letter stands in a key, in sixteen classes of letters. Each letter put in or taken out changes one count by one, an exchanged
/// one two: so the counts of two keys never differ by more than twice their edit distance, and most keys are told apart without looking at them.
/// </summary>
internal static class LetterCounts
{
    private static readonly byte[] Classes = MakeClasses();

    /// <summary>The counts of a key; blanks do not count.</summary>
    public static Vector128<byte> Of(ReadOnlySpan<char> key)
    {
        Span<byte> counts = stackalloc byte[16];
        counts.Clear();
        foreach (var c in key)
        {
            if (c != ' ')
            {
                ref var count = ref counts[c < 128 ? Classes[c] : c & 15];
                count += count < byte.MaxValue ? (byte)1 : (byte)0;
            }
        }

        return Vector128.Create<byte>(counts);
    }

    /// <summary>The sum of the differences.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Difference(Vector128<byte> a, Vector128<byte> b)
    {
        var apart = Vector128.SubtractSaturate(a, b) | Vector128.SubtractSaturate(b, a);
        var (low, high) = Vector128.Widen(apart);
        return Vector128.Sum(low + high);
    }

    /// <summary>Whether no letter of the one is missing in the other.</summary>
    public static bool Holds(Vector128<byte> whole, Vector128<byte> part) => Vector128.SubtractSaturate(part, whole) == Vector128<byte>.Zero;

    /// <summary>How many letters were counted.</summary>
    public static int Total(Vector128<byte> counts) => Difference(counts, Vector128<byte>.Zero);

    // Frequent letters have a class of their own, so that the counts tell much.
    private static byte[] MakeClasses()
    {
        string[] groups = ["e", "a", "o", "i", "t", "n", "s", "r", "lh", "du", "cm", "wfg", "ypb", "vkjxqz", "0123456789"];
        var classes = new byte[128];
        Array.Fill(classes, (byte)15);
        for (var i = 0; i < groups.Length; i++)
        {
            foreach (var c in groups[i])
            {
                classes[c] = (byte)i;
            }
        }

        return classes;
    }
}
