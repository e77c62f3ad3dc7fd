using Refit;

namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>The calls that Spotter makes (listenbrainz.readthedocs.io, "Playlists API Endpoints" and "Core"). Public content needs no
/// token.</summary>
internal interface IListenBrainzApi
{
    [Get("/1/validate-token")]
    Task<ListenBrainzPayloads.TokenCheck> ValidateTokenAsync([Header("Authorization")] string? authorization, CancellationToken cancellationToken);

    [Get("/1/user/{user}/playlists")]
    Task<ListenBrainzPayloads.PlaylistPage> GetOwnAsync(
        string user, int count, int offset, [Header("Authorization")] string? authorization, CancellationToken cancellationToken);

    [Get("/1/user/{user}/playlists/collaborator")]
    Task<ListenBrainzPayloads.PlaylistPage> GetCollaborativeAsync(
        string user, int count, int offset, [Header("Authorization")] string? authorization, CancellationToken cancellationToken);

    [Get("/1/user/{user}/playlists/createdfor")]
    Task<ListenBrainzPayloads.PlaylistPage> GetCreatedForAsync(
        string user, int count, int offset, [Header("Authorization")] string? authorization, CancellationToken cancellationToken);

    [Get("/1/playlist/{mbid}")]
    Task<ListenBrainzPayloads.PlaylistEnvelope> GetPlaylistAsync(
        string mbid, [Header("Authorization")] string? authorization, CancellationToken cancellationToken);
}
