using Spotter.Core.Accounts;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Native;

/// <summary>Creates clients of Navidrome's native API for the configured server.</summary>
internal sealed class NativeClientFactory(IHttpClientFactory httpClients, SubsonicServers servers, NativeSessions sessions, TimeProvider clock)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string HttpClientName = "navidrome-native";

    /// <summary>Creates a client for this user.</summary>
    public NativeClient Create(Credentials credentials)
        => new(httpClients.CreateClient(HttpClientName), servers.Configured.BaseAddress, credentials, sessions.Of(credentials), clock);
}
