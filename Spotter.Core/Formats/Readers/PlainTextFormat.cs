using System.Text.RegularExpressions;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>
/// A list as people type or paste it: "Artist - Title" a line, perhaps numbered. It takes only what can hardly be anything else, since every
/// letter and every web page is lines of text too.
/// </summary>
internal sealed partial class PlainTextFormat : IPlaylistFileFormat
{
    // Enough to tell a list by; nobody types a title of more than this.
    private const int LinesToJudge = 500;
    private const int LongestLine = 300;
    private const int LongestQuote = 80;

    public string Family => "text";

    public string NoTracks => "The list names no tracks.";

    public bool Recognizes(PlaylistFileContent content)
    {
        var (entries, total) = (0, 0);
        foreach (var (_, line) in Lines(content.Text))
        {
            total++;
            entries += IsEntry(line) ? 1 : 0;
            if (total == LinesToJudge)
            {
                break;
            }
        }

        // Two lines of three: the rest may be headings. A table may have dashes in its cells.
        return entries > 0 && entries * 3 >= total * 2 && !UnknownTable.IsSeparated(content);
    }

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var counted = 0;
        foreach (var (number, line) in Lines(content.Text))
        {
            FieldText.RefuseOverlong(line.Length, number, "the line");
            var (artist, title) = ArtistAndTitle.Split(WithoutNumber(line, ref counted), path: null);
            if (artist is null)
            {
                var quote = line.Length > LongestQuote ? line[..LongestQuote] + "…" : line;
                drafts.LeaveOut(number, $"“{quote}” has no dash between artist and title and was left out.");
            }
            else
            {
                drafts.Add(number, new SourceTrack { Title = title, Artists = [artist] });
            }
        }
    }

    /// <summary>The lines that say something, without the mark of a list before them; a dash is one only with ordinary blanks beside it.</summary>
    private static IEnumerable<(int Number, string Line)> Lines(string text)
    {
        using var lines = new StringReader(text);
        var number = 0;
        while (lines.ReadLine() is { } raw)
        {
            number++;
            var line = Bullet().Replace(FieldText.Clean(raw.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\t', ' ')), "");
            if (line.Length > 0 && line[0] != '#')
            {
                yield return (number, line);
            }
        }
    }

    private static bool IsEntry(string line)
    {
        var counted = 0;
        return line.Length <= LongestLine
            && ArtistAndTitle.Split(WithoutNumber(line, ref counted), path: null) is ({ } artist, _)
            // A date or a time before the first dash is a diary, a log or a timetable. "311" and "1975" are bands.
            && (artist.Any(char.IsLetter) || artist.All(char.IsDigit));
    }

    /// <summary>Drops "1. ", "01) " and the like; "1 - " only where it goes on with the count and a dash is left: "311 - Down" is no number 311.</summary>
    private static string WithoutNumber(string line, ref int counted)
    {
        if (Marked().Match(line) is { Success: true } marked)
        {
            counted = int.Parse(marked.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            return line[marked.Length..];
        }

        if (Dashed().Match(line) is { Success: true } dashed
            && int.Parse(dashed.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var number
            && (number == counted + 1 || dashed.Groups[1].ValueSpan[0] == '0')
            && ArtistAndTitle.Split(line[dashed.Length..], path: null).Artist is not null)
        {
            counted = number;
            return line[dashed.Length..];
        }

        return line;
    }

    [GeneratedRegex(@"^[-–*•·]\s+")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^([0-9]{1,5})[.)]\s*(?=[^0-9\s])")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^([0-9]{1,5})\s+[-–—]\s+")]
    private static partial Regex Dashed();
}
