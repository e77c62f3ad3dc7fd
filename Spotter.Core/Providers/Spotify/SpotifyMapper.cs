using System.Net;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Spotify;

/// <summary>Converts Spotify's playlists.</summary>
internal static class SpotifyMapper
{
    public static SourcePlaylistSummary ToSummary(SpotifyPayloads.Playlist playlist, string userId)
    {
        var isReadable = playlist.Collaborative || playlist.Owner is null || playlist.Owner.Id == userId;
        return new(playlist.Id, FieldText.Clean(playlist.Name) is { Length: > 0 } name ? name : "Untitled", playlist.Items?.Total ?? playlist.Tracks?.Total)
        {
            Description = FieldText.Clean(WebUtility.HtmlDecode(playlist.Description ?? "")) is { Length: > 0 } text ? text : null,
            ExternalUrl = $"https://open.spotify.com/playlist/{playlist.Id}",
            Version = playlist.SnapshotId,
            Group = !isReadable ? new Fact.GroupFollowed() : playlist.Collaborative && playlist.Owner?.Id != userId ? new Fact.GroupCollaborative() : new Fact.GroupOwn(),
            Obstacle = isReadable ? null : new Fact.SpotifyNotYours(),
        };
    }

    /// <summary>The tracks in order, without episodes and without rows whose track Spotify has removed. Local files have no ids.</summary>
    public static IEnumerable<SourceTrack> ToTracks(IEnumerable<SpotifyPayloads.Entry?> entries)
        => entries.Select(entry => entry?.Item ?? entry?.Track)
            .Where(track => track is not null && track.Type is null or "track")
            .Select(track => ToTrack(track!)).OfType<SourceTrack>();

    private static SourceTrack? ToTrack(SpotifyPayloads.Track track)
    {
        var title = FieldText.Clean(track.Name);
        return title.Length == 0 ? null : new SourceTrack
        {
            Title = title,
            Artists = [.. (track.Artists ?? []).Select(artist => FieldText.Clean(artist?.Name)).Where(name => name.Length > 0)],
            Album = FieldText.Clean(track.Album?.Name) is { Length: > 0 } album ? album : null,
            DurationMs = track.DurationMs is > 0 and < int.MaxValue ? (int)track.DurationMs : null,
            Isrc = Isrc.Normalize(track.ExternalIds?.Isrc),
            ProviderTrackId = TrackIds.Spotify(track.Uri),
        };
    }
}
