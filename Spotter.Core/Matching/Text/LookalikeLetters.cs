using System.Buffers;

namespace Spotter.Core.Matching.Text;

/// <summary>
/// Latin and Cyrillic letters that look the same and are typed for each other: "Iжак" with a Latin I. In a word with both scripts, they are
/// converted to the script in which the word has letters of its own. The pairs are those of Unicode's confusables (UTS #39) in either case.
/// </summary>
internal static class LookalikeLetters
{
    private const string Latin = "abcehijkmopstxy";
    private const string Cyrillic = "авсеніјкморѕтху";

    private static readonly SearchValues<char> AnyCyrillic = SearchValues.Create([.. Enumerable.Range('\u0430', 0x30).Select(c => (char)c)]);
    private static readonly SearchValues<char> AnyLatin = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    /// <summary>Converts each word of a folded text to a single script, in place.</summary>
    public static void Unify(Span<char> folded)
    {
        if (!folded.ContainsAny(AnyCyrillic) || !folded.ContainsAny(AnyLatin))
        {
            return;
        }

        for (var start = 0; start < folded.Length;)
        {
            var end = start;
            while (end < folded.Length && char.IsLetter(folded[end]))
            {
                end++;
            }

            UnifyWord(folded[start..end]);
            start = end + 1;
        }
    }

    private static void UnifyWord(Span<char> word)
    {
        var (hasLatin, hasCyrillic, isCyrillic) = (false, false, false);
        foreach (var c in word)
        {
            hasLatin |= char.IsAsciiLetterLower(c);
            hasCyrillic |= IsCyrillic(c);
            isCyrillic |= IsCyrillic(c) && !Cyrillic.Contains(c, StringComparison.Ordinal);
        }

        if (!hasLatin || !hasCyrillic)
        {
            return;
        }

        var (from, to) = isCyrillic ? (Latin, Cyrillic) : (Cyrillic, Latin);
        foreach (ref var c in word)
        {
            c = from.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? to[at] : c;
        }
    }

    private static bool IsCyrillic(char c) => c is >= '\u0430' and <= '\u045F';
}
