namespace Spotter.Core.Matching.Text;

/// <summary>A classical work, or a movement of it, as a title names it. What the title does not say is null or empty.</summary>
/// <param name="Composer">The composer's surname, if the title begins with it.</param>
/// <param name="Form">Symphony, sonata, concerto and so on, in English.</param>
/// <param name="Instruments">The instruments it is written for, in English.</param>
/// <param name="Number">Its number among the works of its form.</param>
/// <param name="Key">Its musical key: "c minor", "e flat major".</param>
/// <param name="Catalogue">Its numbers in catalogues: "opus 27/2", "k 550", "bwv 1007".</param>
/// <param name="Movement">The number of the movement.</param>
/// <param name="Part">The words after the work: the movement's name or tempo, an aria, the act.</param>
public sealed record Work(
    string? Composer,
    string? Form,
    IReadOnlyList<string> Instruments,
    int? Number,
    string? Key,
    IReadOnlyList<string> Catalogue,
    int? Movement,
    IReadOnlyList<string> Part)
{
    /// <summary>A short key that all titles of one movement share, however they are written. Null if the title says too little.</summary>
    public string? ShortKey
        => (Movement, Form, Number, Key, Catalogue) switch
        {
            ({ } movement, { } form, { } number, _, _) => $"{form} {number} movement {movement}",
            ({ } movement, _, _, _, [var entry, ..]) => $"{entry} movement {movement}",
            (null, _, _, _, [var entry, ..]) => $"{Form ?? "work"} {entry}",
            (null, { } form, _, { } key, _) => $"{form} {key}",
            _ => null,
        };

    /// <summary>
    /// Whether both are the same movement of the same work. Null if they do not say enough. Everything that both say must agree: a
    /// different number, musical key, catalogue number or movement means a different work.
    /// </summary>
    public static bool? IsSame(Work a, Work b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var catalogue = CompareCatalogues(a.Catalogue, b.Catalogue);
        if (Differ(a.Composer, b.Composer) || Differ(a.Form, b.Form) || Differ(a.Key, b.Key) || catalogue == false
            || (a.Number is { } mine && b.Number is { } theirs && mine != theirs)
            || (a.Instruments.Count > 0 && b.Instruments.Count > 0 && !a.Instruments.Intersect(b.Instruments).Any())
            || !IsSamePart(a, b))
        {
            return false;
        }

        var isNamed = catalogue == true || (a.Form is not null && a.Form == b.Form && ((a.Number is not null && a.Number == b.Number) || (a.Key is not null && a.Key == b.Key)));
        return isNamed ? true : null;
    }

    private static bool Differ(string? a, string? b) => a is not null && b is not null && a != b;

    // Compares the catalogues that both name. "opus 27" says less than "opus 27/2" and is no contradiction.
    private static bool? CompareCatalogues(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        bool? isSame = null;
        foreach (var mine in a)
        {
            foreach (var theirs in b)
            {
                if (Scheme(mine) == Scheme(theirs))
                {
                    if (mine != theirs && !mine.StartsWith(theirs + "/", StringComparison.Ordinal) && !theirs.StartsWith(mine + "/", StringComparison.Ordinal))
                    {
                        return false;
                    }

                    isSame = true;
                }
            }
        }

        return isSame;
    }

    private static string Scheme(string entry) => entry[..entry.IndexOf(' ', StringComparison.Ordinal)];

    private static bool IsSamePart(Work a, Work b)
    {
        if (a.Movement is { } mine && b.Movement is { } theirs)
        {
            return mine == theirs;
        }

        if (a.Part.Count == 0 || b.Part.Count == 0)
        {
            // The whole work is not one of its movements.
            return a.Part.Count == b.Part.Count && a.Movement is null && b.Movement is null;
        }

        var (few, many) = a.Part.Count <= b.Part.Count ? (a.Part, b.Part) : (b.Part, a.Part);
        return few.SequenceEqual(many.Take(few.Count), StringComparer.Ordinal)
            || Levenshtein.Similarity(string.Join(' ', few), string.Join(' ', many), 0.85) >= 0.85;
    }
}
