using System.Buffers;
using System.Globalization;
using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>Turns text into keys that are equal if people would call the texts equal. Every script is kept.</summary>
public static class TextNormalizer
{
    /// <summary>Stack space for a text of usual length.</summary>
    internal const int UsualLength = 128;

    // What an ASCII character becomes in a key: its lower case, or one of these.
    private const char Parts = '\0';
    private const char Dropped = '\u0001';

    private static readonly FoldedLetters BareLetters = new(letter => FoldLetter(letter, keepMarks: false), dropsMarks: true);

    private static readonly FoldedLetters MarkedLetters = new(letter => FoldLetter(letter, keepMarks: true), dropsMarks: false);

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly char[] AsciiForms = [.. Enumerable.Range(0, 128).Select(c => AsciiForm((char)c))];

    /// <summary>
    /// The key for comparison: NFKC, case folded, marks of Latin, Greek, Cyrillic, Hebrew and Arabic removed, punctuation unified, words
    /// separated by single blanks. If nothing would be left, the folded text itself; empty only for blank text. The same string instance if
    /// it is its own key.
    /// </summary>
    public static string Key(string? text) => Make(text, keepMarks: false);

    /// <summary>As <see cref="Key(string?)"/>, but with the marks: distinguishes "Đau" from "Dau".</summary>
    public static string MarkedKey(string? text) => Make(text, keepMarks: true);

    /// <summary>The words of a key.</summary>
    public static string[] Words(string key)
        => key is null ? [] : key.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Appends the key of the text to the list.</summary>
    internal static void AppendKey(scoped ReadOnlySpan<char> text, ref SpanList<char> key) => Append(text, ref key, keepMarks: false);

    /// <summary>Appends the marked key of the text to the list.</summary>
    internal static void AppendMarkedKey(scoped ReadOnlySpan<char> text, ref SpanList<char> key) => Append(text, ref key, keepMarks: true);

    /// <summary>Folds the text that keys are made from, letter by letter. If letters depend on their neighbours, the result is composed
    /// afterwards.</summary>
    internal static void Fold(scoped ReadOnlySpan<char> text, ref SpanList<char> folded, bool keepMarks)
    {
        if ((keepMarks ? MarkedLetters : BareLetters).TryFold(text, ref folded))
        {
            return;
        }

        var composed = new SpanList<char>(stackalloc char[UsualLength]);
        Compose(folded.Items, ref composed);
        folded.Clear();
        folded.Append(composed.Items);
        composed.Dispose();
    }

    private static string Make(string? text, bool keepMarks)
    {
        if (text is null)
        {
            return "";
        }

        var list = new SpanList<char>(stackalloc char[UsualLength]);
        Append(text, ref list, keepMarks);
        var key = list.Items.SequenceEqual(text) ? text : list.Items.ToString();
        list.Dispose();
        return key;
    }

    private static void Append(scoped ReadOnlySpan<char> text, ref SpanList<char> key, bool keepMarks)
    {
        if (text.IsWhiteSpace())
        {
            return;
        }

        if (Ascii.IsValid(text))
        {
            AppendWords(text, ref key);
            return;
        }

        var folded = new SpanList<char>(stackalloc char[UsualLength]);
        Fold(text, ref folded, keepMarks);
        LookalikeLetters.Unify(folded.Writable);
        AppendWords(folded.Items, ref key);
        folded.Dispose();
    }

    // A letter by itself. Trade marks would become the letters "TM", and normalising fails on noncharacters.
    private static string FoldLetter(string letter, bool keepMarks)
    {
        if (letter is "™" or "®" or "©" or "℠" or "\uFFFD" or "\uFFFE" or "\uFFFF")
        {
            return "";
        }

        var folded = CaseFolding.Fold(letter.Normalize(NormalizationForm.FormKC));
        return keepMarks
            ? folded.Normalize(NormalizationForm.FormC)
            : string.Concat(folded.Normalize(NormalizationForm.FormD).Where(c => !FoldedLetters.IsRemovableMark(c)).Select(Bare)).Normalize(NormalizationForm.FormC);
    }

    private static void Compose(scoped ReadOnlySpan<char> text, ref SpanList<char> composed)
    {
        int length;
        for (var room = text.Length; !text.TryNormalize(composed.Room(room), out length, NormalizationForm.FormKC); room *= 2)
        {
        }

        composed.Extend(length);
    }

    // Latin letters whose stroke, hook or ligature has no decomposition, and Arabic letters that keyboards write in two ways.
    internal static string Bare(char c)
        => c switch
        {
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            'ø' or 'ɔ' => "o",
            'đ' or 'ð' or 'ɖ' or 'ɗ' => "d",
            'ł' or 'ƚ' => "l",
            'ħ' => "h",
            'ŧ' => "t",
            'ŋ' or 'ɲ' => "n",
            'ə' or 'ɛ' or 'ǝ' => "e",
            'ɓ' or 'ƀ' => "b",
            'ƙ' or 'ĸ' => "k",
            'ɣ' or 'ǥ' => "g",
            'ɨ' => "i",
            'ʉ' => "u",
            'ƴ' => "y",
            'ƶ' => "z",
            'ƒ' => "f",
            'ٱ' => "ا",
            'ی' or 'ى' => "ي",
            'ک' => "ك",
            'ة' => "ه",
            _ => c.ToString(),
        };

    // The words of a folded text, which may still contain ASCII capitals.
    private static void AppendWords(scoped ReadOnlySpan<char> folded, ref SpanList<char> key)
    {
        var keyStart = key.Count;
        JoinWords(folded, ref key, out var mayHoldShortForm);
        if (mayHoldShortForm)
        {
            UnifyWords(ref key, keyStart);
        }

        if (key.Count > keyStart)
        {
            return;
        }

        // Only punctuation: it is the key.
        foreach (var range in folded.Split(' '))
        {
            if (!folded[range].IsEmpty)
            {
                if (key.Count > keyStart)
                {
                    key.Add(' ');
                }

                key.Append(folded[range]);
            }
        }
    }

    private static void JoinWords(scoped ReadOnlySpan<char> folded, ref SpanList<char> key, out bool mayHoldShortForm)
    {
        mayHoldShortForm = false;
        var keyStart = key.Count;
        var wordStart = keyStart;
        var lettersFrom = keyStart;
        for (var i = 0; i < folded.Length; i++)
        {
            var c = folded[i];
            if (AppendAsciiWord(folded[i..], ref key) is > 0 and var count)
            {
                i += count - 1;
            }
            else if (c is '&' or '+')
            {
                EndWord(ref key, ref wordStart, ref mayHoldShortForm);
                key.Append("and");
                EndWord(ref key, ref wordStart, ref mayHoldShortForm);
                lettersFrom = wordStart;
            }
            else if (c < 128 ? AsciiForms[c] == Dropped : IsApostrophe(c) || c is >= '\uFE00' and <= '\uFE0F')
            {
                // "don't" is "dont". A variation selector only chooses how a character is drawn.
            }
            else if (IsPicture(folded, i) is > 0 and var units)
            {
                // "Happy😀" and "Happy 😀": a pictograph is a word of its own.
                EndWord(ref key, ref wordStart, ref mayHoldShortForm);
                key.Append(folded.Slice(i, units));
                EndWord(ref key, ref wordStart, ref mayHoldShortForm);
                lettersFrom = wordStart;
                i += units - 1;
            }
            else if (c >= 128 && (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || IsKeptCategory(c)))
            {
                key.Add(c);
            }
            else if (c is '$' or '!' or '€' && StandsForLetter(folded, i))
            {
                // "A$AP", "A$$", "P!nk": characters that stand for a letter.
                key.Add(c == '$' ? 's' : c == '!' ? 'i' : 'e');
            }
            else if (c == '#' && i + 1 < folded.Length && char.IsAsciiDigit(folded[i + 1]))
            {
                EndWord(ref key, ref wordStart, ref mayHoldShortForm);
                key.Append("number");
                EndWord(ref key, ref wordStart, ref mayHoldShortForm);
                lettersFrom = wordStart;
            }
            else if (c is '.' or ',' && PartsThousands(folded, i, key.Items[wordStart..]))
            {
                // "2.000" is "2000".
            }
            else if (c == '.' && key.Count - lettersFrom == 1 && char.IsLetter(key[key.Count - 1]))
            {
                // "R.E.M." is "rem": after a single letter a full stop joins, elsewhere it separates.
                lettersFrom = key.Count;
            }
            else if (c < 128 || CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                EndWord(ref key, ref wordStart, ref mayHoldShortForm);
                lettersFrom = wordStart;
            }
        }

        EndWord(ref key, ref wordStart, ref mayHoldShortForm);
        if (key.Count > keyStart)
        {
            key.CutTo(key.Count - 1);
        }
    }

    // The number of UTF-16 units of a pictograph at this position. 0 if there is none.
    private static int IsPicture(scoped ReadOnlySpan<char> text, int i)
        => text[i] < '\u2600' ? 0
            : text[i] is >= '\uD83C' and <= '\uD83E' ? (i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 0)
            : text[i] <= '\u27BF' && CharUnicodeInfo.GetUnicodeCategory(text[i]) == UnicodeCategory.OtherSymbol ? 1
            : 0;

    // Exactly three digits after the separator, and before it a number without other groups.
    private static bool PartsThousands(scoped ReadOnlySpan<char> text, int i, scoped ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word[0] == '0' || word.ContainsAnyExcept(Digits) || i + 3 >= text.Length
            || text.Slice(i + 1, 3).ContainsAnyExcept(Digits) || (i + 4 < text.Length && char.IsAsciiLetterOrDigit(text[i + 4])))
        {
            return false;
        }

        return word.Length <= 3 || text[i - 4] == text[i];
    }

    // The leading ASCII letters and digits of a text, if any.
    private static int AppendAsciiWord(scoped ReadOnlySpan<char> text, ref SpanList<char> key)
    {
        var room = key.Room(text.Length)[..text.Length];
        var forms = AsciiForms;
        var count = 0;
        for (; count < text.Length && text[count] < forms.Length && forms[text[count]] is > Dropped and var form; count++)
        {
            room[count] = form;
        }

        key.Extend(count);
        return count;
    }

    private static char AsciiForm(char c)
        => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c)
            : IsApostrophe(c) || (char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\0')) ? Dropped
            : Parts;

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '‛' or 'ʼ' or 'ʻ' or 'ʹ' or '′' or '`' or '´' or '＇';

    // Symbols can be a whole title ("★", "÷"). Marks that were kept belong to their letter.
    private static bool IsKeptCategory(char c)
        => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber;

    // Inside a word. Currency signs also at its end, where an exclamation mark ends the sentence.
    private static bool StandsForLetter(scoped ReadOnlySpan<char> text, int i)
    {
        if (i == 0 || !(char.IsLetter(text[i - 1]) || (text[i - 1] == '$' && i > 1 && char.IsLetter(text[i - 2]))))
        {
            return false;
        }

        return text[i] == '!' ? i + 1 < text.Length && char.IsLetter(text[i + 1]) : i + 1 == text.Length || !char.IsAsciiDigit(text[i + 1]);
    }

    private static void EndWord(ref SpanList<char> key, ref int wordStart, ref bool mayHoldShortForm)
    {
        if (key.Count > wordStart)
        {
            mayHoldShortForm |= MusicWords.MayBeShortForm(key.Items[wordStart..]);
            key.Add(' ');
            wordStart = key.Count;
        }
    }

    // "rock 'n' roll" is "rock and roll", "pt. 2" is "part 2", "vol 4" is "volume 4", "twin ver." is "twin version".
    private static void UnifyWords(ref SpanList<char> key, int keyStart)
    {
        var unified = new SpanList<char>(stackalloc char[UsualLength]);
        var rest = key.Items[keyStart..];
        var (beforeLast, before) = (..0, ..0);
        while (rest.Length > 0)
        {
            var end = rest.IndexOf(' ');
            var word = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            var next = rest.IndexOf(' ') is >= 0 and var nextEnd ? rest[..nextEnd] : rest;
            if (unified.Count > 0)
            {
                unified.Add(' ');
            }

            var start = unified.Count;
            unified.Append(MusicWords.Unify(unified.Items[beforeLast], unified.Items[before], word, next));
            (beforeLast, before) = (before, start..unified.Count);
        }

        key.CutTo(keyStart);
        key.Append(unified.Items);
        unified.Dispose();
    }
}
