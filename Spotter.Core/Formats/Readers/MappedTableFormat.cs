using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Readers;

/// <summary>
/// A table whose columns the user has mapped. It keeps the family of the format that recognised it, so that later imports update the same
/// playlist.
/// </summary>
internal sealed class MappedTableFormat(UnknownTable table, TableMapping mapping) : IPlaylistFileFormat
{
    private readonly ITableFormat _format = table.Format ?? new GenericCsvFormat();

    public string Family => _format.Family;

    public Fact NoTracks => new Fact.MappedTableWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.Table is not null;

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var rows = content.Table!;
        var known = table.Format?.ColumnsOf(rows);
        var columns = new TrackColumns
        {
            Title = mapping.Find(TableColumn.Title)!.Value,
            Artist = mapping.Find(TableColumn.Artist),
            MoreArtists = [.. mapping.FindAll(TableColumn.Artist).Skip(1)],
            Album = mapping.Find(TableColumn.Album),
            Duration = mapping.Find(TableColumn.Duration),
            Isrc = mapping.Find(TableColumn.Isrc),
            RecordingMbid = mapping.Find(TableColumn.RecordingMbid),
            TrackId = mapping.Find(TableColumn.Link),
            Location = mapping.Find(TableColumn.Path),
            Playlist = mapping.Find(TableColumn.Playlist),
            // The user cannot map these.
            Kind = known?.Kind,
            Service = known?.Service,
        };
        _format.Read(
            // A header is never a track, even if the user said so.
            mapping.HasHeader || TableGuess.IsHeader(rows.Header) ? rows.OfWidth(mapping.Columns.Count) : rows.WithoutHeader(mapping.Columns.Count),
            known is null ? columns : columns with
            {
                DurationsAreMs = known.DurationsAreMs && known.Duration == columns.Duration,
                ServiceName = known.TrackId == columns.TrackId ? known.ServiceName : null,
            },
            drafts);
    }
}
