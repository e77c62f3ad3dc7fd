namespace Spotter.Core.Matching.Aliases;

/// <summary>Which letters a text is written in, as far as it matters: no comparison of letters bridges Latin and others.</summary>
internal static class LettersOf
{
    /// <summary>Whether some letter is Latin.</summary>
    public static bool AreLatin(string text) => text.Any(c => c < '\u0250' && char.IsLetter(c));

    /// <summary>Whether one text has Latin letters and the other has none, though both have some.</summary>
    public static bool AreApart(string a, string b)
        => a.Any(char.IsLetter) && b.Any(char.IsLetter) && AreLatin(a) != AreLatin(b);
}
