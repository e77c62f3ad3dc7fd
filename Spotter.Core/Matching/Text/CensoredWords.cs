namespace Spotter.Core.Matching.Text;

/// <summary>Titles with asterisks for letters: "F**k", "Ni**as in Paris".</summary>
internal static class CensoredWords
{
    /// <summary>Stands for a hidden letter in a key: a letter that no title has and that normalising leaves alone.</summary>
    public const char Mask = 'ʔ';

    /// <summary>The title with masks for asterisks, or null if none hides a letter. Asterisks around a word ("*Intro*") or alone do
    /// not.</summary>
    public static string? Masked(string title)
    {
        if (!title.Contains('*', StringComparison.Ordinal))
        {
            return null;
        }

        var masked = string.Create(title.Length, title, static (letters, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                letters[i] = text[i] == '*' && IsInWord(text, i) ? Mask : text[i];
            }
        });
        return masked.Contains(Mask, StringComparison.Ordinal) ? masked : null;
    }

    /// <summary>Whether the titles are equal except for hidden letters. A mask stands for one letter.</summary>
    public static bool Fit(ParsedTitle a, ParsedTitle b)
    {
        if ((a.Censored ?? b.Censored) is null)
        {
            return false;
        }

        var (left, right) = (a.Censored ?? a.Key, b.Censored ?? b.Key);
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var i = 0; i < left.Length; i++)
        {
            var isHidden = (left[i] == Mask && right[i] != ' ') || (right[i] == Mask && left[i] != ' ');
            if (!isHidden && left[i] != right[i])
            {
                return false;
            }
        }

        return true;
    }

    // The word begins with a letter, and the run of asterisks belongs to it: "B****", "F**k", but not "*Intro*" and "5 ****".
    private static bool IsInWord(string text, int i)
    {
        var start = i;
        while (start > 0 && text[start - 1] == '*')
        {
            start--;
        }

        var end = i;
        while (end < text.Length && text[end] == '*')
        {
            end++;
        }

        var isBehindLetter = start > 0 && char.IsLetter(text[start - 1]);
        return isBehindLetter && (end - start > 1 || (end < text.Length && char.IsLetter(text[end])));
    }
}
