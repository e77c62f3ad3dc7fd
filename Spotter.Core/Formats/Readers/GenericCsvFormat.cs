using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;


namespace Spotter.Core.Formats.Readers;

/// <summary>Any table whose header names a title: made by hand, by a spreadsheet, by a player.</summary>
internal sealed class GenericCsvFormat : ITableFormat
{
    public string Family => "csv";

    public Fact NoTracks => new Fact.TableWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.Table is { } table && MusicTable.Judge(table).IsMusic;

    public TrackColumns ColumnsOf(CsvTable table) => MusicTable.Judge(table).Columns!;

    public void Read(CsvTable table, TrackColumns columns, PlaylistDrafts drafts)
    {
        // Spreadsheets drop empty cells at the end of a line; one that breaks off before title and artist is broken.
        var required = Math.Max(columns.Title, columns.Artist ?? 0) + 1;
        var isOurs = table.Find("Source id") is not null;
        new TrackTable(table, columns with { IsOfSpotter = isOurs })
        {
            Prepare = FormulaGuard.Remove,
            // A semicolon in a cell separates artists in every tool that writes one; a comma may belong to a name.
            ReadArtists = line => ArtistCell.Split(FormulaGuard.Remove(line[columns.Artist]) is var cell && isOurs ? cell : Text.HtmlEntities.Decode(cell), isOurs),
        }.AddTo(drafts, [.. table.Lines(required)]);
    }
}
