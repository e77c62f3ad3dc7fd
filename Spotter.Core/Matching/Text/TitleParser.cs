using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>Takes titles apart: what is the song's name, what says which recording it is, and what is decoration.</summary>
public static class TitleParser
{
    // Behind these, words at the end of a name say where it was played: "All Night Live at Wembley".
    private static readonly string[] LivePlaces = ["at", "from"];

    /// <summary>The parts of a title. Never fails; a title of which nothing would be left is its own name.</summary>
    public static ParsedTitle Parse(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (TrackNumber.Behind(title, out var isPadded) is not { } rest)
        {
            return ParseWhole(title);
        }

        // The number may be the name's own: the title is indexed with it, and without it as the name alone.
        var (whole, unnumbered) = (ParseWhole(title), ParseWhole(rest));
        return unnumbered.Key.Length == 0 ? whole : whole with { BaseKey = unnumbered.BaseKey, HasTail = unnumbered.HasTail || !isPadded, Unnumbered = unnumbered };
    }

    private static ParsedTitle ParseWhole(string title)
    {
        var segments = TitleSegments.Of(title);
        var isSimple = segments.Count <= 1;
        var featured = new List<string>();
        var kinds = VersionKinds.None;
        var qualifier = new List<string>();
        var full = isSimple ? null : new StringBuilder(title.Length);
        var name = "";
        var hasTail = false;
        var hasName = segments.Exists(segment => segment.Kind == TitleSegmentKind.Name);
        foreach (var segment in segments)
        {
            var text = TakeCredit(segment, featured);
            if (text.Length == 0)
            {
                continue;
            }

            var isName = segment.Kind == TitleSegmentKind.Name || (!hasName && segment.Start == segments[0].Start);
            if (isName)
            {
                name = text;
            }
            else if (IsFromQuoted(text))
            {
                continue;
            }
            else if (SegmentWords.Read(TextNormalizer.Words(TextNormalizer.Key(text))) is { } version)
            {
                kinds |= version.Kinds;
                qualifier.AddRange(version.Qualifier);
                continue;
            }
            else
            {
                hasTail |= segment.Kind == TitleSegmentKind.Tail;
            }

            full?.Append(full.Length > 0 ? " " : "").Append(text);
        }

        var written = full is { Length: > 0 } ? full.ToString() : name.Length > 0 ? name : title;
        name = name.Length > 0 ? name : written;
        var baseKey = StripEnd(TextNormalizer.Key(name), ref kinds, qualifier);
        var key = written.Length == name.Length ? baseKey : StripEnd(TextNormalizer.Key(written), ref kinds, qualifier);
        var markedKey = Ascii.IsValid(written) ? key : StripEnd(TextNormalizer.MarkedKey(written), ref kinds, null);
        return new(
            key,
            baseKey.Length == key.Length ? key : baseKey,
            markedKey == key ? key : markedKey,
            Transliteration.LatinKey(written),
            hasTail,
            kinds == VersionKinds.None ? TitleVersion.Plain : new(kinds, qualifier),
            featured,
            NumbersOf(key));
    }

    /// <summary>Every way to cut the title at a dash with blanks around it: "Artist - Title", as files and videos are named.</summary>
    public static IEnumerable<(string Head, string Tail)> Splits(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        for (var i = 1; i + 1 < title.Length; i++)
        {
            if (title[i] is '-' or '–' or '—' && title[i - 1] == ' ' && title[i + 1] == ' ')
            {
                var (head, tail) = (title[..i].Trim(), title[(i + 1)..].Trim());
                if (head.Length > 0 && tail.Length > 0)
                {
                    yield return (head, tail);
                }
            }
        }
    }

    /// <summary>Cuts the credit of guests off the text and adds their names.</summary>
    private static string TakeCredit(TitleSegment segment, List<string> featured)
    {
        var text = segment.Text;
        var start = 0;
        while (start < text.Length)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            var word = text[start..end].TrimEnd('.', ':').ToLowerInvariant();
            var opens = start == 0 && segment.Kind == TitleSegmentKind.Bracket
                ? MusicWords.BracketCredits.Contains(word) || word == "w/"
                : (start > 0 || segment.Kind == TitleSegmentKind.Tail) && MusicWords.Credits.Contains(word);
            if (opens && end < text.Length && !IsVersionCredit(text[start..]))
            {
                featured.Add(text[end..].Trim());
                return text[..start].TrimEnd();
            }

            start = end + 1;
        }

        return text;
    }

    // "(with orchestra)", "(with lyrics)" name no guest.
    private static bool IsVersionCredit(string text)
        => text.StartsWith("with", StringComparison.OrdinalIgnoreCase)
            && SegmentWords.Read(TextNormalizer.Words(TextNormalizer.Key(text))) is not null;

    // (From "Frozen"): a quoted name behind "from" is the film's, whatever it is called.
    private static bool IsFromQuoted(string text)
        => text.StartsWith("from ", StringComparison.OrdinalIgnoreCase)
            && text.AsSpan(5).TrimStart() is [var c, ..]
            && c is '"' or '“' or '”' or '«' or '\'' or '‘' or '„';

    private static string StripEnd(string key, ref VersionKinds kinds, List<string>? qualifier)
    {
        if (!key.Contains(' ', StringComparison.Ordinal))
        {
            return key;
        }

        var words = TextNormalizer.Words(key);
        var count = words.Length;
        for (var i = 1; i + 2 < count; i++)
        {
            if (words[i] == "live" && LivePlaces.Contains(words[i + 1]))
            {
                kinds |= VersionKinds.Live;
                qualifier?.AddRange(words.Skip(i + 2).Where(word => !MusicWords.SmallWords.Contains(word)));
                count = i;
            }
        }

        while (count > 1 && SegmentWords.ReadEnd(words[..count]) is { Count: > 0 } end)
        {
            kinds |= end.Kinds;
            count -= end.Count;
        }

        return count == words.Length ? key : string.Join(' ', words[..count]);
    }

    private static string NumbersOf(string key)
    {
        if (!key.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return "";
        }

        var numbers = new StringBuilder();
        for (var i = 0; i < key.Length; i++)
        {
            if (char.IsAsciiDigit(key[i]))
            {
                numbers.Append(key[i]);
            }
            else if (numbers.Length > 0 && numbers[^1] != ' ')
            {
                numbers.Append(' ');
            }
        }

        return numbers.ToString().TrimEnd();
    }
}
