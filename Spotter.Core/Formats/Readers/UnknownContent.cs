namespace Spotter.Core.Formats.Readers;

/// <summary>Says of a text that no format recognises what was found, and what would be understood.</summary>
internal static class UnknownContent
{
    private const int NamesToShow = 30;
    private const int LongestName = 60;

    public static PlaylistFileException Describe(PlaylistFileContent content)
    {
        var unknown = UnknownTable.Find(content);
        return content.Table is { } table && (unknown is not null || content.Extension is "csv" or "tsv")
            ? NoTitle(table, unknown)
            : new PlaylistFileException(
                "This is no list of tracks that Spotter knows. Expected one track a line as “Artist - Title”, or a table whose first line names a title column "
                + "(“Title”, “Track name” or “Song”).")
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
    }

    private static PlaylistFileException NoTitle(CsvTable table, UnknownTable? unknown)
    {
        var found = string.Join(", ", table.Header.Take(NamesToShow).Select(name => $"“{(name.Length > LongestName ? name[..LongestName] + "…" : name)}”"));
        return new PlaylistFileException(
            $"no column for the title was recognised. Found: {found}{(table.Header.Count > NamesToShow ? " and more" : "")}. "
            + "Needed: a first line that names a title column (“Title”, “Track name” or “Song”); "
            + "also read are “Artist”, “Album”, “Duration” and “ISRC”.",
            table.HeaderLine)
        {
            Problem = PlaylistFileProblem.UnknownTable,
            Table = unknown,
        };
    }
}
