namespace Spotter.Core.Matching.Text;

/// <summary>How well the artists of two credits agree.</summary>
public static class ArtistSimilarity
{
    // What a name so alike may still be: one or two letters of a longer name.
    private const double CloseName = 0.80;

    // Longer lines are texts and no names.
    private const int LongestName = 100;

    /// <summary>How well the best of two artists agree: 1 equal, 0 nothing alike.</summary>
    public static double Of(ArtistCredits a, ArtistCredits b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var best = a.Joined.Length > 0 && a.Joined == b.Joined ? 1.0 : 0;
        for (var i = 0; i < a.Names.Count && best < 1; i++)
        {
            for (var j = 0; j < b.Names.Count && best < 1; j++)
            {
                best = Math.Max(best, Of(a.Names[i], b.Names[j]));
            }
        }

        return best;
    }

    /// <summary>
    /// How alike two credits are that may mean one artist although their names differ: <see cref="MatchScorer.HalfAlike"/> where one name's own words all stand in the other, or
    /// six tenths of the letters are the same; <see cref="MatchScorer.SharesWord"/> where half of them do, as of two who have one first name; else 0.
    /// </summary>
    public static double HalfOf(ArtistCredits a, ArtistCredits b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var best = 0.0;
        for (var i = 0; i < a.Names.Count; i++)
        {
            for (var j = 0; j < b.Names.Count; j++)
            {
                best = a.Names[i].IsGuest && b.Names[j].IsGuest ? best : Math.Max(best, HalfOf(a.Names[i].Key, b.Names[j].Key));
            }
        }

        return best;
    }

    private static double HalfOf(string a, string b)
    {
        const int Shortest = 3;
        if (a.Length < Shortest || b.Length < Shortest || Math.Max(a.Length, b.Length) > LongestName || !SameDigits(a, b))
        {
            return 0;
        }

        var mine = OwnWords(a);
        var theirs = OwnWords(b);
        var shared = mine.Count(theirs.Contains);
        var fewer = Math.Min(mine.Length, theirs.Length);
        return (shared > 0 && shared == fewer)
            || (Math.Min(a.Length, b.Length) > 4 && Levenshtein.Similarity(a, b, MatchScorer.HalfAlike) >= MatchScorer.HalfAlike) ? MatchScorer.HalfAlike
            : shared > 0 && shared * 2 >= fewer ? MatchScorer.SharesWord
            : 0;
    }

    // "DJ Marvo" is known by "Marvo": what many names have says nothing about whose one is.
    private static string[] OwnWords(string key)
        => [.. TextNormalizer.Words(key).Where(word => word.Length > 2 && word is not ("and" or "feat") && !MusicWords.IsEnsemble(word) && !MusicWords.CommonNameWords.Contains(word))];

    private static double Of(ArtistName a, ArtistName b)
    {
        if (a.IsGuest && b.IsGuest)
        {
            return 0;
        }

        if (a.Key == b.Key)
        {
            return (a.Part, b.Part) switch
            {
                (ArtistNamePart.Joined, ArtistNamePart.Joined) => 0,
                (ArtistNamePart.Joined, _) or (_, ArtistNamePart.Joined) => 0.93,
                (ArtistNamePart.Listed, ArtistNamePart.Listed) => 0.97,
                _ => 1,
            };
        }

        if (a.Part == ArtistNamePart.Joined || b.Part == ArtistNamePart.Joined)
        {
            return 0;
        }

        var latin = Math.Max(LatinSimilarity(a, b), OtherForms.Similarity(a.Key, b.Key));
        if (latin > 0)
        {
            return latin;
        }

        // "EngineHigh" and "Engine High" are one name, as are "AC/DC" and "ACDC"; in a short name a mistake makes another.
        var left = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        var right = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        AppendCompact(ref left, a.Key);
        AppendCompact(ref right, b.Key);
        var similarity = left.Items.SequenceEqual(right.Items) ? 1
            : a.Key.Length <= 4 || b.Key.Length <= 4 ? 0
            : Levenshtein.SimilarityWithSwaps(left.Items, right.Items, CloseName);
        right.Dispose();
        left.Dispose();
        return similarity >= CloseName && SameDigits(a.Key, b.Key) ? Math.Min(similarity, 0.98) : 0;
    }

    private static double LatinSimilarity(ArtistName a, ArtistName b)
    {
        if (a.LatinKey is null == b.LatinKey is null)
        {
            return 0;
        }

        var similarity = Levenshtein.Similarity(a.LatinKey ?? Transliteration.Canonical(a.Key), b.LatinKey ?? Transliteration.Canonical(b.Key), 0.75);
        return similarity >= 0.75 ? Math.Min(similarity, 0.95) : 0;
    }

    private static void AppendCompact(ref SpanList<char> compact, string key)
    {
        foreach (var c in key)
        {
            if (c != ' ')
            {
                compact.Add(c);
            }
        }
    }

    private static bool SameDigits(string a, string b)
    {
        for (var (i, j) = (0, 0); ; i++, j++)
        {
            i = NextDigit(a, i);
            j = NextDigit(b, j);
            if (i == a.Length || j == b.Length)
            {
                return i == a.Length && j == b.Length;
            }

            if (a[i] != b[j])
            {
                return false;
            }
        }

        static int NextDigit(string text, int from)
        {
            while (from < text.Length && !char.IsAsciiDigit(text[from]))
            {
                from++;
            }

            return from;
        }
    }
}
