namespace Spotter.Core.Matching.Text;

/// <summary>The edit distance: how many letters must be put in, taken out or exchanged. In UTF-16 units.</summary>
public static class Levenshtein
{
    /// <summary>The distance, or any number above <paramref name="limit"/> as soon as it is known to be larger.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit = int.MaxValue)
    {
        // What both begin and end with costs nothing and need not be looked at.
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

        return a.Length switch
        {
            0 => b.Length,
            <= 64 => BitParallel(a, b, limit),
            _ => ByRows(a, b, limit),
        };
    }

    /// <summary>1 for equal texts, 0 for nothing alike; below <paramref name="floor"/> the exact value is not worked out and 0 is returned.</summary>
    public static double Similarity(ReadOnlySpan<char> a, ReadOnlySpan<char> b, double floor = 0)
    {
        var longest = Math.Max(a.Length, b.Length);
        if (longest == 0)
        {
            return 1;
        }

        var limit = (int)((1 - floor) * longest);
        var distance = Distance(a, b, limit);
        return distance > limit ? 0 : 1 - ((double)distance / longest);
    }

    /// <summary>As <see cref="Distance"/>, but two neighbours exchanged are one mistake, as they are for people who type.</summary>
    public static int DistanceWithSwaps(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var beforeLast = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    /// <summary>The similarity by <see cref="DistanceWithSwaps"/>; 0 where it is below <paramref name="floor"/>.</summary>
    public static double SimilarityWithSwaps(ReadOnlySpan<char> a, ReadOnlySpan<char> b, double floor)
    {
        // A swap costs two without it, so the quick distance is at most twice the kind one: most texts need no second look.
        var longest = Math.Max(a.Length, b.Length);
        var limit = (int)((1 - floor) * longest);
        if (longest == 0)
        {
            return 1;
        }

        if (LettersApart(a, b) > limit || Distance(a, b, 2 * limit) > 2 * limit)
        {
            return 0;
        }

        var distance = DistanceWithSwaps(a, b);
        return distance > limit ? 0 : 1 - ((double)distance / longest);
    }

    // What one text has of each letter and the other has not: never more than the distance, and counted in one pass.
    private static int LettersApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<short> counts = stackalloc short[128];
        counts.Clear();
        foreach (var c in a)
        {
            counts[c & 127]++;
        }

        foreach (var c in b)
        {
            counts[c & 127]--;
        }

        var (more, less) = (0, 0);
        foreach (var count in counts)
        {
            more += Math.Max((short)0, count);
            less += Math.Max((short)0, (short)-count);
        }

        return Math.Max(more, less);
    }

    // Myers 1999: a column of the table is held as the bits where it rises (up) and falls (down) from row to row.
    private static int BitParallel(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, int limit)
    {
        Span<ulong> ascii = stackalloc ulong[128];
        ascii.Clear();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] < 128)
            {
                ascii[pattern[i]] |= 1UL << i;
            }
        }

        var up = ulong.MaxValue;
        var down = 0UL;
        var last = 1UL << (pattern.Length - 1);
        var distance = pattern.Length;
        for (var j = 0; j < text.Length; j++)
        {
            var equal = text[j] < 128 ? ascii[text[j]] : Occurrences(pattern, text[j]);
            var vertical = equal | down;
            var diagonal = (((equal & up) + up) ^ up) | equal;
            var rises = down | ~(diagonal | up);
            var falls = up & diagonal;
            if ((rises & last) != 0)
            {
                distance++;
            }
            else if ((falls & last) != 0)
            {
                distance--;
            }

            // Each letter still to come can lower the distance by one at most.
            if (distance - (text.Length - 1 - j) > limit)
            {
                return limit + 1;
            }

            rises = (rises << 1) | 1;
            up = (falls << 1) | ~(vertical | rises);
            down = rises & vertical;
        }

        return distance;
    }

    private static ulong Occurrences(ReadOnlySpan<char> pattern, char c)
    {
        var bits = 0UL;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == c)
            {
                bits |= 1UL << i;
            }
        }

        return bits;
    }

    private static int ByRows(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit)
    {
        var row = new int[a.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            row[i] = i;
        }

        for (var j = 1; j <= b.Length; j++)
        {
            var diagonal = row[0];
            row[0] = j;
            var least = j;
            for (var i = 1; i <= a.Length; i++)
            {
                var above = row[i];
                row[i] = Math.Min(Math.Min(row[i] + 1, row[i - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
                least = Math.Min(least, row[i]);
            }

            if (least > limit)
            {
                return limit + 1;
            }
        }

        return row[a.Length];
    }
}
