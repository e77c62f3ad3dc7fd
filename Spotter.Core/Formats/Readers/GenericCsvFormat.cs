using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;


namespace Spotter.Core.Formats.Readers;

/// <summary>Any table with a title column: made by hand, by a spreadsheet or by a player.</summary>
internal sealed class GenericCsvFormat : ITableFormat
{
    public string Family => "csv";

    public Fact NoTracks => new Fact.TableWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.Table is { } table && MusicTable.Judge(table).IsMusic;

    public TrackColumns ColumnsOf(CsvTable table) => MusicTable.Judge(table).Columns!;

    public void Read(CsvTable table, TrackColumns columns, PlaylistDrafts drafts)
    {
        // Spreadsheets drop empty cells at the end of a line, but a line that ends before title and artist is broken.
        var required = Math.Max(columns.Title, columns.Artist ?? 0) + 1;
        var isOurs = table.Find("Source id") is not null;
        new TrackTable(table, columns with { IsOfSpotter = isOurs })
        {
            Prepare = FormulaGuard.Remove,
            // A semicolon in a cell separates artists in every tool that writes one. A comma may be part of a name.
            ReadArtists = line => ArtistCell.Split(FormulaGuard.Remove(line[columns.Artist]) is var cell && isOurs ? cell : Text.HtmlEntities.Decode(cell), isOurs),
        }.AddTo(drafts, [.. table.Lines(required)]);
    }
}
