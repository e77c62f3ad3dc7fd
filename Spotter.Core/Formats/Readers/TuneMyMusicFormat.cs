using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Readers;

/// <summary>The export of TuneMyMusic: several playlists in one table, with a column for the playlist.</summary>
internal sealed class TuneMyMusicFormat : ITableFormat
{
    public string Family => "tunemymusic";

    public Fact NoTracks => new Fact.TableWithoutTracks();

    public bool Recognizes(PlaylistFileContent content)
        => content.Table is { } table && table.Find("Track name") is not null && table.Find("Artist name") is not null
            && table.Find("Playlist name") is not null;

    public TrackColumns ColumnsOf(CsvTable table) => new()
    {
        Title = table.Find("Track name")!.Value,
        Artist = table.Find("Artist name"),
        Album = table.Find("Album"),
        Playlist = table.Find("Playlist name"),
        Kind = table.Find("Type"),
        Isrc = table.Find("ISRC"),
        TrackId = table.Find("Spotify - id", "Spotify id"),
    };

    public void Read(CsvTable table, TrackColumns columns, PlaylistDrafts drafts)
        => new TrackTable(table, columns).AddTo(drafts, [.. table.Lines(table.Header.Count)]);
}
