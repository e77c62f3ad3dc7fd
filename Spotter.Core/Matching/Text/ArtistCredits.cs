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
