using Refit;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;

namespace Spotter.Navidrome.Subsonic;

/// <summary>Makes clients for the configured server.</summary>
internal sealed class SubsonicClientFactory(IHttpClientFactory httpClients, SubsonicServers servers)
{
    /// <summary>The name of the HTTP client and of its resilience pipeline.</summary>
    public const string HttpClientName = "navidrome";

    private static readonly RefitSettings Settings = new(new EnvelopeSerializer());

    /// <summary>What the server is called.</summary>
    public ServerName ServerName => servers.Configured.Name;

    /// <summary>A client in this user's name.</summary>
    public SubsonicClient Create(Credentials credentials)
    {
        var server = servers.Configured;
        var http = httpClients.CreateClient(HttpClientName);
        http.BaseAddress = server.BaseAddress;
        return new SubsonicClient(RestService.ForGenerated<ISubsonicApi>(http, Settings), server, credentials);
    }
}
