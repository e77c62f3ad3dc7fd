using System.Buffers;
using System.Globalization;
using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>
/// A cache of the folded form of each letter by itself, filled per Unicode page that occurs: .NET's normalising costs more than all the
/// rest of a key, and most text has no letters that depend on their neighbours.
/// </summary>
internal sealed class FoldedLetters(Func<string, string> fold, bool dropsMarks)
{
    private const char DotAbove = '\u0307';

    /// <summary>
    /// At most this many letters in a row that depend on their neighbours are read; further ones are left out. No writing system has as
    /// many, and the cost of ordering marks is quadratic in their number. The number is that of Unicode's stream-safe text (UAX #15,
    /// section 13).
    /// </summary>
    internal const int LongestRow = 30;

    // One entry per letter. Null if its folded form depends on its neighbours.
    private readonly string?[]?[] _pages = new string?[]?[0x110000 >> 8];

    /// <summary>
    /// Folds letter by letter. False if there are letters that depend on their neighbours: those stay unchanged, and normalising (NFKC)
    /// makes the folded text of the result.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="folded">Receives the folded text, which replaces its content.</param>
    public bool TryFold(scoped ReadOnlySpan<char> text, ref SpanList<char> folded)
    {
        folded.Clear();
        var isWhole = true;
        var row = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128)
            {
                folded.Add(char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c);
                row = 0;
            }
            else if (StandsForItself(c))
            {
                // Traditional and simplified Chinese letters are the same, like letters with and without marks.
                folded.Add(dropsMarks ? HanVariants.Simplify(c) : c);
                row = 0;
            }
            else if (char.IsSurrogate(c))
            {
                // Half a surrogate pair is not a letter, and normalising fails on it.
                if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                {
                    isWhole &= TryFold(text.Slice(i, 2), char.ConvertToUtf32(c, text[i + 1]), ref row, ref folded);
                    i++;
                }
            }
            else if ((dropsMarks && IsRemovableMark(c)) || (c == DotAbove && EndsWithI(folded.Items)))
            {
                // Left out.
            }
            else
            {
                isWhole &= TryFold(text.Slice(i, 1), c, ref row, ref folded);
            }
        }

        return isWhole;
    }

    /// <summary>
    /// Marks of scripts that can be read without them. The vowel signs of Indic scripts and Thai, and the voicing marks of kana, count as
    /// letters.
    /// </summary>
    public static bool IsRemovableMark(char c)
        => c is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF')
            or (>= '\u0591' and <= '\u05BD') or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' or '\u05C7'
            or (>= '\u064B' and <= '\u0655') or '\u0670' or '\u0640';

    // Han and Hangul syllables: no capitals, no marks, and every decomposition is composed again.
    private static bool StandsForItself(char c) => c is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');

    // Emoji, and Han beyond the first plane.
    private static bool StandsForItself(int codePoint) => codePoint is (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x2F7FF);

    private static bool IsMark(int codePoint)
        => CharUnicodeInfo.GetUnicodeCategory(codePoint) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    // The dot above an i is part of it, even with other marks in between, so that "İ", which folds to "i", has one spelling.
    private static bool EndsWithI(scoped ReadOnlySpan<char> folded)
    {
        while (Rune.DecodeLastFromUtf16(folded, out var mark, out var length) == OperationStatus.Done && IsMark(mark.Value))
        {
            folded = folded[..^length];
        }

        return folded is [.., 'i' or 'ì' or 'í' or 'î' or 'ï' or 'ĩ' or 'ī' or 'ĭ' or 'į' or 'ǐ' or 'ȉ' or 'ȋ' or 'ḭ' or 'ḯ' or 'ỉ' or 'ị'];
    }

    private bool TryFold(scoped ReadOnlySpan<char> letter, int codePoint, ref int row, ref SpanList<char> folded)
    {
        var alone = StandsForItself(codePoint) ? null : (_pages[codePoint >> 8] ??= MakePage(codePoint >> 8))[codePoint & 255];
        if (alone is not null || StandsForItself(codePoint))
        {
            folded.Append(alone ?? letter);
            row = 0;
            return true;
        }

        if (row < LongestRow)
        {
            folded.Append(letter);
            row++;
        }

        return false;
    }

    private string?[] MakePage(int number)
    {
        var page = new string?[256];
        for (var low = 0; low < page.Length; low++)
        {
            if (Rune.TryCreate((number << 8) | low, out var rune) && !DependsOnNeighbours(rune))
            {
                page[low] = fold(rune.ToString());
            }
        }

        return page;
    }

    // Marks, the vowels and finals of Hangul as single letters, and everything that decomposes to one of them.
    private static bool DependsOnNeighbours(Rune rune)
    {
        if (rune.Value is 0xFFFE or 0xFFFF)
        {
            return false;
        }

        var parts = rune.ToString().Normalize(NormalizationForm.FormKD);
        return IsMark(rune.Value) || IsMark(char.ConvertToUtf32(parts, 0)) || parts[0] is >= '\u1160' and <= '\u11FF';
    }
}
