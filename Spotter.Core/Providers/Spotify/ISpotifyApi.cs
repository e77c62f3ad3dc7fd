using Refit;

namespace Spotter.Core.Providers.Spotify;

/// <summary>The calls that Spotter makes (developer.spotify.com, Web API, as available to apps in Development Mode since February
/// 2026).</summary>
internal interface ISpotifyApi
{
    [Get("/v1/me")]
    Task<SpotifyPayloads.User> GetMeAsync([Header("Authorization")] string authorization, CancellationToken cancellationToken);

    [Get("/v1/me/playlists")]
    Task<SpotifyPayloads.Page<SpotifyPayloads.Playlist>> GetPlaylistsAsync(
        int limit, int offset, [Header("Authorization")] string authorization, CancellationToken cancellationToken);

    [Get("/v1/playlists/{id}")]
    Task<SpotifyPayloads.Playlist> GetPlaylistAsync(string id, [Header("Authorization")] string authorization, CancellationToken cancellationToken);

    [Get("/v1/playlists/{id}/items?additional_types=track")]
    Task<SpotifyPayloads.Page<SpotifyPayloads.Entry>> GetItemsAsync(
        string id, int limit, int offset, [Header("Authorization")] string authorization, CancellationToken cancellationToken);

    [Get("/v1/me/tracks")]
    Task<SpotifyPayloads.Page<SpotifyPayloads.Entry>> GetLikedAsync(
        int limit, int offset, [Header("Authorization")] string authorization, CancellationToken cancellationToken);
}
