namespace Spotter.Core.Matching.Text;

/// <summary>The artists that a track or song credits: a set, each line whole as well as split, because a name may hold a comma or an "and".</summary>
public sealed class ArtistCredits
{
    private static readonly string[] ListSeparators = [" • ", ";", "\0", " / ", "/", " x ", " × ", " X ", " vs. ", " vs ", ", ", ","];
    private static readonly string[] GuestSeparators =
    [
        " feat. ", " feat ", " Feat. ", " Feat ", " FEAT. ", " ft. ", " ft ", " Ft. ", " featuring ", " Featuring ", " with ", " With ",
    ];

    private static readonly string[] AndSeparators = [" & ", " and ", " And ", " + ", " und ", " y ", " et "];

    // What a name so alike may still be: one or two letters of a longer name.
    private const double CloseName = 0.80;

    private ArtistCredits(ArtistName[] names, string joined)
    {
        Names = names;
        Joined = joined;
    }

    /// <summary>Every name, each once, by its surest part.</summary>
    public IReadOnlyList<ArtistName> Names { get; }

    /// <summary>The words of all whole credits in one key, in alphabetical order, without "and" and "the".</summary>
    public string Joined { get; }

    /// <summary>Whether no artist is named.</summary>
    public bool IsEmpty => Names.Count == 0;

    /// <summary>The credits of some lines; lines that name nobody ("Various Artists") are left out.</summary>
    public static ArtistCredits Of(IEnumerable<string?> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var names = new List<ArtistName>(4);
        var joined = new List<string>(2);
        foreach (var line in lines)
        {
            if (string.IsNullOrWhiteSpace(line) || MusicWords.NobodyAtAll.Contains(TextNormalizer.Key(line)))
            {
                continue;
            }

            if (Add(names, line, ArtistNamePart.Whole))
            {
                joined.Add(line);
            }

            AddPieces(names, line);
        }

        return new([.. names], JoinedKey(joined));
    }

    /// <summary>How well the best of two artists agree: 1 equal, 0 nothing alike.</summary>
    public static double Similarity(ArtistCredits a, ArtistCredits b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var best = a.Joined.Length > 0 && a.Joined == b.Joined ? 1.0 : 0;
        for (var i = 0; i < a.Names.Count && best < 1; i++)
        {
            for (var j = 0; j < b.Names.Count && best < 1; j++)
            {
                best = Math.Max(best, Similarity(a.Names[i], b.Names[j]));
            }
        }

        return best;
    }

    private static double Similarity(ArtistName a, ArtistName b)
    {
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

        var latin = LatinSimilarity(a, b);
        if (latin > 0 || a.Key.Length <= 4 || b.Key.Length <= 4)
        {
            return latin;
        }

        // "EngineHigh" and "Engine High" are one name.
        var similarity = Levenshtein.SimilarityWithSwaps(Compact(a.Key), Compact(b.Key), CloseName);
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

    private static string Compact(string key) => key.Replace(" ", "", StringComparison.Ordinal);

    private static bool SameDigits(string a, string b)
        => a.Where(char.IsAsciiDigit).SequenceEqual(b.Where(char.IsAsciiDigit));

    private static void AddPieces(List<ArtistName> names, string line)
    {
        var parts = line.Split(GuestSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(part => part.Split(ListSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToArray();
        if (parts is [var last, var first] && line == $"{last}, {first}" && !first.Contains(' ', StringComparison.Ordinal))
        {
            // "Sinatra, Frank" and "Beatles, The" stand behind their sort name.
            Add(names, $"{first} {last}", ArtistNamePart.Whole);
        }

        foreach (var part in parts)
        {
            if (parts.Length > 1)
            {
                Add(names, part, ArtistNamePart.Listed);
            }

            var sides = part.Split(AndSeparators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            foreach (var side in sides.Length > 1 ? sides : [])
            {
                Add(names, side, ArtistNamePart.Joined);
            }
        }
    }

    private static bool Add(List<ArtistName> names, string name, ArtistNamePart part)
    {
        var key = WithoutArticle(TextNormalizer.Key(name));
        if (key.Length == 0 || names.Exists(other => other.Key == key && other.Part <= part))
        {
            return false;
        }

        names.RemoveAll(other => other.Key == key);
        names.Add(new(key, Transliteration.LatinKey(name) is { } latin ? WithoutArticle(latin) : null, part));
        return true;
    }

    private static string WithoutArticle(string key)
        => key.StartsWith("the ", StringComparison.Ordinal) ? key[4..] : key;

    private static string JoinedKey(List<string> lines)
        => string.Join(' ', lines
            .SelectMany(line => TextNormalizer.Words(TextNormalizer.Key(line)))
            .Where(word => word is not ("and" or "the" or "feat" or "ft" or "featuring" or "x" or "with"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));
}
