using Refit;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;

namespace Spotter.Navidrome.Subsonic;

/// <summary>Creates clients for the configured server.</summary>
internal sealed class SubsonicClientFactory(IHttpClientFactory httpClients, SubsonicServers servers)
{
    /// <summary>The name of the HTTP client and of its resilience pipeline.</summary>
    public const string HttpClientName = "navidrome";

    private static readonly RefitSettings Settings = new(new EnvelopeSerializer());

    /// <summary>The server's name.</summary>
    public ServerName ServerName => servers.Configured.Name;

    /// <summary>Creates a client for this user.</summary>
    public SubsonicClient Create(Credentials credentials)
    {
        var server = servers.Configured;
        var http = httpClients.CreateClient(HttpClientName);
        http.BaseAddress = server.BaseAddress;
        return new SubsonicClient(RestService.ForGenerated<ISubsonicApi>(http, Settings), http, server, credentials);
    }
}
