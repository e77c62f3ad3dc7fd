using System.Text.RegularExpressions;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>
/// Decides whether a table is a list of tracks, and what its columns mean. A title alone is not enough: contacts, bookmarks and bank
/// statements have names and titles too. There must be an artist, or something else that only tracks have.
/// </summary>
internal static partial class MusicTable
{
    private const int RowsToJudge = 20;
    private const int LongestName = 80;

    private static readonly HashSet<string> Beside = [.. ColumnNames.BesideTracks.Select(HeaderName.Normalize)];
    private static readonly HashSet<string> Everyday = [.. ColumnNames.EverydayTitle.Select(HeaderName.Normalize)];

    /// <summary>Examines a table.</summary>
    public static Judgement Judge(CsvTable table)
    {
        if (table.Find(ColumnNames.Title) is not { } title)
        {
            return new(null, IsMusic: false, MayBeMusic: true);
        }

        var rows = table.Sample(RowsToJudge + 1).Skip(1).ToList();
        var artists = FindArtists(table, title, rows);
        var columns = new TrackColumns
        {
            Title = title,
            Artist = artists.Count > 0 ? artists[0] : null,
            MoreArtists = [.. artists.Skip(1)],
            Album = table.Find(ColumnNames.Album),
            Duration = table.Find(ColumnNames.Duration),
            Isrc = table.Find(ColumnNames.Isrc),
            RecordingMbid = table.Find(ColumnNames.RecordingMbid),
            TrackId = table.Find(ColumnNames.TrackId),
            // A YouTube id is eleven characters without any mark of the service.
            ServiceName = table.Find(ColumnNames.TrackId) is { } id && table.Find("Video ID") == id ? "youtube" : null,
            Link = table.Find(ColumnNames.Link),
            Location = table.Find(ColumnNames.Location),
            Playlist = table.Find(ColumnNames.Playlist),
        };
        if (artists.Count > 0)
        {
            return new(columns, IsMusic: true, MayBeMusic: true);
        }

        var isEveryday = Everyday.Contains(HeaderName.Normalize(table.Header[title]));
        var isIdentified = HasMostly(rows, columns.Isrc, cell => TrackIds.RecordingCode(cell) is not null)
            || HasMostly(rows, columns.RecordingMbid, cell => TrackIds.RecordingMbid(cell) is not null)
            || HasMostly(rows, columns.TrackId, cell => TrackIds.FromLink(cell) is not null || TrackIds.Written(cell) is not null)
            || HasMostly(rows, columns.Link, cell => TrackIds.FromLink(cell) is not null)
            || HasMostly(rows, columns.Location, MediaPath.IsSound);
        var mayHaveArtist = FindLikelyArtist(table.Header, title, rows) is not null;
        var isDescribed = columns.Album is not null || columns.Playlist is not null
            || (!isEveryday && HasMostly(rows, columns.Duration, cell => (TrackLength.Parse(cell, 1000) ?? TrackLength.Parse(cell, 1)) is not null));
        // If an unknown column may contain the artists, ask the user. Otherwise they would be lost silently.
        return isIdentified || (isDescribed && !mayHaveArtist)
            ? new(columns, IsMusic: true, MayBeMusic: true)
            : new(columns, IsMusic: false, MayBeMusic: !isEveryday || isDescribed);
    }

    /// <summary>An unknown column whose cells may be artists, or null.</summary>
    public static int? FindLikelyArtist(IReadOnlyList<string> header, int title, IReadOnlyList<CsvLine> rows)
    {
        for (var column = 0; column < header.Count; column++)
        {
            if (column != title && !IsKnown(header[column]) && ReadsLikeNames(rows, column))
            {
                return column;
            }
        }

        return null;
    }

    private static List<int> FindArtists(CsvTable table, int title, List<CsvLine> rows)
    {
        var numbered = table.Header
            .Select((name, column) => (Column: column, Number: Numbered().Match(HeaderName.Normalize(name))))
            .Where(found => found.Number.Success && found.Column != title)
            .OrderBy(found => found.Number.Groups[1].Length).ThenBy(found => found.Number.Groups[1].Value, StringComparer.Ordinal)
            .Select(found => found.Column)
            .ToList();
        int? plain = table.Find(ColumnNames.Artist) is { } known && known != title ? known : null;
        if (plain is { } first || numbered.Count > 0)
        {
            return [.. new[] { plain }.OfType<int>().Concat(numbered).Distinct()];
        }

        for (var column = 0; column < table.Header.Count; column++)
        {
            var key = HeaderName.Normalize(table.Header[column]);
            if (column != title && Called().IsMatch(key) && !NotAName().IsMatch(key))
            {
                return [column];
            }
        }

        return table.Find(ColumnNames.LikelyArtist) is { } likely && likely != title && ReadsLikeNames(rows, likely) ? [likely] : [];
    }

    private static bool IsKnown(string name) => HeaderName.Normalize(name) is var key && (key.Length == 0 || Beside.Contains(key) || TableGuess.Named(name) is not null || NotAName().IsMatch(key));

    private static bool ReadsLikeNames(IReadOnlyList<CsvLine> rows, int column) => HasMostly(rows, column, IsNameLike);

    private static bool IsNameLike(string cell)
        => cell.Length is > 0 and <= LongestName && cell.Count(char.IsLetter) * 2 > cell.Length
            && !cell.Contains('@', StringComparison.Ordinal) && !cell.Contains("://", StringComparison.Ordinal) && !IsWordOfForms(cell);

    private static bool IsWordOfForms(string cell) => cell.ToLowerInvariant() is "true" or "false" or "yes" or "no" or "ja" or "nein" or "null" or "none";

    private static bool HasMostly(IReadOnlyList<CsvLine> rows, int? column, Func<string, bool> fits)
    {
        var cells = column is null ? [] : rows.Select(row => FieldText.Clean(row[column])).Where(cell => cell.Length > 0).ToList();
        return cells.Count > 0 && cells.Count(fits) * 2 >= cells.Count && cells.Count * 2 >= rows.Count;
    }

    [GeneratedRegex("^(?:track)?(?:artist|artists|artistname|performer|interpret|künstler|kunstler|artiste|artista|interprete)0?([1-9][0-9]?)$")]
    private static partial Regex Numbered();

    [GeneratedRegex("artist|interpret|kunstler|wykonawca|исполнитель")]
    private static partial Regex Called();

    [GeneratedRegex("id$|ids$|uri|url|link|image|genre|count|sort|mbid|popularity|date|number|email|address|phone|timestamp")]
    private static partial Regex NotAName();

    /// <summary>The result for a table.</summary>
    /// <param name="Columns">Its columns, or null if no title was recognised.</param>
    /// <param name="IsMusic">Whether it is certainly a list of tracks.</param>
    /// <param name="MayBeMusic">Whether to ask the user about it when it is one of many files.</param>
    public sealed record Judgement(TrackColumns? Columns, bool IsMusic, bool MayBeMusic);
}
