using Refit;

namespace Spotter.Core.Providers.Deezer;

/// <summary>The calls that Spotter makes (developers.deezer.com/api/playlist). Public content needs no sign-in.</summary>
internal interface IDeezerApi
{
    [Get("/playlist/{id}")]
    Task<DeezerPayloads.Playlist> GetPlaylistAsync(string id, CancellationToken cancellationToken);

    [Get("/playlist/{id}/tracks")]
    Task<DeezerPayloads.TrackPage> GetTracksAsync(string id, int index, int limit, CancellationToken cancellationToken);
}
