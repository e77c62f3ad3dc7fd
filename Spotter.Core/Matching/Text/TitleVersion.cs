namespace Spotter.Core.Matching.Text;

/// <summary>Which recording of a song a title names: its kinds, and by whom, where or when.</summary>
/// <param name="Kinds">Live, remix and so on.</param>
/// <param name="Qualifier">What distinguishes it from others of its kind, as words: the place of a concert, the author of a remix, a
/// year.</param>
public sealed record TitleVersion(VersionKinds Kinds, IReadOnlyList<string> Qualifier)
{
    // Kinds that many songs have several recordings of, so that the qualifier decides.
    private const VersionKinds Particular = VersionKinds.Live | VersionKinds.Remix | VersionKinds.Session | VersionKinds.Named | VersionKinds.Edit
        | VersionKinds.Alternate;

    /// <summary>The plain recording.</summary>
    public static TitleVersion Plain { get; } = new(VersionKinds.None, []);

    /// <summary>Whether two titles mean the same version.</summary>
    public static VersionAgreement Compare(TitleVersion a, TitleVersion b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Kinds != b.Kinds)
        {
            return IsSessionBeforePeople(a, b) && CompareQualifiers(a, b) != VersionAgreement.Different
                ? VersionAgreement.Unsure
                : VersionAgreement.Different;
        }

        return a.Kinds == VersionKinds.None ? VersionAgreement.Same : CompareQualifiers(a, b);
    }

    // A radio session is tagged as a session or as live.
    private static bool IsSessionBeforePeople(TitleVersion a, TitleVersion b)
        => ((a.Kinds ^ b.Kinds) & ~(VersionKinds.Live | VersionKinds.Session)) == 0
            && (a.Kinds & (VersionKinds.Live | VersionKinds.Session)) != 0
            && (b.Kinds & (VersionKinds.Live | VersionKinds.Session)) != 0;

    private static VersionAgreement CompareQualifiers(TitleVersion a, TitleVersion b)
    {
        if (a.Qualifier.Count == 0 && b.Qualifier.Count == 0)
        {
            return VersionAgreement.Same;
        }

        var words = IsByEach(a, b) ? VersionAgreement.Different : Overlap(a.Qualifier.Where(IsWord), b.Qualifier.Where(IsWord));
        var numbers = Overlap(a.Qualifier.Where(IsNumber), b.Qualifier.Where(IsNumber));
        if (words == VersionAgreement.Different || numbers == VersionAgreement.Different)
        {
            return (a.Kinds & Particular) != 0 ? VersionAgreement.Different : VersionAgreement.Unsure;
        }

        return words == VersionAgreement.Same || (words is null && numbers == VersionAgreement.Same) ? VersionAgreement.Same : VersionAgreement.Unsure;
    }

    // "Quillmann Louder Remix", "Quillmann SF Remix": two remixes by the same author, since each has a word that the other lacks.
    private static bool IsByEach(TitleVersion a, TitleVersion b)
        => (a.Kinds & VersionKinds.Remix) != 0 && HasOwnWord(a.Qualifier, b.Qualifier) && HasOwnWord(b.Qualifier, a.Qualifier);

    private static bool HasOwnWord(IReadOnlyList<string> words, IReadOnlyList<string> others)
        => words.Any(word => IsWord(word) && word is not ("x" or "vs" or "feat" or "ft") && !others.Any(other => IsSameWord(word, other)));

    // Same if the other list has at least half of the shorter one, unsure if one is empty, null if both are.
    private static VersionAgreement? Overlap(IEnumerable<string> a, IEnumerable<string> b)
    {
        string[] left = [.. a];
        string[] right = [.. b];
        if (left.Length == 0 || right.Length == 0)
        {
            return left.Length == right.Length ? null : VersionAgreement.Unsure;
        }

        var (few, many) = left.Length <= right.Length ? (left, right) : (right, left);
        var common = few.Count(word => many.Any(other => IsSameWord(word, other)));
        return common * 2 >= few.Length ? VersionAgreement.Same : VersionAgreement.Different;
    }

    private static bool IsSameWord(string a, string b)
        => a == b || (a.Length >= 5 && IsWord(a) && Levenshtein.DistanceWithSwaps(a, b, 1) <= 1);

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]);

    private static bool IsWord(string word) => !IsNumber(word);
}
