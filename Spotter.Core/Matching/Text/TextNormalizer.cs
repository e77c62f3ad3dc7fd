using System.Globalization;
using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>Turns written text into keys that are equal where people would call the texts equal. Every script is kept.</summary>
public static class TextNormalizer
{
    /// <summary>
    /// The key for comparing: NFKC, case folded, marks of Latin, Greek, Cyrillic, Hebrew and Arabic removed, punctuation unified, words
    /// between single blanks. Where nothing would be left, the folded text as it stands; empty only for blank text.
    /// </summary>
    public static string Key(string? text) => Make(text, keepMarks: false);

    /// <summary>As <see cref="Key"/>, with the marks kept: tells "Đau" from "Dau".</summary>
    public static string MarkedKey(string? text) => Make(text, keepMarks: true);

    /// <summary>The words of a key.</summary>
    public static string[] Words(string key)
        => key is null ? [] : key.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Make(string? text, bool keepMarks)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var folded = Ascii.IsValid(text) ? text.ToLowerInvariant() : FoldUnicode(text, keepMarks);
        var key = JoinWords(folded);
        return key.Length > 0 ? key : string.Join(' ', Words(folded));
    }

    private static string FoldUnicode(string text, bool keepMarks)
    {
        // Trade marks would become the letters "TM" under NFKC; normalising throws on half a surrogate pair.
        var clean = Clean(text);
        var folded = CaseFolding.Fold(clean.Normalize(NormalizationForm.FormKC));
        if (keepMarks)
        {
            return folded.Normalize(NormalizationForm.FormC);
        }

        var bare = new StringBuilder(folded.Length);
        foreach (var c in folded.Normalize(NormalizationForm.FormD))
        {
            if (!IsRemovableMark(c))
            {
                AppendBare(bare, c);
            }
        }

        return bare.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var unwanted = c is '™' or '®' or '©' or '℠' or '\uFFFE' or '\uFFFF' || (char.IsSurrogate(c) && !isPair);
            if (unwanted)
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
            }
            else
            {
                clean?.Append(c);
                if (isPair)
                {
                    clean?.Append(text[i + 1]);
                    i++;
                }
            }
        }

        return clean?.ToString() ?? text;
    }

    // Marks of scripts that are read without them. Vowel signs of Indic scripts and Thai, and the voicing of kana, are letters in all but name.
    private static bool IsRemovableMark(char c)
        => c is (>= '\u0300' and <= '\u036F') or (>= '\u1AB0' and <= '\u1AFF') or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF')
            or (>= '\u0591' and <= '\u05BD') or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' or '\u05C7'
            or (>= '\u064B' and <= '\u0652') or '\u0670' or '\u0640';

    // Latin letters whose stroke or ligature has no decomposition.
    private static void AppendBare(StringBuilder bare, char c)
    {
        _ = c switch
        {
            'ø' => bare.Append('o'),
            'đ' or 'ð' => bare.Append('d'),
            'ł' => bare.Append('l'),
            'ħ' => bare.Append('h'),
            'ŧ' => bare.Append('t'),
            'ŋ' => bare.Append('n'),
            'ə' => bare.Append('e'),
            'æ' => bare.Append("ae"),
            'œ' => bare.Append("oe"),
            'þ' => bare.Append("th"),
            _ => bare.Append(c),
        };
    }

    private static string JoinWords(string folded)
    {
        var key = new StringBuilder(folded.Length);
        var wordStart = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (c is '&' or '+')
            {
                EndWord(key, ref wordStart);
                key.Append("and");
                EndWord(key, ref wordStart);
            }
            else if (IsApostrophe(c) || c is >= '\uFE00' and <= '\uFE0F')
            {
                // "don't" is "dont"; a variation selector only chooses how a sign is drawn.
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsKeptCategory(c))
            {
                key.Append(c);
            }
            else if (IsInsideWord(folded, i) && c is '$' or '!')
            {
                // "A$AP", "P!nk": signs that stand for a letter.
                key.Append(c == '$' ? 's' : 'i');
            }
            else if (c == '.' && key.Length - wordStart == 1 && char.IsLetter(key[^1]))
            {
                // "R.E.M." is "rem": after a single letter a full stop joins, elsewhere it parts.
                wordStart = key.Length;
                continue;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control) || c is '\t' or '\n' or '\r' or '\0')
            {
                EndWord(key, ref wordStart);
            }
        }

        return UnifyWords(key);
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '‛' or 'ʼ' or 'ʻ' or 'ʹ' or '′' or '`' or '´' or '＇';

    // Symbols can be all that a title has ("★", "÷"); marks that were kept belong to their letter.
    private static bool IsKeptCategory(char c)
        => c > '\u007F' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    private static bool IsInsideWord(string text, int i)
        => i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);

    private static void EndWord(StringBuilder key, ref int wordStart)
    {
        if (key.Length > 0 && key[^1] != ' ')
        {
            key.Append(' ');
        }

        wordStart = key.Length;
    }

    // "rock 'n' roll" is "rock and roll", "pt. 2" is "part 2", "vol 4" is "volume 4", "twin ver." is "twin version".
    private static string UnifyWords(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] == ' ')
        {
            key.Length--;
        }

        var text = key.ToString();
        if (!MusicWords.MayHoldShortForm(text))
        {
            return text;
        }

        var words = Words(text);
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = MusicWords.Unify(words, i);
        }

        return string.Join(' ', words);
    }
}
