using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Readers;

/// <summary>The export of TuneMyMusic: several playlists in one table, told apart by a column.</summary>
internal sealed class TuneMyMusicFormat : IPlaylistFileFormat
{
    public string Family => "tunemymusic";

    public Fact NoTracks => new Fact.TableWithoutTracks();

    public bool Recognizes(PlaylistFileContent content)
        => content.Table is { } table && table.Find("Track name") is not null && table.Find("Artist name") is not null
            && table.Find("Playlist name") is not null;

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var table = content.Table!;
        var columns = new TrackColumns
        {
            Title = table.Find("Track name")!.Value,
            Artist = table.Find("Artist name"),
            Album = table.Find("Album"),
            Playlist = table.Find("Playlist name"),
            Kind = table.Find("Type"),
            Isrc = table.Find("ISRC"),
            TrackId = table.Find("Spotify - id", "Spotify id"),
        };
        new TrackTable(table, columns).AddTo(drafts, [.. table.Lines(table.Header.Count)]);
    }
}
