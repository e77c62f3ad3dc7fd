using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Readers;

/// <summary>A table whose columns the user has named. The same to later imports as any other table.</summary>
internal sealed class MappedTableFormat(TableMapping mapping) : IPlaylistFileFormat
{
    public string Family => GenericCsvFormat.FamilyOfTables;

    public Fact NoTracks => new Fact.MappedTableWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.Table is not null;

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
        => GenericCsvFormat.Read(
            // A header is no track, whatever was said of it.
            mapping.HasHeader || TableGuess.IsHeader(content.Table!.Header) ? content.Table!.OfWidth(mapping.Columns.Count) : content.Table!.WithoutHeader(mapping.Columns.Count),
            new TrackColumns
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
            },
            drafts);
}
