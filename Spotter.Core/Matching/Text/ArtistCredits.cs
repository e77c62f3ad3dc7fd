using System.Buffers;
using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>The artists that a track or song credits, as a set. Each line is kept whole as well as split, since a name may contain a comma
/// or an "and".</summary>
public sealed class ArtistCredits
{
    private static readonly string[] ListSeparators = [" • ", " · ", " | ", "|", ";", "\0", ": ", " / ", "/", "\\", " x ", " × ", " vs. ", " vs ", ", ", ","];

    private static readonly string[] GuestSeparators =
    [
        " feat. ", " feat ", " ft. ", " ft ", " featuring ", " with ", " w/ ", " (feat. ", " (feat ", " (ft. ", " (ft ", " (featuring ", " (with ", " (w/ ", " (by ",
        " [feat. ", " [feat ", " [ft. ", " [ft ", " [featuring ", " [with ", " [by ",
    ];

    private static readonly string[] AndSeparators = [" & ", " and ", " And ", " + ", " und ", " y ", " et ", " og ", " och ", " en ", " e ", " i ", " и ", " 'n' "];

    private static readonly Separators Guests = new(GuestSeparators, StringComparison.OrdinalIgnoreCase);
    private static readonly Separators Lists = new(ListSeparators, StringComparison.OrdinalIgnoreCase);

    // Case-sensitive: "I" is a word in many names.
    private static readonly Separators Ands = new(AndSeparators, StringComparison.Ordinal);

    private static readonly SearchValues<string> AnySeparator
        = SearchValues.Create([.. GuestSeparators, .. ListSeparators, .. AndSeparators], StringComparison.OrdinalIgnoreCase);

    // The lowest accepted similarity: one or two letters of a longer name.
    private const double CloseName = 0.80;

    // Longer lines are prose, not names.
    private const int LongestName = 100;

    private ArtistCredits(ArtistName[] names, string joined)
    {
        Names = names;
        Joined = joined;
    }

    /// <summary>All names, each once, with its most certain part.</summary>
    public IReadOnlyList<ArtistName> Names { get; }

    /// <summary>The words of all whole credits as one key, in alphabetical order, without "and" and "the".</summary>
    public string Joined { get; }

    /// <summary>Whether the names include a composer of classical music.</summary>
    public bool HasComposer => Names.Any(name => WorkWords.Surnames.Contains(name.Key[(name.Key.LastIndexOf(' ') + 1)..])) && Performers.Composers.Count > 0;

    /// <summary>The performers and composers. Computed on first use, for classical music only.</summary>
    public Performers Performers => field ??= Performers.Of(this);

    /// <summary>Whether no artist is named.</summary>
    public bool IsEmpty => Names.Count == 0;

    /// <summary>The credits of these lines. Lines that name nobody ("Various Artists") are left out.</summary>
    public static ArtistCredits Of(IEnumerable<string?> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return Of([.. lines]);
    }

    /// <summary>The credits of these lines and of the guests in a title.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="guests">The names after "feat." in the title. They are guests even if a line lists them with the others.</param>
    public static ArtistCredits Of(ReadOnlySpan<string?> lines, IReadOnlyList<string> guests)
    {
        ArgumentNullException.ThrowIfNull(guests);
        if (guests.Count == 0)
        {
            return Of(lines);
        }

        var credits = Of([.. lines, .. guests]);
        var named = Of([.. guests]);
        var names = credits.Names.Select(name => name.IsGuest || !named.Names.Any(guest => guest.Key == name.Key) ? name : name with { IsGuest = true }).ToArray();

        // If nobody else is named, the guest is the artist.
        return names.All(name => name.IsGuest) ? credits : new(names, credits.Joined);
    }

    /// <summary>The credits of these lines. Lines that name nobody ("Various Artists") are left out.</summary>
    public static ArtistCredits Of(ReadOnlySpan<string?> lines)
    {
        var names = new List<ArtistName>(Math.Max(1, lines.Length));
        var key = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        var joined = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        foreach (var written in lines)
        {
            if (written is null)
            {
                continue;
            }

            var line = SourceText.Artist(written);
            key.Clear();
            TextNormalizer.AppendKey(line, ref key);
            if (key.Count == 0 || MusicWords.IsNobody(key.Items))
            {
                continue;
            }

            if (Add(names, line, key.Items, ArtistNamePart.Whole))
            {
                if (joined.Count > 0)
                {
                    joined.Add(' ');
                }

                joined.Append(key.Items);
            }

            AddPieces(names, line);
        }

        var credits = new ArtistCredits([.. names], JoinedKey.Of(joined.Items, names));
        joined.Dispose();
        key.Dispose();
        return credits;
    }

    /// <summary>The similarity of the two most similar artists: 1 if equal, 0 if nothing in common.</summary>
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

    /// <summary>
    /// The similarity of two credits that may mean the same artist although the names differ: <see cref="MatchScorer.HalfAlike"/> if one
    /// name contains all distinctive words of the other, or six tenths of the letters are the same; <see cref="MatchScorer.SharesWord"/> if
    /// it contains half of them, as with two people of the same first name; otherwise 0.
    /// </summary>
    public static double HalfLikeness(ArtistCredits a, ArtistCredits b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var best = 0.0;
        for (var i = 0; i < a.Names.Count; i++)
        {
            for (var j = 0; j < b.Names.Count; j++)
            {
                best = a.Names[i].IsGuest && b.Names[j].IsGuest ? best : Math.Max(best, HalfLikeness(a.Names[i].Key, b.Names[j].Key));
            }
        }

        return best;
    }

    private static double HalfLikeness(string a, string b)
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

    // "DJ Marvo" is known by "Marvo": words that many names have do not identify an artist.
    private static string[] OwnWords(string key)
        => [.. TextNormalizer.Words(key).Where(word => word.Length > 2 && word is not ("and" or "feat") && !MusicWords.IsEnsemble(word) && !MusicWords.CommonNameWords.Contains(word))];

    private static double Similarity(ArtistName a, ArtistName b)
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

        // "EngineHigh" and "Engine High" are the same name, as are "AC/DC" and "ACDC". In a short name, one different letter makes another
        // name.
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

    private static void AddPieces(List<ArtistName> names, string line)
    {
        // Most lines are one name.
        if (!line.AsSpan().ContainsAny(AnySeparator))
        {
            return;
        }

        var pieces = new SpanList<Range>(stackalloc Range[8]);
        var parts = new SpanList<Range>(stackalloc Range[16]);
        Guests.Split(line, .., ref pieces);
        var guestsFrom = pieces.Count > 1 ? pieces.Items[1].Start.Value : int.MaxValue;
        foreach (var piece in pieces.Items)
        {
            Lists.Split(line, piece, ref parts);
        }

        if (parts.Count == 2 && IsSortName(line, parts[0], parts[1]))
        {
            // "Sinatra, Frank" and "Beatles, The" are sort names.
            Add(names, $"{line[parts[1]]} {line[parts[0]]}", ArtistNamePart.Whole);
        }

        foreach (var part in parts.Items)
        {
            var isGuest = part.Start.Value >= guestsFrom;
            if (parts.Count > 1)
            {
                Add(names, line.AsSpan()[part], ArtistNamePart.Listed, isGuest);
            }

            pieces.Clear();
            Ands.Split(line, part, ref pieces);
            foreach (var side in pieces.Count > 1 ? pieces.Items : [])
            {
                Add(names, line.AsSpan()[side], ArtistNamePart.Joined, isGuest);
            }
        }

        parts.Dispose();
        pieces.Dispose();
    }

    private static bool IsSortName(string line, Range last, Range first)
        => last.Start.Value == 0
            && first.End.Value == line.Length
            && line.AsSpan(last.End.Value, first.Start.Value - last.End.Value) is ", "
            && !line.AsSpan()[first].Contains(' ');

    private static void Add(List<ArtistName> names, ReadOnlySpan<char> name, ArtistNamePart part, bool isGuest = false)
    {
        var key = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        TextNormalizer.AppendKey(name, ref key);
        Add(names, name, key.Items, part, isGuest);
        key.Dispose();
    }

    private static bool Add(List<ArtistName> names, ReadOnlySpan<char> name, ReadOnlySpan<char> key, ArtistNamePart part, bool isGuest = false)
    {
        key = WithoutArticle(key);
        if (key.IsEmpty)
        {
            return false;
        }

        var known = names.Count - 1;
        while (known >= 0 && !key.SequenceEqual(names[known].Key))
        {
            known--;
        }

        if (known >= 0)
        {
            if (names[known].Part <= part && (isGuest || !names[known].IsGuest))
            {
                return false;
            }

            (part, isGuest) = ((ArtistNamePart)Math.Min((int)part, (int)names[known].Part), isGuest && names[known].IsGuest);
            names.RemoveAt(known);
        }

        names.Add(new(key.ToString(), LatinKeyOf(name), part) { IsGuest = isGuest });
        if (WorkWords.ComposerOf(key) is { } composer && !key.SequenceEqual(composer))
        {
            // "J. S. Bach" is also found under his full name.
            Add(names, composer, composer, part, isGuest);
        }

        AddOtherNames(names, name, key, part, isGuest);
        return true;
    }

    private static void AddOtherNames(List<ArtistName> names, ReadOnlySpan<char> name, ReadOnlySpan<char> key, ArtistNamePart part, bool isGuest)
    {
        if (OtherNames.LeaderOf(key) is { IsEmpty: false } leader)
        {
            Add(names, leader, leader, ArtistNamePart.Joined, isGuest);
        }

        var surnames = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        if (OtherNames.TryAppendSurnames(key, ref surnames))
        {
            Add(names, surnames.Items, surnames.Items, (ArtistNamePart)Math.Max((int)part, (int)ArtistNamePart.Listed), isGuest);
        }

        surnames.Dispose();
        if (OtherNames.IsInTwoScripts(name, out var outside, out var inside))
        {
            Add(names, outside, part, isGuest);
            Add(names, inside, part, isGuest);
        }
    }

    private static string? LatinKeyOf(ReadOnlySpan<char> name)
    {
        if (Ascii.IsValid(name))
        {
            return null;
        }

        var marked = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        var latin = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        TextNormalizer.AppendMarkedKey(name, ref marked);
        var key = Transliteration.TryAppendLatinKey(marked.Items, ref latin) ? WithoutArticle(latin.Items).ToString() : null;
        latin.Dispose();
        marked.Dispose();
        return key;
    }

    // "Die Ärzte" are "Ärzte", but "El-P" without "El" would be no name.
    private static ReadOnlySpan<char> WithoutArticle(ReadOnlySpan<char> key)
    {
        if (key.StartsWith("the "))
        {
            return key[4..];
        }

        var end = key.IndexOf(' ');
        return end is 2 or 3 && key.Length - end > 4 && key[..end] is "les" or "los" or "las" or "die" or "der" or "das" or "de" or "het" or "el" ? key[(end + 1)..] : key;
    }
}
