using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// The letter counts of a key, in sixteen classes of letters. Inserting or deleting a letter changes one count by one, and replacing a
/// letter changes two. So the counts of two keys never differ by more than twice their edit distance, and most keys can be told apart
/// without comparing them.
/// </summary>
internal static class LetterCounts
{
    private static readonly byte[] Classes = MakeClasses();

    /// <summary>The counts of a key, without blanks.</summary>
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

    /// <summary>The sum of the differences of all counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Difference(Vector128<byte> a, Vector128<byte> b)
    {
        var apart = Vector128.SubtractSaturate(a, b) | Vector128.SubtractSaturate(b, a);
        var (low, high) = Vector128.Widen(apart);
        return Vector128.Sum(low + high);
    }

    /// <summary>Whether the whole contains all letters of the part.</summary>
    public static bool Holds(Vector128<byte> whole, Vector128<byte> part) => Vector128.SubtractSaturate(part, whole) == Vector128<byte>.Zero;

    /// <summary>The number of letters counted.</summary>
    public static int Total(Vector128<byte> counts) => Difference(counts, Vector128<byte>.Zero);

    // Frequent letters have their own class, so that the counts are more distinctive.
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
