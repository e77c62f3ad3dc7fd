using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Archives;

/// <summary>
/// What Google Takeout wrote above the ids of a playlist until 2023: a line of names, a line with the list's id, channel, dates, title,
/// description and visibility, and lines that are empty or contain only commas.
/// </summary>
/// <param name="Title">The title, or null.</param>
/// <param name="Description">The description, or null.</param>
/// <param name="Start">The index of the character where the table of ids begins.</param>
/// <param name="LinesAbove">The number of lines above the table.</param>
internal sealed record TakeoutPreamble(string? Title, string? Description, int Start, int LinesAbove)
{
    private const int LinesToLookAt = 30;
    private const int FewestColumns = 5;
    private const int TitleColumn = 4;

    /// <summary>Finds the preamble of a file. Null if it has none.</summary>
    public static TakeoutPreamble? Find(string text)
    {
        var (at, number, hasGap) = (0, 0, false);
        while (at < text.Length && number < LinesToLookAt)
        {
            var length = text.AsSpan(at).IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length - at;
            var line = text.AsSpan(at, length);
            if (number == 0 && line.Count(',') < FewestColumns - 1)
            {
                return null;
            }

            if (line.Trim(", \t").IsEmpty)
            {
                hasGap |= number > 1;
            }
            else if (hasGap)
            {
                return NamesIds(line) ? Of(text[..at], at, number) : null;
            }

            at += length;
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            number++;
        }

        return null;
    }

    /// <summary>Whether a column's name is that of the video ids. Google translates its headers. In most languages the name contains "video"
    /// and "id", with or without text between them.</summary>
    public static bool IsIdOfVideo(string name)
    {
        const int longest = 30;
        var key = HeaderName.Normalize(name);
        return key.Length < longest && key != "video" && key.Contains("video", StringComparison.Ordinal) && key.Replace("video", "", StringComparison.Ordinal).Contains("id", StringComparison.Ordinal);
    }

    private static bool NamesIds(ReadOnlySpan<char> line)
    {
        var cell = line.IndexOf(',') is >= 0 and var comma ? line[..comma] : line;
        return cell.Length < 60 && IsIdOfVideo(FieldText.Clean(cell.ToString()).Trim('"'));
    }

    private static TakeoutPreamble Of(string above, int start, int number)
    {
        var cells = CsvTable.Open(above)?.Sample(2) is [_, var values] ? values.Cells : [];
        return new(FieldText.CleanOrNull(cells.ElementAtOrDefault(TitleColumn)), FieldText.CleanOrNull(cells.ElementAtOrDefault(TitleColumn + 1)), start, number);
    }
}
