namespace Spotter.Core.Matching.Aliases;

/// <summary>Tells Latin text from text in other scripts: comparing letters does not work across the two.</summary>
internal static class LettersOf
{
    /// <summary>Whether the text contains a Latin letter.</summary>
    public static bool AreLatin(string text) => text.Any(c => c < '\u0250' && char.IsLetter(c));

    /// <summary>Whether both texts have letters, but only one has Latin ones.</summary>
    public static bool AreApart(string a, string b)
        => a.Any(char.IsLetter) && b.Any(char.IsLetter) && AreLatin(a) != AreLatin(b);
}
