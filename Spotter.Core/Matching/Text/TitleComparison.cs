namespace Spotter.Core.Matching.Text;

/// <summary>Compares two titles without their versions.</summary>
public static class TitleComparison
{
    /// <summary>The lowest similarity at which a title may be the same.</summary>
    public const double Floor = 0.80;

    /// <summary>The lowest similarity of titles whose keys are equal: a few marks may be missing.</summary>
    public const double SameKey = 0.98;

    // Titles up to this length, and pure numbers, are either equal or different: "Love" is not "Lose".
    private const int ShortTitle = 4;

    // Longer titles are compared only for equality, so that no comparison costs an unlimited amount of work.
    private const int LongestCompared = 1000;

    /// <summary>The relation of two titles, and their similarity from 0 to 1.</summary>
    public static (TitleRelation Relation, double Similarity) Compare(ParsedTitle a, ParsedTitle b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Key.Length == 0 || b.Key.Length == 0)
        {
            return (TitleRelation.Different, 0);
        }

        if (a.Work is { } mine && b.Work is { } theirs && Work.IsSame(mine, theirs) is { } isSameWork)
        {
            return !isSameWork ? (TitleRelation.Different, 0.5) : a.Key == b.Key ? (TitleRelation.Equal, 1) : (TitleRelation.SameWork, 0.95);
        }

        if (a.Key == b.Key)
        {
            return a.MarkedKey == b.MarkedKey ? (TitleRelation.Equal, 1)
                : DiffersMostlyInMarks(a.MarkedKey, b.MarkedKey) ? (TitleRelation.EqualWithoutMarks, 0.9)
                : (TitleRelation.Equal, SameKey);
        }

        if (a.Unnumbered is not null || b.Unnumbered is not null)
        {
            return CompareUnnumbered(a, b);
        }

        if (IsDigraph(a, b) || IsDigraph(b, a))
        {
            return (TitleRelation.Equal, 0.97);
        }

        if (IsInOtherLetters(a, b) || IsInOtherLetters(b, a))
        {
            return (TitleRelation.Subtitle, 0.92);
        }

        if (a.SpokenKey == b.SpokenKey)
        {
            return BeginsOrEndsAlike(a.Key, b.Key) ? (TitleRelation.Equal, 0.97) : (TitleRelation.Article, 0.95);
        }

        // Numbers identify a title: a different number means a different song.
        if (a.Numbers != b.Numbers)
        {
            return (TitleRelation.Different, Math.Max(a.Key.Length, b.Key.Length) > LongestCompared ? 0 : Math.Min(0.5, Levenshtein.Similarity(a.Key, b.Key)));
        }

        if (CensoredWords.Fit(a, b))
        {
            return (TitleRelation.Close, 0.95);
        }

        if (a.HasSubtitle != b.HasSubtitle && a.BaseKey == b.BaseKey && (a.BaseKey.Length > ShortTitle || IsInSyllables(a.BaseKey)))
        {
            return (TitleRelation.Subtitle, a.HasTail || b.HasTail ? 0.88 : 0.92);
        }

        if (a.IsForeign != b.IsForeign && (a.IsForeign ? b : a).IsLatin)
        {
            return (TitleRelation.OtherLetters, 0.5);
        }

        if (a.LatinKey is null != b.LatinKey is null)
        {
            return CompareInLatin(a, b);
        }

        return CompareLetters(a.Key, b.Key);
    }

    /// <summary>Whether many songs have this name: a short word, a number, "Intro", "Part 2".</summary>
    internal static bool IsCommon(string key) => key.Length <= ShortTitle || PartWords.IsNothingElse(key);

    // "Fuer Elise" for "Für Elise".
    private static bool IsDigraph(ParsedTitle marked, ParsedTitle plain) => marked.DigraphKey is { } key && key == plain.Key;

    // "봄날 (Spring Day)" is "Spring Day", and "봄날".
    private static bool IsInOtherLetters(ParsedTitle both, ParsedTitle one)
        => both.OtherLettersKey is { Length: > 0 } key && (key == one.Key || key == one.OtherLettersKey || (!one.HasSubtitle && both.BaseKey == one.Key));

    // Whether both leave out an article, or neither does.
    private static bool BeginsOrEndsAlike(string a, string b)
    {
        SpokenForm.Of(a, out var hasMine);
        SpokenForm.Of(b, out var hasTheirs);
        return hasMine == hasTheirs;
    }

    private static (TitleRelation Relation, double Similarity) CompareUnnumbered(ParsedTitle a, ParsedTitle b)
    {
        var (relation, similarity) = Compare(a.Unnumbered ?? a, b.Unnumbered ?? b);
        return relation != TitleRelation.Equal ? (relation, similarity)
            : a.HasTail || b.HasTail ? (TitleRelation.Subtitle, 0.88)
            : (TitleRelation.Equal, 0.97);
    }

    private static (TitleRelation Relation, double Similarity) CompareInLatin(ParsedTitle a, ParsedTitle b)
    {
        var left = a.LatinKey ?? Transliteration.Canonical(a.Key);
        var right = b.LatinKey ?? Transliteration.Canonical(b.Key);
        if (left == right)
        {
            return (TitleRelation.Transliterated, 0.95);
        }

        var (relation, similarity) = CompareLetters(left, right);
        return relation == TitleRelation.Different ? (relation, similarity) : (TitleRelation.Transliterated, Math.Min(similarity, 0.94));
    }

    private static (TitleRelation Relation, double Similarity) CompareLetters(string a, string b)
    {
        if (a.Length > LongestCompared || b.Length > LongestCompared)
        {
            return (TitleRelation.Different, 0);
        }

        if (AreEqualButForBlanks(a, b))
        {
            return (TitleRelation.Equal, 0.97);
        }

        if (IsCutOff(a, b) || IsCutOff(b, a))
        {
            return (TitleRelation.Close, 0.85);
        }

        var isShort = a.Length <= ShortTitle || b.Length <= ShortTitle;
        var similarity = isShort ? Levenshtein.Similarity(a, b) : Levenshtein.SimilarityWithSwaps(a, b, 0.7);
        if (similarity < 0.7 || isShort)
        {
            return (TitleRelation.Different, Math.Min(similarity, 0.7));
        }

        var relation = similarity >= Floor ? ByWords(a, b) : TitleRelation.Different;
        return (relation, relation == TitleRelation.Different ? Math.Min(similarity, Floor - 0.01) : similarity);
    }

    // Old MP3 tags have room for thirty characters: "Wake Me Up When September Comes" was longer once.
    private static bool IsCutOff(string cut, string whole)
        => cut.Length is >= 24 and <= 30 && whole.Length > cut.Length && whole.StartsWith(cut, StringComparison.Ordinal)
            && (cut.Length >= 28 || whole[cut.Length] != ' ');

    // A typing mistake leaves every word recognisable. A different word makes a different title, however long the rest is.
    private static TitleRelation ByWords(string a, string b)
    {
        var left = TextNormalizer.Words(a).ToList();
        var right = TextNormalizer.Words(b).ToList();
        left.RemoveAll(right.Remove);
        if (left.Count == 0 || right.Count == 0)
        {
            return left.TrueForAll(MusicWords.SmallWords.Contains) && right.TrueForAll(MusicWords.SmallWords.Contains)
                ? TitleRelation.Close
                : TitleRelation.Different;
        }

        var (mine, theirs) = (string.Concat(left), string.Concat(right));
        if (Math.Max(mine.Length, theirs.Length) <= ShortTitle)
        {
            // "Long Day" and "Long Way" are two titles: in a short word, only doubled or swapped letters are certainly a mistake.
            return WithoutDoubles(mine) == WithoutDoubles(theirs) || mine.Order().SequenceEqual(theirs.Order()) ? TitleRelation.Close
                : Levenshtein.DistanceWithSwaps(mine, theirs) <= 1 ? TitleRelation.ShortWordApart
                : TitleRelation.Different;
        }

        return Levenshtein.DistanceWithSwaps(mine, theirs) <= Math.Max(1, Math.Max(mine.Length, theirs.Length) / 3)
            ? TitleRelation.Close
            : TitleRelation.Different;
    }

    private static string WithoutDoubles(string word)
        => string.Concat(word.Where((c, i) => i == 0 || word[i - 1] != c));

    private static bool DiffersMostlyInMarks(string a, string b)
    {
        var left = TextNormalizer.Words(a);
        var right = TextNormalizer.Words(b);
        if (left.Length != right.Length)
        {
            return false;
        }

        var differing = 0;
        var isVietnamese = false;
        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i] && IsLatin(left[i]) && IsLatin(right[i]))
            {
                var isTold = IsVietnamese(left[i]) || IsVietnamese(right[i]);
                isVietnamese |= isTold;

                // "Með", "Med": a stroke does not make another word, unless the language has many marks.
                differing += isTold || WithoutStrokes(left[i]) != WithoutStrokes(right[i]) ? 1 : 0;
            }
        }

        // "Senorita" for "Señorita" is a title of one word, and the same song: a single word counts only in a language where marks make
        // other words.
        return differing * 2 > left.Length && (differing > 1 || isVietnamese);
    }

    private static string WithoutStrokes(string word) => string.Concat(word.Select(TextNormalizer.Bare));

    // Greek drops its accents in capitals, and Russian writes е for ё: there, marks never make another word.
    private static bool IsLatin(string word)
        => word.Any(c => char.IsLetter(c) && c is < '\u0370' or (>= '\u1E00' and <= '\u1EFF'));

    private static bool IsVietnamese(string word)
        => word.Any(c => c is 'đ' or 'ơ' or 'ư' or 'ă' or (>= '\u1EA0' and <= '\u1EF9'));

    // Two Han or Hangul letters carry as much as a word in other scripts.
    private static bool IsInSyllables(string key) => key.All(c => c is >= '\u3040' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF');

    private static bool AreEqualButForBlanks(string a, string b)
    {
        for (var (i, j) = (0, 0); ; i++, j++)
        {
            while (i < a.Length && a[i] == ' ')
            {
                i++;
            }

            while (j < b.Length && b[j] == ' ')
            {
                j++;
            }

            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }

            if (a[i] != b[j])
            {
                return false;
            }
        }
    }
}
