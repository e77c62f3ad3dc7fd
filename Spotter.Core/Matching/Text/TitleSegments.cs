namespace Spotter.Core.Matching.Text;

/// <summary>Cuts a title into what stands outside brackets, what stands in them, and what follows a dash.</summary>
internal static class TitleSegments
{
    private const string Opening = "([{（［【＜";
    private const string Closing = ")]}）］】＞";

    /// <summary>The pieces in the order in which they stand; the first piece outside brackets is the name.</summary>
    public static List<TitleSegment> Of(string title)
    {
        var segments = new List<TitleSegment>();
        var outside = 0;
        var i = 0;
        while (i < title.Length)
        {
            var kind = Opening.IndexOf(title[i], StringComparison.Ordinal);
            var close = kind < 0 ? -1 : ClosingOf(title, i, kind);
            if (close < 0 || !EndsSegment(title, close))
            {
                i++;
                continue;
            }

            AddOutside(segments, title, outside, i);
            segments.Add(new(title[(i + 1)..close].Trim(), TitleSegmentKind.Bracket, i));
            i = outside = close + 1;
        }

        AddOutside(segments, title, outside, title.Length);
        segments.RemoveAll(segment => segment.Text.Length == 0);
        return segments;
    }

    private static int ClosingOf(string title, int open, int kind)
    {
        var depth = 0;
        for (var i = open; i < title.Length; i++)
        {
            if (title[i] == Opening[kind])
            {
                depth++;
            }
            else if (title[i] == Closing[kind] && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    // "(G)I-DLE" is one word: a bracket is a piece of its own only where nothing is glued to its end.
    private static bool EndsSegment(string title, int close)
        => close + 1 == title.Length || !char.IsLetterOrDigit(title[close + 1]);

    private static void AddOutside(List<TitleSegment> segments, string title, int from, int to)
    {
        var start = from;
        for (var i = from; i < to; i++)
        {
            if (IsDash(title[i]) && IsSeparator(title, i, from, to))
            {
                Add(start, i);
                start = i + 1;
            }
        }

        Add(start, to);

        void Add(int begin, int end)
        {
            var text = title[begin..end].Trim();
            var isName = segments.TrueForAll(segment => segment.Kind == TitleSegmentKind.Bracket);
            if (text.Length > 0)
            {
                segments.Add(new(text, isName ? TitleSegmentKind.Name : TitleSegmentKind.Tail, begin));
            }
        }
    }

    // " - " parts; so does the " -" of "Song -Live-".
    private static bool IsSeparator(string title, int i, int from, int to)
    {
        var blankBefore = i > from ? char.IsWhiteSpace(title[i - 1]) : i > 0;
        var blankAfter = i + 1 < to && char.IsWhiteSpace(title[i + 1]);
        var closesTail = i + 1 == to && title.AsSpan(from, i - from).IndexOf(" -") >= 0;
        var opensTail = blankBefore && i + 1 < to && title[to - 1] == title[i] && to - 1 > i;
        return (blankBefore && blankAfter) || closesTail || opensTail;
    }

    private static bool IsDash(char c) => c is '-' or '–' or '—' or '‐' or '‑' or '‒' or '―' or '−' or '－';
}
