namespace Spotter.Core.Formats.Readers;

/// <summary>Says of a text that no format recognises what was found, and what would be understood.</summary>
internal static class UnknownContent
{
    private const int NamesToShow = 30;
    private const int LongestName = 60;

    public static PlaylistFileException Describe(PlaylistFileContent content)
    {
        var unknown = UnknownTable.Find(content);
        return content.Table is { } table && MusicTable.Judge(table) is { Columns: not null } judgement && (unknown is not null || content.Extension is "csv" or "tsv")
                ? NoArtist(table, unknown, judgement)
            : content.Table is { } other && (unknown is not null || content.Extension is "csv" or "tsv")
                ? NoTitle(other, unknown)
            : new PlaylistFileException(
                "This is no list of tracks that Spotter knows. Expected one track a line as “Artist - Title”, or a table whose first line names a title column "
                + "(“Title”, “Track name” or “Song”).")
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
    }

    /// <summary>A column of titles alone is found in contacts and bookmarks too.</summary>
    private static PlaylistFileException NoArtist(CsvTable table, UnknownTable? unknown, MusicTable.Judgement judgement)
        => new(
            $"“{Shortened(table.Header[judgement.Columns!.Title])}” may name the titles, but no column was recognised that names the artists. Found: {Names(table)}. "
            + "Needed besides the title: “Artist”, or something that only tracks have, such as “ISRC” or a link to the track.",
            table.HeaderLine)
        {
            Problem = judgement.MayBeMusic ? PlaylistFileProblem.UnknownTable : PlaylistFileProblem.NotAPlaylist,
            Table = unknown,
        };

    private static string Names(CsvTable table)
        => string.Join(", ", table.Header.Take(NamesToShow).Select(name => $"“{Shortened(name)}”")) + (table.Header.Count > NamesToShow ? " and more" : "");

    private static string Shortened(string name) => name.Length > LongestName ? name[..LongestName] + "…" : name;

    private static PlaylistFileException NoTitle(CsvTable table, UnknownTable? unknown)
    {
        return new PlaylistFileException(
            $"no column for the title was recognised. Found: {Names(table)}. "
            + "Needed: a first line that names a title column (“Title”, “Track name” or “Song”); "
            + "also read are “Artist”, “Album”, “Duration” and “ISRC”.",
            table.HeaderLine)
        {
            Problem = PlaylistFileProblem.UnknownTable,
            Table = unknown,
        };
    }
}
