using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>Finds the header of a table. Some programs write their own name or the name of the list above it.</summary>
internal static class HeaderPlace
{
    private const int LinesToLookAt = 10;
    private const int LongestHeader = 2_000;

    /// <summary>The index where the table begins in the text, and the number of lines above it.</summary>
    public static (int Start, int LinesAbove) Find(string text)
    {
        var lines = FirstLines(text);
        if (lines.Count < 2 || CountKnown(lines[0].Line) > 0)
        {
            return (0, 0);
        }

        foreach (var (start, number, line) in lines.Skip(1))
        {
            if (CountKnown(line) > 1)
            {
                return (start, number);
            }
        }

        // A first line without separators is a heading, if the lines below it have equally many.
        var separator = SeparatorOf(lines[0].Line) is null && lines.Count > 2 ? SeparatorOf(lines[1].Line) : null;
        return separator is { } found && lines[1].Line.Count(found) == lines[2].Line.Count(found) ? (lines[1].Start, lines[1].Number) : (0, 0);
    }

    /// <summary>The separator of a line: the most frequent one outside quotes. Null if there is none.</summary>
    public static char? SeparatorOf(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> separators = [',', ';', '\t', '|'];
        Span<int> counts = stackalloc int[separators.Length];
        var quoted = false;
        foreach (var c in line)
        {
            if (c is '\n' or '\r' && !quoted)
            {
                break;
            }

            quoted ^= c == '"';
            var index = quoted ? -1 : separators.IndexOf(c);
            if (index >= 0)
            {
                counts[index]++;
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return counts[best] == 0 ? null : separators[best];
    }

    /// <summary>The number of different columns that the line names with known names.</summary>
    private static int CountKnown(string line)
    {
        if (line.Length > LongestHeader)
        {
            return 0;
        }

        var cells = SeparatorOf(line) is { } separator ? line.Split(separator) : [line];
        return cells.Select(cell => TableGuess.Named(FieldText.Clean(cell).Trim('"'))).Where(column => column is not null).Distinct().Count();
    }

    private static List<(int Start, int Number, string Line)> FirstLines(string text)
    {
        var lines = new List<(int Start, int Number, string Line)>();
        var (at, number) = (0, 0);
        while (at < text.Length && number < LinesToLookAt)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var found ? found : text.Length - at;
            if (!text.AsSpan(at, length).IsWhiteSpace())
            {
                // Longer lines are not headers, so the rest is not needed.
                lines.Add((at, number, text.Substring(at, Math.Min(length, LongestHeader + 1))));
            }

            at += length;
            at += at < text.Length && text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            number++;
        }

        return lines;
    }
}
