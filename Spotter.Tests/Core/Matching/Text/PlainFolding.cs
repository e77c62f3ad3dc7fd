using System.Globalization;
using System.Text;
using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

/// <summary>The folding of a key as docs/matching.md describes it, on whole texts and with .NET's own normalisation: slow, but easy to
/// verify.</summary>
internal static class PlainFolding
{
    private static readonly Dictionary<char, string> Strokes = new()
    {
        ['æ'] = "ae", ['œ'] = "oe", ['þ'] = "th", ['ø'] = "o", ['đ'] = "d", ['ð'] = "d", ['ł'] = "l", ['ħ'] = "h", ['ŧ'] = "t", ['ŋ'] = "n", ['ə'] = "e",
        ['ɔ'] = "o", ['ɖ'] = "d", ['ɗ'] = "d", ['ƚ'] = "l", ['ɲ'] = "n", ['ɛ'] = "e", ['ǝ'] = "e", ['ɓ'] = "b", ['ƀ'] = "b", ['ƙ'] = "k", ['ĸ'] = "k", ['ɣ'] = "g",
        ['ǥ'] = "g", ['ɨ'] = "i", ['ʉ'] = "u", ['ƴ'] = "y", ['ƶ'] = "z", ['ƒ'] = "f", ['ٱ'] = "ا", ['ی'] = "ي", ['ى'] = "ي", ['ک'] = "ك", ['ة'] = "ه",
    };

    public static string Of(string text, bool keepMarks)
    {
        // An unpaired surrogate is read as U+FFFD.
        var clean = string.Concat(text.EnumerateRunes().Where(rune => !"™®©℠\uFFFD\uFFFE\uFFFF".Contains(rune.ToString(), StringComparison.Ordinal)));
        var apart = WithoutDots(CaseFolding.Fold(clean.Normalize(NormalizationForm.FormKC)).Normalize(NormalizationForm.FormD));
        var folded = keepMarks
            ? apart
            : string.Concat(apart.Where(c => !FoldedLetters.IsRemovableMark(c)).Select(c => Strokes.GetValueOrDefault(c, c.ToString())));
        return folded.Normalize(NormalizationForm.FormC);
    }

    private static string WithoutDots(string apart)
    {
        var text = new StringBuilder();
        var letter = default(Rune);
        foreach (var rune in apart.EnumerateRunes())
        {
            letter = IsMark(rune) ? letter : rune;
            text.Append(rune.Value == '\u0307' && letter.Value == 'i' ? "" : rune.ToString());
        }

        return text.ToString();
    }

    private static bool IsMark(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
