using System.Text.RegularExpressions;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>
/// A list as people type or paste it: one "Artist - Title" per line, possibly numbered. It accepts only what can hardly be anything else,
/// since letters and web pages consist of lines of text too.
/// </summary>
internal sealed partial class PlainTextFormat : IPlaylistFileFormat
{
    // Enough lines to recognise a list. Nobody types longer titles.
    private const int LinesToJudge = 500;
    private const int LongestLine = 300;
    private const int LongestQuote = 80;

    public string Family => "text";

    public Fact NoTracks => new Fact.ListWithoutTracks();

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

        // Two of three lines: the rest may be headings. A table may contain dashes in its cells.
        return entries > 0 && entries * 3 >= total * 2 && !UnknownTable.IsSeparated(content);
    }

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        // Nothing in such a list tells which side is the artist. Most people write it first.
        drafts.SidesAreOpen = true;
        var counted = 0;
        foreach (var (number, line) in Lines(content.Text))
        {
            FieldText.RefuseLongLine(line.Length, number);
            var entry = Entry.Of(line, ref counted);
            if (entry.Sides.ArtistFirst is ({ } artist, var title))
            {
                drafts.Add(number, TrackOf(title, artist), otherWayRound: entry.Sides.TitleFirst is (_, var other) ? TrackOf(other, entry.Sides.TitleFirst.Value.Artist!) : null);
            }
            else
            {
                var quote = line.Length > LongestQuote ? line[..LongestQuote] + "…" : line;
                drafts.LeaveOut(number, LeftOutReason.NoArtist, new Fact.UndividedLineLeftOut(quote));
            }

            SourceTrack TrackOf(string title, string artist) => new() { Title = title, Artists = [artist], DurationMs = entry.DurationMs };
        }
    }

    /// <summary>The lines without bullets. Empty lines and lines that begin with # are skipped. Tabs and no-break spaces become spaces, since
    /// only a dash between spaces separates.</summary>
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
            && Entry.Of(line, ref counted).Sides.ArtistFirst is ({ } artist, _)
            // A date or time before the first dash is part of a diary, log or timetable. "311" and "1975" are bands.
            && (artist.Any(char.IsLetter) || artist.All(char.IsDigit));
    }

    [GeneratedRegex(@"^[-–*•·]\s+")]
    private static partial Regex Bullet();

    /// <summary>A line without its number, its time in a recording and its length.</summary>
    private readonly partial record struct Entry(TwoSides Sides, int? DurationMs)
    {
        public static Entry Of(string line, ref int counted)
        {
            var text = WithoutNumber(WithoutMoment(line), ref counted);
            text = WithoutMoment(text);
            var (rest, length) = WithoutLength(text);
            // In "Ada - 4:33" the time is the title.
            (rest, length) = length is not null && ArtistAndTitle.Split(rest, path: null).Artist is null && !Credited().IsMatch(rest) ? (text, null) : (rest, length);
            return Credited().Match(rest) is { Success: true } credited
                ? new(new((credited.Groups[2].Value.Trim(), credited.Groups[1].Value.Trim()), null, 0), length)
                : new(ArtistAndTitle.Read(rest, path: null), length);
        }

        /// <summary>Drops "00:00 ", "[1:02:10] " and "(03:57) - " before a name.</summary>
        private static string WithoutMoment(string line) => Moment().Match(line) is { Success: true } moment ? line[moment.Length..] : line;

        /// <summary>Takes "(3:57)", "[3:57]" and "- 3:57" off the end.</summary>
        private static (string Text, int? DurationMs) WithoutLength(string line)
        {
            const int longest = 24;
            var start = Math.Max(0, line.Length - longest);
            return Length().Match(line[start..]) is { Success: true } length && TrackLength.Parse(length.Groups[1].Value, 1000) is { } ms
                ? (line[..(start + length.Index)].TrimEnd(), ms)
                : (line, null);
        }

        /// <summary>Drops "1. ", "01) " and the like. Drops "1 - " only if it continues the count and another dash follows: "311 - Down" is
        /// not number 311.</summary>
        private static string WithoutNumber(string line, ref int counted)
        {
            if (Marked().Match(line) is { Success: true } marked)
            {
                counted = int.Parse(marked.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
                return line[marked.Length..];
            }

            if (Dashed().Match(line) is { Success: true } dashed
                && int.Parse(dashed.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var number
                && (number == counted + 1 || dashed.Groups[1].ValueSpan[0] == '0' || Moment().IsMatch(line[dashed.Length..]))
                && ArtistAndTitle.Split(WithoutMoment(line[dashed.Length..]), path: null).Artist is not null)
            {
                counted = number;
                return line[dashed.Length..];
            }

            return line;
        }

        [GeneratedRegex(@"^([0-9]{1,5})[.)]\s*(?=[^0-9\s]|[0-9]{1,3}:[0-9]{2})")]
        private static partial Regex Marked();

        [GeneratedRegex(@"^([0-9]{1,5})\s+[-–—]\s+")]
        private static partial Regex Dashed();

        [GeneratedRegex(@"^[\[(]?(?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}[\])]?\s*(?:[-–—|.:]\s+|(?<=[\])])|\s+)(?=\S)")]
        private static partial Regex Moment();

        [GeneratedRegex(@"\s+(?:[-–—|]\s+)?[\[(]?((?:[0-9]{1,2}:)?[0-9]{1,3}:[0-9]{2})[\])]?$")]
        private static partial Regex Length();

        // Only with quotes: too many titles contain "by".
        [GeneratedRegex("^[\"“„«](.{1,300}?)[\"”“»]\\s+(?:by|von|par|de|di|av|door)\\s+(.{1,300})$", RegexOptions.IgnoreCase)]
        private static partial Regex Credited();
    }
}
