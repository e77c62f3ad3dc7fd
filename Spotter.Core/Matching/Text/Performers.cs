namespace Spotter.Core.Matching.Text;

/// <summary>Performers and composers among the credited artists of a piece of classical music.</summary>
public sealed class Performers
{
    private Performers(IReadOnlyList<string> composers, IReadOnlyList<string> people, IReadOnlyList<string> ensembles)
    {
        Composers = composers;
        People = people;
        Ensembles = ensembles;
    }

    /// <summary>The composers, by name.</summary>
    public IReadOnlyList<string> Composers { get; }

    /// <summary>Soloists and conductors.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>Orchestras, choirs, quartets.</summary>
    public IReadOnlyList<string> Ensembles { get; }

    /// <summary>Whether no performer is named.</summary>
    public bool AreUnknown => People.Count == 0 && Ensembles.Count == 0;

    /// <summary>The credits, sorted into composers, people and ensembles.</summary>
    public static Performers Of(ArtistCredits credits)
    {
        ArgumentNullException.ThrowIfNull(credits);
        var (composers, people, ensembles) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var name in credits.Names)
        {
            // If a line and its parts are there, use the parts.
            if (credits.Names.Any(other => other.Key.Length < name.Key.Length && HoldsWords(name.Key, other.Key) && other.Part >= name.Part && other.Part != ArtistNamePart.Whole))
            {
                continue;
            }

            var words = TextNormalizer.Words(name.Key);
            if (words.Any(WorkWords.EnsembleWords.Contains))
            {
                ensembles.Add(EnsembleOf(name.Key));
            }
            else if (WorkWords.ComposerOf(name.Key) is not null)
            {
                composers.Add(name.Key);
            }
            else
            {
                people.Add(name.Key);
            }
        }

        return new(composers, people, ensembles);
    }

    /// <summary>
    /// Whether the same people perform: true, false, or null if one side does not say. An additional conductor or soloist on one side is no
    /// contradiction, but an additional one on each side is.
    /// </summary>
    public static bool? AreSame(Performers a, Performers b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var people = Agree(a.People, b.People, IsSamePerson);
        var ensembles = Agree(a.Ensembles, b.Ensembles, (x, y) => x == y || Levenshtein.Similarity(x, y, 0.85) >= 0.85);
        return people == false || ensembles == false ? false : people ?? ensembles;
    }

    /// <summary>The uniform spelling of a composer's surname.</summary>
    public static string Surname(string word) => WorkWords.SurnameSpellings.GetValueOrDefault(word, word);

    /// <summary>Whether two names may be the same composer's, in any spelling.</summary>
    public static bool IsSameComposer(string a, string b)
    {
        var surname = WorkWords.SurnameOf(a);
        return surname == WorkWords.SurnameOf(b) && (!WorkWords.SharedSurnames.Contains(surname) || IsSamePerson(a, b));
    }

    /// <summary>Whether two names may be the same person's: "J. S. Bach", "Bach" and "Johann Sebastian Bach".</summary>
    public static bool IsSamePerson(string a, string b)
    {
        if (a == b)
        {
            return true;
        }

        var (left, right) = (TextNormalizer.Words(a), TextNormalizer.Words(b));
        if (left.Length == 0 || right.Length == 0 || Surname(left[^1]) != Surname(right[^1]))
        {
            return Levenshtein.SimilarityWithSwaps(a, b, 0.85) >= 0.85;
        }

        return left.Length == 1 || right.Length == 1 || MayBeInitials(left[..^1], right[..^1]) || MayBeInitials(right[..^1], left[..^1]);
    }

    private static bool? Agree(IReadOnlyList<string> a, IReadOnlyList<string> b, Func<string, string, bool> isSame)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return null;
        }

        var onlyA = a.Any(mine => !b.Any(theirs => isSame(mine, theirs)));
        var onlyB = b.Any(theirs => !a.Any(mine => isSame(mine, theirs)));
        return !(onlyA && onlyB);
    }

    // "J. S." and "JS" for "Johann Sebastian"; "Ludwig" for "Ludwig van".
    private static bool MayBeInitials(string[] shorter, string[] longer)
    {
        if (shorter.Length == 1 && shorter[0].Length <= 3 && shorter[0] == string.Concat(longer.Select(word => word[0])))
        {
            return true;
        }

        var at = 0;
        foreach (var word in shorter)
        {
            while (at < longer.Length && longer[at] != word && !(word.Length == 1 && longer[at][0] == word[0]))
            {
                at++;
            }

            if (at++ == longer.Length)
            {
                return false;
            }
        }

        return true;
    }

    private static string EnsembleOf(string key)
        => Array.Find(WorkWords.Ensembles, names => Array.Exists(names, name => HoldsWords(key, name)))?[0] ?? WithoutOrchestra(key);

    // "Philharmonic" and "Philharmonic Orchestra" are the same.
    private static string WithoutOrchestra(string key)
        => key.EndsWith(" orchestra", StringComparison.Ordinal) ? key[..^" orchestra".Length] : key;

    private static bool HoldsWords(string key, string words)
        => $" {key} ".Contains($" {words} ", StringComparison.Ordinal);
}
