using System.Buffers;

namespace Spotter.Core.Matching.Text;

/// <summary>Splits a title into text outside brackets, text in brackets, and text after a dash.</summary>
internal static class TitleSegments
{
    private const string Opening = "([{（［【＜";
    private const string Closing = ")]}）］】＞";
    private const string Dashes = "-–—‐‑‒―−－";

    private static readonly SearchValues<char> OpeningOrDash = SearchValues.Create(Opening + Dashes);
    private static readonly SearchValues<char> AnyOpening = SearchValues.Create(Opening);
    private static readonly SearchValues<char> AnyDash = SearchValues.Create(Dashes);

    /// <summary>The pieces in order. The first piece outside brackets is the name. Empty pieces are left out.</summary>
    public static void Cut(scoped ReadOnlySpan<char> title, ref SpanList<TitleSegment> segments)
    {
        segments.Clear();
        if (!title.ContainsAny(OpeningOrDash))
        {
            Add(title, 0, title.Length, TitleSegmentKind.Name, ref segments);
            return;
        }

        var hasName = false;
        var outside = 0;
        var i = 0;
        var partners = new SpanList<int>(stackalloc int[TextNormalizer.UsualLength]);
        while (i < title.Length && title[i..].IndexOfAny(AnyOpening) is >= 0 and var ahead)
        {
            i += ahead;
            var close = ClosingOf(title, i, ref partners);
            if (close < 0 || !EndsSegment(title, close))
            {
                i++;
                continue;
            }

            AddOutside(title, outside, i, ref segments, ref hasName);
            AddBracket(title, i + 1, close, partners.Items, ref segments);
            i = outside = close + 1;
        }

        AddOutside(title, outside, title.Length, ref segments, ref hasName);
        partners.Dispose();
    }

    // "(Album Version (Edited))": brackets inside a bracket are separate pieces. Deeper ones stay text.
    private static void AddBracket(
        scoped ReadOnlySpan<char> title, int from, int to, scoped ReadOnlySpan<int> partners, ref SpanList<TitleSegment> segments)
    {
        var start = from;
        for (var i = from; i < to; i++)
        {
            if (Opening.Contains(title[i]) && partners[i] is var close && close > i && close < to && EndsSegment(title, close))
            {
                Add(title, start, i, TitleSegmentKind.Bracket, ref segments);
                Add(title, i + 1, close, TitleSegmentKind.Bracket, ref segments);
                i = close;
                start = close + 1;
            }
        }

        Add(title, start, to, TitleSegmentKind.Bracket, ref segments);
    }

    // Brackets are paired once for the whole title, on first use, so that a title of only brackets stays cheap.
    private static int ClosingOf(scoped ReadOnlySpan<char> title, int open, ref SpanList<int> partners)
    {
        if (partners.Count == 0)
        {
            PairBrackets(title, ref partners);
        }

        return partners[open];
    }

    private static void PairBrackets(scoped ReadOnlySpan<char> title, ref SpanList<int> partners)
    {
        // Until its closing bracket is found, an opening bracket points to the enclosing open one of its kind.
        partners.Extend(title.Length).Fill(-1);
        Span<int> innermost = stackalloc int[Opening.Length];
        innermost.Fill(-1);
        for (var i = 0; i < title.Length; i++)
        {
            if (title[i] < '(')
            {
                continue;
            }

            if (Opening.IndexOf(title[i], StringComparison.Ordinal) is >= 0 and var opening)
            {
                partners[i] = innermost[opening];
                innermost[opening] = i;
            }
            else if (Closing.IndexOf(title[i], StringComparison.Ordinal) is >= 0 and var closing && innermost[closing] is >= 0 and var partner)
            {
                innermost[closing] = partners[partner];
                partners[partner] = i;
            }
        }

        foreach (var unclosed in innermost)
        {
            for (var open = unclosed; open >= 0;)
            {
                var around = partners[open];
                partners[open] = -1;
                open = around;
            }
        }
    }

    // "(G)I-DLE" is one word: a bracket is a separate piece only if no letter follows it directly.
    private static bool EndsSegment(scoped ReadOnlySpan<char> title, int close)
        => close + 1 == title.Length || !char.IsLetterOrDigit(title[close + 1]);

    private static void AddOutside(scoped ReadOnlySpan<char> title, int from, int to, ref SpanList<TitleSegment> segments, ref bool hasName)
    {
        var start = from;
        for (var i = from; i < to; i++)
        {
            var ahead = title[i..to].IndexOfAny(AnyDash);
            if (ahead < 0)
            {
                break;
            }

            i += ahead;
            if (IsSeparator(title, i, from, to))
            {
                hasName |= Add(title, start, i, hasName ? TitleSegmentKind.Tail : TitleSegmentKind.Name, ref segments);
                start = i + 1;
            }
        }

        hasName |= Add(title, start, to, hasName ? TitleSegmentKind.Tail : TitleSegmentKind.Name, ref segments);
    }

    private static bool Add(scoped ReadOnlySpan<char> title, int start, int end, TitleSegmentKind kind, ref SpanList<TitleSegment> segments)
    {
        while (start < end && char.IsWhiteSpace(title[start]))
        {
            start++;
        }

        while (start < end && char.IsWhiteSpace(title[end - 1]))
        {
            end--;
        }

        if (start < end)
        {
            segments.Add(new(start, end, kind));
        }

        return start < end;
    }

    // " - " separates, and so does the " -" of "Song -Live-".
    private static bool IsSeparator(scoped ReadOnlySpan<char> title, int i, int from, int to)
    {
        var blankBefore = i > from ? char.IsWhiteSpace(title[i - 1]) : i > 0;
        var blankAfter = i + 1 < to && char.IsWhiteSpace(title[i + 1]);
        var closesTail = i + 1 == to && title[from..i].IndexOf(" -") >= 0;
        var opensTail = blankBefore && i + 1 < to && title[to - 1] == title[i] && to - 1 > i;
        return (blankBefore && blankAfter) || closesTail || opensTail;
    }
}
