using System.Buffers;

namespace Spotter.Core.Matching.Text;

/// <summary>Parses titles: the song's name, what identifies the recording, and decoration.</summary>
public static class TitleParser
{
    /// <summary>No artist and title together are longer. Longer titles are not split at dashes, since every dash would mean another reading
    /// of the whole.</summary>
    internal const int LongestSplit = 1000;

    // Nor does a title have more parts.
    private const int MostSplits = 12;

    private const int LongestDecoration = 40;

    private static readonly SearchValues<char> OfLengths = SearchValues.Create("0123456789:");

    private static readonly int LongestCredit = MusicWords.BracketCredits.Concat(MusicWords.Credits).Max(word => word.Length);

    /// <summary>Parses a title. Never fails. If nothing would be left of a title, it is its own name.</summary>
    public static ParsedTitle Parse(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (TrackNumber.Behind(title, out var isPadded) is not { } rest)
        {
            return ParseWhole(title);
        }

        // The number may be part of the name: the title is indexed with it, and without it as the base name.
        var (whole, unnumbered) = (ParseWhole(title), ParseWhole(rest));
        return unnumbered.Key.Length == 0
            ? whole
            : whole with { BaseKey = unnumbered.BaseKey, HasTail = unnumbered.HasTail || !isPadded, Unnumbered = unnumbered };
    }

    /// <summary>Every way to split the title at a dash, slash or bar with blanks around it: "Artist - Title", as files and videos are
    /// named.</summary>
    public static IEnumerable<(string Head, string Tail, bool IsDash)> Splits(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        var splits = 0;
        for (var i = 1; i + 1 < title.Length && title.Length <= LongestSplit && splits < MostSplits; i++)
        {
            if (title[i] is '-' or '–' or '—' or '/' or '|' && title[i - 1] == ' ' && title[i + 1] == ' ')
            {
                var (head, tail) = (title[..i].Trim(), title[(i + 1)..].Trim());
                if (head.Length > 0 && tail.Length > 0)
                {
                    splits++;
                    yield return (head, tail, title[i] is not ('/' or '|'));
                }
            }
        }
    }

    /// <summary>
    /// Whether only a version or decoration follows the head of a title: then the head is the song's name, even if it is also the name of
    /// an artist or album ("Black Sabbath - 2009 Remaster"). An intro is a song of its own.
    /// </summary>
    internal static bool IsWholeName(string head, string title)
        => Parse(title) is var whole && whole.Version.Kinds != VersionKinds.Interlude && whole.Key == Parse(head).Key;

    /// <summary>Parses a title like <see cref="Parse"/>, without allocating strings or lists.</summary>
    /// <param name="title">The title.</param>
    /// <param name="scan">Receives the parts, which replace its content.</param>
    internal static void Read(scoped ReadOnlySpan<char> title, ref TitleScan scan)
    {
        ReadWhole(title, ref scan);
        if (TrackNumber.TryCut(title, out var rest, out var isPadded))
        {
            var unnumbered = new TitleScan(stackalloc char[TitleScan.UsualText], stackalloc Range[TitleScan.UsualGuests]);
            ReadWhole(rest, ref unnumbered);
            scan.AddUnnumbered(unnumbered, isPadded);
            unnumbered.Dispose();
        }
    }

    private static ParsedTitle ParseWhole(string title)
        => CensoredWords.Masked(title) is { } masked ? ParseWritten(title) with { Censored = ParseWritten(masked).Key } : ParseWritten(title);

    private static ParsedTitle ParseWritten(string title)
    {
        var scan = new TitleScan(stackalloc char[TitleScan.UsualText], stackalloc Range[TitleScan.UsualGuests]);
        ReadWhole(title, ref scan);
        var key = scan.Key.SequenceEqual(title) ? title : scan.Key.ToString();
        var parsed = new ParsedTitle(
            key,
            scan.HasSubtitle ? scan.BaseKey.ToString() : key,
            scan.HasMarks ? scan.MarkedKey.ToString() : key,
            scan.HasLatinKey ? scan.LatinKey.ToString() : null,
            scan.HasTail,
            scan.Kinds == VersionKinds.None ? TitleVersion.Plain : new(scan.Kinds, TextNormalizer.Words(scan.Qualifier.ToString())),
            FeaturedIn(title, scan.Featured),
            scan.Numbers.ToString())
        {
            Work = scan.Work,
            DigraphKey = scan.HasMarks ? Digraphs.Of(scan.MarkedKey.ToString()) : null,
            OtherLettersKey = OtherNames.IsInTwoScripts(title, out _, out var inside) ? TextNormalizer.Key(inside.ToString()) : null,
        };
        scan.Dispose();
        return parsed;
    }

    private static void ReadWhole(scoped ReadOnlySpan<char> title, ref TitleScan scan)
    {
        scan.Clear();
        title = WithoutHiddenTail(title);
        var segments = new SpanList<TitleSegment>(stackalloc TitleSegment[8]);
        TitleSegments.Cut(title, ref segments);
        if (segments.Count > 1)
        {
            ReadPieces(title, segments.Items, ref scan);
        }
        else
        {
            var (start, end) = segments.Count == 1 ? TakeCredit(title, segments[0], ref scan) : (0, 0);
            var name = start < end ? title[start..end] : title;
            scan.AddName(name, name);
        }

        segments.Dispose();
        if (WorkReader.Read(title) is { } work)
        {
            scan.AddWork(work);
        }
    }

    // "Harbour / Hidden Track": what follows a slash is another song, unless it is a decoration phrase.
    private static ReadOnlySpan<char> WithoutHiddenTail(ReadOnlySpan<char> title)
    {
        const string Slash = " / ";
        var at = title.LastIndexOf(Slash);
        if (at <= 0 || title.Length - at > LongestDecoration)
        {
            return title;
        }

        var key = new SpanList<char>(stackalloc char[LongestDecoration * 2]);
        var starts = new SpanList<int>(stackalloc int[LongestDecoration]);
        TextNormalizer.AppendKey(title[(at + Slash.Length)..], ref key);
        var isDecoration = key.Count > 0 && SegmentWords.IsDecoration(KeyWords.Of(key.Items, ref starts));
        starts.Dispose();
        key.Dispose();
        return isDecoration ? title[..at] : title;
    }

    private static void ReadPieces(scoped ReadOnlySpan<char> title, scoped ReadOnlySpan<TitleSegment> segments, ref TitleScan scan)
    {
        var written = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        scoped ReadOnlySpan<char> name = default;
        var hasName = HasName(segments);
        for (var i = 0; i < segments.Length; i++)
        {
            var (start, end) = TakeCredit(title, segments[i], ref scan);
            if (start == end)
            {
                continue;
            }

            var text = title[start..end];
            if (segments[i].Kind == TitleSegmentKind.Name || (!hasName && i == 0))
            {
                name = text;
            }
            else if (IsFromQuoted(text) || IsLength(text) || IsYearOfRemaster(title, segments, i) || AddVersion(text, ref scan))
            {
                continue;
            }
            else if (segments[i].Kind == TitleSegmentKind.Tail)
            {
                scan.AddTail();
            }

            if (written.Count > 0)
            {
                written.Add(' ');
            }

            written.Append(text);
        }

        scoped var whole = written.Count > 0 ? written.Items : title;
        scan.AddName(name.IsEmpty ? whole : name, whole);
        written.Dispose();
    }

    private static bool HasName(scoped ReadOnlySpan<TitleSegment> segments)
    {
        foreach (var segment in segments)
        {
            if (segment.Kind == TitleSegmentKind.Name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AddVersion(scoped ReadOnlySpan<char> text, ref TitleScan scan)
    {
        var key = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        var starts = new SpanList<int>(stackalloc int[TextNormalizer.UsualLength / 4]);
        TextNormalizer.AppendKey(text, ref key);
        var isUnderstood = scan.AddVersion(KeyWords.Of(key.Items, ref starts));
        starts.Dispose();
        key.Dispose();
        return isUnderstood;
    }

    // Records the guests that a segment names, and returns the position of the rest.
    private static (int Start, int End) TakeCredit(scoped ReadOnlySpan<char> title, TitleSegment segment, ref TitleScan scan)
    {
        var start = segment.Start;
        while (start < segment.End)
        {
            var end = start;
            while (end < segment.End && !char.IsWhiteSpace(title[end]))
            {
                end++;
            }

            var isFirst = start == segment.Start;
            var mayOpen = !isFirst || segment.Kind != TitleSegmentKind.Name;
            if (mayOpen && end < segment.End
                && OpensCredit(title[start..end], inBracket: isFirst && segment.Kind == TitleSegmentKind.Bracket)
                && !IsVersionCredit(title[start..segment.End]))
            {
                // Some sources separate words from punctuation: "feat . Ann".
                while (end + 1 < segment.End && (char.IsWhiteSpace(title[end]) || title[end] == '.'))
                {
                    end++;
                }

                scan.AddFeatured(end, TakeVersions(title, end, segment.End, ref scan));
                while (start > segment.Start && char.IsWhiteSpace(title[start - 1]))
                {
                    start--;
                }

                return (segment.Start, start);
            }

            start = end + 1;
        }

        return (segment.Start, segment.End);
    }

    // "(Feat. Ann Ash; Radio Edit)": a version after the guests in a bracket. Returns where the guests end.
    private static int TakeVersions(scoped ReadOnlySpan<char> title, int start, int end, ref TitleScan scan)
    {
        while (title[start..end] is var guests && LastSeparator(guests) is var (at, behind) && AddVersion(guests[behind..], ref scan))
        {
            end = start + at;
        }

        return end;
    }

    private static (int At, int Behind)? LastSeparator(scoped ReadOnlySpan<char> text)
    {
        // No version has a longer name. The limit keeps the cost of monstrous titles down.
        var from = Math.Max(0, text.Length - 100);
        var end = text[from..];
        return (end.LastIndexOf(';'), end.LastIndexOf(" - ")) switch
        {
            ( < 0, < 0) => null,
            var (semicolon, dash) when semicolon > dash => (from + semicolon, from + semicolon + 1),
            var (_, dash) => (from + dash, from + dash + 3),
        };
    }

    private static bool OpensCredit(scoped ReadOnlySpan<char> word, bool inBracket)
    {
        word = word.TrimEnd(".:");
        if (word.Length > LongestCredit)
        {
            return false;
        }

        Span<char> small = stackalloc char[LongestCredit];
        small = small[..word.ToLowerInvariant(small)];
        return MusicWords.OpensCredit(small, inBracket) || (inBracket && small is "w/" or "+") || small is "f/";
    }

    // "(with orchestra)" and "(with lyrics)" name no guest.
    private static bool IsVersionCredit(scoped ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("with", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var scan = new TitleScan(stackalloc char[TextNormalizer.UsualLength], []);
        var isVersion = AddVersion(text, ref scan);
        scan.Dispose();
        return isVersion;
    }

    // "(3:57)": lists of videos give the length of each.
    private static bool IsLength(scoped ReadOnlySpan<char> text)
        => text.Length is >= 4 and <= 8 && text.Contains(':') && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]) && text[^3] == ':'
            && !text.ContainsAnyExcept(OfLengths);

    // "Song - 2011 - Remaster", "Song - Remaster - 2011".
    private static bool IsYearOfRemaster(scoped ReadOnlySpan<char> title, scoped ReadOnlySpan<TitleSegment> segments, int i)
        => SegmentWords.IsYear(title[segments[i].Start..segments[i].End])
            && ((i + 1 < segments.Length && IsRemaster(title[segments[i + 1].Start..segments[i + 1].End]))
                || (i > 0 && IsRemaster(title[segments[i - 1].Start..segments[i - 1].End])));

    private static bool IsRemaster(scoped ReadOnlySpan<char> text) => text.Contains("remaster", StringComparison.OrdinalIgnoreCase);

    // (From "Frozen"): a quoted name after "from" is a film's, whatever it is.
    private static bool IsFromQuoted(scoped ReadOnlySpan<char> text)
        => text.StartsWith("from ", StringComparison.OrdinalIgnoreCase)
            && text[5..].TrimStart() is [var c, ..]
            && c is '"' or '“' or '”' or '«' or '\'' or '‘' or '„';

    private static string[] FeaturedIn(string title, ReadOnlySpan<Range> ranges)
    {
        if (ranges.IsEmpty)
        {
            return [];
        }

        var featured = new string[ranges.Length];
        for (var i = 0; i < featured.Length; i++)
        {
            featured[i] = title[ranges[i]];
        }

        return featured;
    }
}
