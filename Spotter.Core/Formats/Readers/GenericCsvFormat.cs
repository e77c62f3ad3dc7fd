using Spotter.Core.Formats.Exports;


namespace Spotter.Core.Formats.Readers;

/// <summary>Any table whose header names a title: made by hand, by a spreadsheet, by a player.</summary>
internal sealed class GenericCsvFormat : IPlaylistFileFormat
{
    public const string FamilyOfTables = "csv";

    public string Family => FamilyOfTables;

    public string NoTracks => "The file has a header, but no tracks below it.";

    public bool Recognizes(PlaylistFileContent content) => content.Table?.Find(ColumnNames.Title) is not null;

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var table = content.Table!;
        Read(
            table,
            new TrackColumns
            {
                Title = table.Find(ColumnNames.Title)!.Value,
                Artist = table.Find(ColumnNames.Artist),
                Album = table.Find(ColumnNames.Album),
                Duration = table.Find(ColumnNames.Duration),
                Isrc = table.Find(ColumnNames.Isrc),
                RecordingMbid = table.Find(ColumnNames.RecordingMbid),
                TrackId = table.Find(ColumnNames.TrackId),
                Link = table.Find(ColumnNames.Link),
                Location = table.Find(ColumnNames.Location),
                Playlist = table.Find(ColumnNames.Playlist),
            },
            drafts);
    }

    public static void Read(CsvTable table, TrackColumns columns, PlaylistDrafts drafts)
    {
        // Spreadsheets drop empty cells at the end of a line; one that breaks off before title and artist is broken.
        var required = Math.Max(columns.Title, columns.Artist ?? 0) + 1;
        new TrackTable(table, columns)
        {
            Prepare = FormulaGuard.Remove,
            ReadArtists = line => Artists(FormulaGuard.Remove(line[columns.Artist])),
        }.AddTo(drafts, [.. table.Lines(required)]);
    }

    /// <summary>A semicolon in a cell separates artists in every tool that writes one; a comma may belong to a name.</summary>
    private static string[] Artists(string cell)
        => [.. cell.Split(';').Select(Text.FieldText.Clean).Where(name => name.Length > 0)];
}
