using System.Numerics;
using System.Runtime.InteropServices;

namespace Spotter.Core.Matching.Text;

/// <summary>
/// The edit distance: the number of letters (UTF-16 units) to insert, delete or replace. The plain distance without a limit is
/// Quickenshtein's. What the matcher needs most, whether two texts are within a few mistakes and with swapped neighbours, is bit-parallel:
/// a machine word holds how 64 letters of a column of the table rise and fall (Myers 1999; with swapped neighbours Hyyrö 2003, "A
/// bit-vector algorithm for computing Levenshtein and Damerau edit distances"). Longer texts are processed in strips of 64 letters, only as
/// far as the limit can still be kept (Ukkonen 1985).
/// </summary>
public static class Levenshtein
{
    // What a strip passes to the one below it at each letter of the text.
    private const byte Rises = 1;
    private const byte Falls = 2;
    private const byte MaySwap = 4;

    /// <summary>The distance.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => Quickenshtein.Levenshtein.GetDistance(a, b);

    /// <summary>The distance, or any number above <paramref name="limit"/> as soon as it is known to be larger.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit) => Distance(a, b, limit, withSwaps: false);

    /// <summary>
    /// As <see cref="Distance(ReadOnlySpan{char}, ReadOnlySpan{char}, int)"/>, but two swapped neighbours are one mistake, as they are for
    /// people who type. No letter is edited twice (optimal string alignment).
    /// </summary>
    public static int DistanceWithSwaps(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit = int.MaxValue) => Distance(a, b, limit, withSwaps: true);

    /// <summary>1 for equal texts, 0 if they have nothing in common. Below <paramref name="floor"/> the exact value is not computed, and 0
    /// is returned.</summary>
    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b, double floor = 0)
    {
        var longest = Math.Max(a.Length, b.Length);
        if (longest == 0)
        {
            return 1;
        }

        var limit = LimitOf(floor, longest);
        var distance = floor <= 0 ? Distance(a, b) : Distance(a, b, limit);
        return distance > limit ? 0 : 1 - ((double)distance / longest);
    }

    /// <summary>The similarity by <see cref="DistanceWithSwaps"/>. 0 if it is below <paramref name="floor"/>.</summary>
    public static double SimilarityWithSwaps(ReadOnlySpan<char> a, ReadOnlySpan<char> b, double floor)
    {
        var longest = Math.Max(a.Length, b.Length);
        if (longest == 0)
        {
            return 1;
        }

        // Most texts differ too much by their letter counts alone.
        var limit = LimitOf(floor, longest);
        if (LettersApart(a, b) > limit)
        {
            return 0;
        }

        var distance = DistanceWithSwaps(a, b, limit);
        return distance > limit ? 0 : 1 - ((double)distance / longest);
    }

    // One mistake in five letters is a similarity of 0.8, but in floating point 1 - 0.8 is a little less than a fifth.
    private static int LimitOf(double floor, int longest) => (int)(((1 - floor) * longest) + 1e-9);

    private static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit, bool withSwaps)
    {
        // The common prefix and suffix cost nothing and need not be compared.
        var prefix = a.CommonPrefixLength(b);
        a = a[prefix..];
        b = b[prefix..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }

        if (b.Length - a.Length > limit)
        {
            return limit + 1;
        }

        if (limit <= 1 && a.Length > 0)
        {
            // Without common prefix and suffix, one mistake is one letter against one, or two swapped letters.
            return b.Length == 1 || (withSwaps && a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]) ? 1 : 2;
        }

        return a.Length switch
        {
            0 => b.Length,
            > PatternBits.Longest => InStrips(a, b, limit, withSwaps),
            _ => withSwaps ? InOneWordWithSwaps(a, b, limit) : InOneWord(a, b, limit),
        };
    }

    private static int InOneWord(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, int limit)
    {
        var places = new PatternBits(pattern);
        var up = ulong.MaxValue;
        var down = 0UL;
        var last = pattern.Length - 1;
        var distance = pattern.Length;
        for (var j = 0; j < text.Length; j++)
        {
            var equal = places[text[j]];
            var diagonal = (((equal & up) + up) ^ up) | equal | down;
            var rises = down | ~(diagonal | up);
            var falls = up & diagonal;
            distance += (int)((rises >> last) & 1) - (int)((falls >> last) & 1);

            // Each remaining letter can lower the distance by at most one.
            if (distance - (text.Length - 1 - j) > limit)
            {
                return limit + 1;
            }

            rises = (rises << 1) | 1;
            up = (falls << 1) | ~(diagonal | rises);
            down = rises & diagonal;
        }

        return distance;
    }

    private static int InOneWordWithSwaps(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, int limit)
    {
        var places = new PatternBits(pattern);
        var up = ulong.MaxValue;
        var down = 0UL;
        var diagonal = 0UL;
        var equalBefore = 0UL;
        var last = pattern.Length - 1;
        var distance = pattern.Length;
        for (var j = 0; j < text.Length; j++)
        {
            var equal = places[text[j]];
            var swapped = ((~diagonal & equal) << 1) & equalBefore;
            diagonal = (((equal & up) + up) ^ up) | equal | down | swapped;
            var rises = down | ~(diagonal | up);
            var falls = up & diagonal;
            distance += (int)((rises >> last) & 1) - (int)((falls >> last) & 1);
            if (distance - (text.Length - 1 - j) > limit)
            {
                return limit + 1;
            }

            rises = (rises << 1) | 1;
            up = (falls << 1) | ~(diagonal | rises);
            down = rises & diagonal;
            equalBefore = equal;
        }

        return distance;
    }

    // Computes the table in strips of 64 letters of the pattern against the text. Cells further from the diagonal than the limit cost more
    // than the limit: the strip leaves them out and assumes one more than their neighbour, which is never too little.
    private static int InStrips(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, int limit, bool withSwaps)
    {
        limit = Math.Min(limit, text.Length);
        var columns = new SpanList<byte>(stackalloc byte[1024]);
        var carried = columns.Extend(text.Length);
        carried.Fill(Rises);
        var from = 0;
        var scoreAtFrom = 0;
        var distance = 0;
        for (var top = 0; top < pattern.Length; top += PatternBits.Longest)
        {
            var height = Math.Min(PatternBits.Longest, pattern.Length - top);
            var bottom = top + height;
            var to = (int)Math.Min(text.Length, (long)bottom + limit);
            var nextFrom = Math.Max(0, bottom - limit);
            distance = scoreAtFrom + height;

            // The lowest possible total through a cell: the rest of both texts may be equal except for its length.
            var apartAtStart = (pattern.Length - bottom) - text.Length;
            var least = distance + Math.Abs(apartAtStart + from);
            var scoreAtNextFrom = distance;

            var places = new PatternBits(pattern.Slice(top, height));
            var up = ulong.MaxValue;
            var down = 0UL;
            var diagonal = 0UL;
            var equalBefore = 0UL;
            for (var j = from; j < to; j++)
            {
                var riseIn = (uint)carried[j] & Rises;
                var fallIn = ((uint)carried[j] & Falls) >> 1;
                var swapIn = ((uint)carried[j] & MaySwap) >> 2;
                var equal = places[text[j]];
                var notDiagonal = ~diagonal & equal;
                var swapped = withSwaps ? ((notDiagonal << 1) | swapIn) & equalBefore : 0;
                var match = equal | fallIn;
                diagonal = (((match & up) + up) ^ up) | match | down | swapped;
                var rises = down | ~(diagonal | up);
                var falls = up & diagonal;
                var riseOut = (rises >> (height - 1)) & 1;
                var fallOut = (falls >> (height - 1)) & 1;
                carried[j] = (byte)(riseOut | (fallOut << 1) | ((notDiagonal >> 63) << 2));
                distance += (int)riseOut - (int)fallOut;
                least = Math.Min(least, distance + Math.Abs(apartAtStart + j + 1));
                scoreAtNextFrom = j + 1 == nextFrom ? distance : scoreAtNextFrom;
                rises = (rises << 1) | riseIn;
                up = (falls << 1) | fallIn | ~(diagonal | rises);
                down = rises & diagonal;
                equalBefore = equal;
            }

            if (least > limit)
            {
                distance = limit + 1;
                break;
            }

            (from, scoreAtFrom) = (nextFrom, scoreAtNextFrom);
        }

        columns.Dispose();
        return distance;
    }

    // Counts the letters that one text has and the other lacks: never more than the distance, and computed in one pass. The surpluses of
    // both sides add up to the sum of the differences, and their difference is that of the lengths.
    private static int LettersApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<short> counts = stackalloc short[128];
        foreach (var c in a)
        {
            counts[c & 127]++;
        }

        foreach (var c in b)
        {
            counts[c & 127]--;
        }

        var sum = Vector<int>.Zero;
        foreach (var some in MemoryMarshal.Cast<short, Vector<short>>(counts))
        {
            Vector.Widen(Vector.Abs(some), out var low, out var high);
            sum += low + high;
        }

        return (Vector.Sum(sum) + Math.Abs(a.Length - b.Length)) / 2;
    }
}
