namespace Spotter.Core.Formats.Text;

/// <summary>Line numbers as editors count them.</summary>
internal static class LineNumbers
{
    /// <summary>The 1-based line of the character at an index. CR, LF and CR LF each end one line.</summary>
    public static int At(ReadOnlySpan<char> text, int index)
    {
        var before = text[..Math.Min(index, text.Length)];
        var line = 1;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n' || (before[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
            {
                line++;
            }
        }

        return line;
    }
}
