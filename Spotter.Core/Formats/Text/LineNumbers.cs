namespace Spotter.Core.Formats.Text;

/// <summary>Tells the line of a place in a text, as an editor shows it.</summary>
internal static class LineNumbers
{
    /// <summary>The 1-based line of the character at the index. CR, LF and CR LF each end one line.</summary>
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
