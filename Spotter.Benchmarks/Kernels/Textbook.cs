using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Spotter.Benchmarks.Kernels;

/// <summary>The same tasks as solved in textbooks and scripts: simple, and good enough for a hundred songs.</summary>
internal static partial class Textbook
{
    /// <summary>Wagner and Fischer's table, of which two rows are kept; a third for swapped neighbours.</summary>
    public static int Distance(string a, string b, bool withSwaps = false)
    {
        var beforeLast = new int[b.Length + 1];
        var last = Enumerable.Range(0, b.Length + 1).ToArray();
        var row = new int[b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (withSwaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[b.Length];
    }

    /// <summary>Lower-case letters without marks and punctuation, separated by single blanks.</summary>
    public static string Key(string text)
    {
        var letters = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(char.IsLetterOrDigit(c) ? c : ' ');
            }
        }

        return Blanks().Replace(letters.ToString(), " ").Trim();
    }

    /// <summary>A title without guests and decoration.</summary>
    public static string Title(string title) => Key(Decoration().Replace(Guests().Replace(title, ""), ""));

    /// <summary>The names of an artist line.</summary>
    public static IReadOnlyList<string> Artists(string line) => [.. Names().Split(line).Select(Key).Where(name => name.Length > 0).Distinct()];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"[\(\[]?\b(feat|ft|featuring)\b\.?.*", RegexOptions.IgnoreCase)]
    private static partial Regex Guests();

    [GeneratedRegex(@"\s*([\(\[][^\)\]]*(remaster|version|live|mix|edit)[^\)\]]*[\)\]]|-\s.*(remaster|version|live|mix|edit).*$)", RegexOptions.IgnoreCase)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"\s*(?:,|;|/|&|\band\b|\bx\b|\bfeat\.?|\bft\.?|\bfeaturing\b|\bvs\.?)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Names();
}
