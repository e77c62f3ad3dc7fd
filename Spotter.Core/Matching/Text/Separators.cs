using System.Buffers;

namespace Spotter.Core.Matching.Text;

/// <summary>Characters and words that separate names. If several begin at one position, the first one in the list applies.</summary>
internal sealed class Separators(string[] separators, StringComparison comparison)
{
    private readonly SearchValues<string> _any = SearchValues.Create(separators, comparison);

    /// <summary>Adds the positions of the pieces of a part of a line, trimmed and without empty ones.</summary>
    public void Split(string line, Range part, ref SpanList<Range> pieces)
    {
        var (start, length) = part.GetOffsetAndLength(line.Length);
        var end = start + length;
        while (line.AsSpan(start, end - start).IndexOfAny(_any) is >= 0 and var ahead)
        {
            Add(line, start, start + ahead, ref pieces);
            start += ahead + LengthAt(line.AsSpan(start + ahead, end - start - ahead));
        }

        Add(line, start, end, ref pieces);
    }

    private static void Add(string line, int start, int end, ref SpanList<Range> pieces)
    {
        while (start < end && char.IsWhiteSpace(line[start]))
        {
            start++;
        }

        while (start < end && char.IsWhiteSpace(line[end - 1]))
        {
            end--;
        }

        if (start < end)
        {
            pieces.Add(start..end);
        }
    }

    private int LengthAt(ReadOnlySpan<char> text)
    {
        foreach (var separator in separators)
        {
            if (text.StartsWith(separator, comparison))
            {
                return separator.Length;
            }
        }

        return 0;
    }
}
