namespace Spotter.Core.Matching.Text;

/// <summary>Names that are abbreviations of others, or are partly written in another script: not the same name, but strong evidence if
/// length or album agree.</summary>
internal static class OtherForms
{
    // At or above the floor for artists, but below the same name.
    private const double Likely = 0.85;

    private const int LeastInitials = 3;
    private const int MostInitials = 6;

    /// <summary>The similarity of two names in this respect, or 0.</summary>
    /// <param name="a">The key of a name.</param>
    /// <param name="b">The key of another name.</param>
    public static double Similarity(string a, string b)
        => AreInitials(a, b) || AreInitials(b, a) || IsHalfForeign(a, b) || IsHalfForeign(b, a) ? Likely : 0;

    // "rtj" for "run the jewels", "omd" for "orchestral manoeuvres in the dark": every word, or every word that is not small.
    private static bool AreInitials(ReadOnlySpan<char> initials, ReadOnlySpan<char> name)
    {
        if (initials.Length is < LeastInitials or > MostInitials || name.Length < 2 * initials.Length || initials.Contains(' ') || initials[0] != name[0])
        {
            return false;
        }

        return Matches(initials, name, leavesOutSmall: false) || Matches(initials, name, leavesOutSmall: true);
    }

    private static bool Matches(ReadOnlySpan<char> initials, ReadOnlySpan<char> name, bool leavesOutSmall)
    {
        var at = 0;
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (leavesOutSmall && word is "the" or "of" or "in" or "and" or "a" or "to" or "for")
            {
                continue;
            }

            if (word.Length < 2 || at == initials.Length || word[0] != initials[at])
            {
                return false;
            }

            at++;
        }

        return at == initials.Length;
    }

    // "tk from ling tosite sigure" for "tk from 凛として時雨": the Latin words are at the same end, and at least one is distinctive.
    private static bool IsHalfForeign(string latin, string mixed)
    {
        if (!mixed.AsSpan().ContainsAnyInRange('\u0370', '\uFFFF') || latin.AsSpan().ContainsAnyInRange('\u0370', '\uFFFF'))
        {
            return false;
        }

        var words = TextNormalizer.Words(mixed);
        var foreign = Array.FindAll(words, word => word.AsSpan().ContainsAnyInRange('\u0370', '\uFFFF'));
        var own = Array.FindAll(words, word => !foreign.Contains(word));
        var others = TextNormalizer.Words(latin);
        if (others.Length < own.Length || !Array.Exists(own, word => word.Length > 1 && !MusicWords.CommonNameWords.Contains(word)))
        {
            return false;
        }

        return foreign.Contains(words[^1])
            ? words.AsSpan(0, own.Length).SequenceEqual(own) && others.AsSpan(0, own.Length).SequenceEqual(own)
            : words.AsSpan(foreign.Length).SequenceEqual(own) && others.AsSpan(others.Length - own.Length).SequenceEqual(own);
    }
}
