using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome;

/// <summary>Asks whether the configured address is that of a Subsonic server, without signing in and so without a failed sign-in in its log.</summary>
public sealed class ServerProbe
{
    internal const string HttpClientName = "navidrome probe";

    internal const int MaxAnswerBytes = 1 << 20;

    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const string Method = "ping";
    private const string Envelope = "subsonic-response";

    private readonly IHttpClientFactory _clients;
    private readonly SubsonicServers _servers;

    internal ServerProbe(IHttpClientFactory clients, SubsonicServers servers) => (_clients, _servers) = (clients, servers);

    /// <summary>Asks once.</summary>
    /// <exception cref="ProviderException">Nothing answers there, or something else does.</exception>
    public Task<ServerGreeting> AskAsync(CancellationToken cancellationToken)
        => NavidromeFailures.ReadAsync(() => SendAsync(cancellationToken), () => _servers.Configured);

    private async Task<ServerGreeting> SendAsync(CancellationToken cancellationToken)
    {
        using var http = _clients.CreateClient(HttpClientName);
        using var form = new FormUrlEncodedContent([new("v", "1.16.1"), new("c", "Spotter"), new("f", "json")]);
        var start = TimeProvider.System.GetTimestamp();
        using var answer = await http.PostAsync(new Uri($"{_servers.Configured.BaseAddress.AbsoluteUri.TrimEnd('/')}/rest/{Method}.view?f=json"), form, cancellationToken);
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        return body.Contains(Envelope, StringComparison.Ordinal)
            ? new(answer.Headers.Date, TimeProvider.System.GetElapsedTime(start))
            : throw new NotSubsonicException(Method, answer.StatusCode, SubsonicEnvelopeHandler.IsForPeople(answer));
    }
}
