using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;


namespace Spotter.Core.Formats.Readers;

/// <summary>Any table whose header names a title: made by hand, by a spreadsheet, by a player.</summary>
internal sealed class GenericCsvFormat : IPlaylistFileFormat
{
    public const string FamilyOfTables = "csv";

    public string Family => FamilyOfTables;

    public Fact NoTracks => new Fact.TableWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.Table is { } table && MusicTable.Judge(table).IsMusic;

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts) => Read(content.Table!, MusicTable.Judge(content.Table!).Columns!, drafts);

    public static void Read(CsvTable table, TrackColumns columns, PlaylistDrafts drafts)
    {
        // Spreadsheets drop empty cells at the end of a line; one that breaks off before title and artist is broken.
        var required = Math.Max(columns.Title, columns.Artist ?? 0) + 1;
        var mayBeEscaped = table.Find("Source id") is null;
        new TrackTable(table, columns)
        {
            MayBeEscaped = mayBeEscaped,
            Prepare = FormulaGuard.Remove,
            ReadArtists = line => Artists(FormulaGuard.Remove(line[columns.Artist]) is var cell && mayBeEscaped ? Text.HtmlEntities.Decode(cell) : cell),
        }.AddTo(drafts, [.. table.Lines(required)]);
    }

    /// <summary>A semicolon in a cell separates artists in every tool that writes one; a comma may belong to a name.</summary>
    private static string[] Artists(string cell)
        => [.. cell.Split(';').Select(Text.FieldText.Clean).Where(name => name.Length > 0)];
}
