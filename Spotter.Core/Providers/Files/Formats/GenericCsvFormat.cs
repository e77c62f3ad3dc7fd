using Spotter.Core.Providers.Files.Exports;

namespace Spotter.Core.Providers.Files.Formats;

/// <summary>Any table whose header names a title: made by hand, by a spreadsheet, by a player. It comes last, and says what it misses.</summary>
internal sealed class GenericCsvFormat : IPlaylistFileFormat
{
    public string Family => "csv";

    public string NoTracks => "The file has a header, but no tracks below it.";

    public bool Recognizes(PlaylistFileContent content) => true;

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        if (content.Table is not { } table)
        {
            throw new PlaylistFileException("The file is empty.");
        }

        if (table.Find(ColumnNames.Title) is not { } title)
        {
            throw NoTitle(table);
        }

        var columns = new TrackColumns
        {
            Title = title,
            Artist = table.Find(ColumnNames.Artist),
            Album = table.Find(ColumnNames.Album),
            Duration = table.Find(ColumnNames.Duration),
            Isrc = table.Find(ColumnNames.Isrc),
            RecordingMbid = table.Find(ColumnNames.RecordingMbid),
            TrackId = table.Find(ColumnNames.TrackId),
            Link = table.Find(ColumnNames.Link),
            Location = table.Find(ColumnNames.Location),
            Playlist = table.Find(ColumnNames.Playlist),
        };

        // Spreadsheets drop empty cells at the end of a line; one that breaks off before title and artist is broken.
        var required = Math.Max(title, columns.Artist ?? 0) + 1;
        new TrackTable(table, columns)
        {
            Prepare = FormulaGuard.Remove,
            ReadArtists = line => Artists(FormulaGuard.Remove(line[columns.Artist])),
        }.AddTo(drafts, [.. table.Lines(required)]);
    }

    /// <summary>A semicolon in a cell separates artists in every tool that writes one; a comma may belong to a name.</summary>
    private static string[] Artists(string cell)
        => [.. cell.Split(';').Select(Text.FieldText.Clean).Where(name => name.Length > 0)];

    private static PlaylistFileException NoTitle(CsvTable table)
    {
        const int most = 30;
        var found = string.Join(", ", table.Header.Take(most).Select(name => $"“{(name.Length > 60 ? name[..60] + "…" : name)}”"));
        return new PlaylistFileException(
            $"no column for the title was recognised. Found: {found}{(table.Header.Count > most ? " and more" : "")}. "
            + "Needed: a first line that names a title column (“Title”, “Track name” or “Song”); "
            + "also read are “Artist”, “Album”, “Duration” and “ISRC”.",
            table.HeaderLine);
    }
}
