using Spotter.Core.Accounts;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Native;

/// <summary>Makes clients of Navidrome's own interface for the configured server.</summary>
internal sealed class NativeClientFactory(IHttpClientFactory httpClients, SubsonicServers servers, NativeSessions sessions, TimeProvider clock)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string HttpClientName = "navidrome-native";

    /// <summary>A client in this user's name.</summary>
    public NativeClient Create(Credentials credentials)
        => new(httpClients.CreateClient(HttpClientName), servers.Configured.BaseAddress, credentials, sessions.Of(credentials), clock);
}
