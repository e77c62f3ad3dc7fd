using System.Globalization;
using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>
/// What folding makes of each letter by itself, worked out once for every page of Unicode that occurs: .NET's normalising costs more than all
/// the rest of a key, and most text has no letters that depend on their neighbours.
/// </summary>
internal sealed class FoldedLetters(FoldedLetters.Folding fold, bool dropsMarks)
{
    private const char DotAbove = '\u0307';
    private const char IotaBelow = '\u0345';

    // One letter each; null where the outcome depends on what stands beside it.
    private readonly string?[]?[] _pages = new string?[]?[256];

    /// <summary>Folds a text by all the rules.</summary>
    public delegate void Folding(scoped ReadOnlySpan<char> text, ref SpanList<char> folded);

    /// <summary>Folds letter by letter. False where that is not sure to be right; the list is then no use.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isComposed">Whether the text is in NFKC, so that a mark left in it belongs to no other letter than the one before it.</param>
    /// <param name="folded">Where the folded text goes.</param>
    public bool TryFold(scoped ReadOnlySpan<char> text, bool isComposed, ref SpanList<char> folded)
    {
        folded.Clear();
        var mayTakeMark = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128)
            {
                var small = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
                mayTakeMark = small == c;
                folded.Add(small);
            }
            else if (StandsForItself(c))
            {
                mayTakeMark = true;
                folded.Add(c);
            }
            else if (char.IsSurrogate(c))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]) || !StandsForItself(char.ConvertToUtf32(c, text[i + 1])))
                {
                    return false;
                }

                mayTakeMark = false;
                folded.Append(text.Slice(i, 2));
                i++;
            }
            else if (Alone(c) is { } alone)
            {
                mayTakeMark = alone.Length == 1 && alone[0] == c;
                folded.Append(alone);
            }
            else if (dropsMarks && c != IotaBelow && IsRemovableMark(c))
            {
                mayTakeMark = false;
            }
            else if (isComposed && mayTakeMark && c is not (DotAbove or IotaBelow) && IsMark(c))
            {
                folded.Add(c);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Marks of scripts that are read without them. Vowel signs of Indic scripts and Thai, and the voicing of kana, are letters in all but name.
    /// </summary>
    public static bool IsRemovableMark(char c)
        => c is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF')
            or (>= '\u0591' and <= '\u05BD') or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' or '\u05C7'
            or (>= '\u064B' and <= '\u0652') or '\u0670' or '\u0640';

    // Han and the syllables of Hangul: no capitals, no marks, nothing to decompose that is not composed again.
    private static bool StandsForItself(char c) => c is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');

    // Emoji, and Han beyond the first plane.
    private static bool StandsForItself(int codePoint) => codePoint is (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x2F7FF);

    private static bool IsMark(char c)
        => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private string? Alone(char c) => (_pages[c >> 8] ??= MakePage(c >> 8))[c & 255];

    private string?[] MakePage(int number)
    {
        var page = new string?[256];
        var folded = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        for (var low = 0; low < page.Length; low++)
        {
            var c = (char)((number << 8) | low);
            if (!char.IsSurrogate(c) && !DependsOnNeighbours(c))
            {
                folded.Clear();
                fold([c], ref folded);
                page[low] = folded.Items.ToString();
            }
        }

        folded.Dispose();
        return page;
    }

    // Marks, and the vowels and finals of Hangul written as single letters; also what decomposes to one of them, and the iota that a further
    // mark moves.
    private static bool DependsOnNeighbours(char c)
    {
        if (c is '\uFFFE' or '\uFFFF')
        {
            return false;
        }

        var parts = c.ToString().Normalize(NormalizationForm.FormKD);
        return IsMark(c) || IsMark(parts[0]) || parts[0] is >= '\u1160' and <= '\u11FF' || parts.Contains(IotaBelow, StringComparison.Ordinal);
    }
}
