using Refit;

namespace Spotter.Core.Providers.Spotify;

/// <summary>The token endpoint (developer.spotify.com, "Authorization Code with PKCE Flow", "Refreshing tokens").</summary>
internal interface ISpotifyAccounts
{
    [Post("/api/token")]
    Task<SpotifyPayloads.Tokens> GetTokensAsync([Body] HttpContent form, CancellationToken cancellationToken);
}
