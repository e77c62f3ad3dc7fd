using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Spotter.Core.Providers.Http;

/// <summary>
/// Fetches the images that sources name. Their addresses come from outside, so nothing is trusted: neither the address nor a redirect,
/// neither the length nor the type.
/// </summary>
public sealed class RemoteImages(IHttpClientFactory clients)
{
    /// <summary>The name of the HTTP client.</summary>
    internal const string HttpClientName = "images";

    /// <summary>Half of what Navidrome accepts.</summary>
    internal const int MaxBytes = 5 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether the text is an address that may be fetched, as opposed to the id of a cover on the music server.</summary>
    public static bool IsAddress(string? image) => Parse(image) is not null;

    /// <summary>The image, or the reason why there is none.</summary>
    /// <param name="address">Its address at the source.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<(CoverImage? Image, string? Obstacle)> FetchAsync(string address, CancellationToken cancellationToken)
    {
        if (Parse(address) is not { } uri)
        {
            return (null, "the address is none of http or https");
        }

        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.GetAsync(uri, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return (null, $"the source answered with HTTP {(int)response.StatusCode}");
            }

            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return ImageTypes.Of(bytes) is { } type ? (new CoverImage(type, bytes), null) : (null, "what came is no JPEG, PNG, WebP or GIF");
        }
        catch (HttpRequestException failure)
        {
            return (null, failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? "it is too long" : $"it could not be fetched ({failure.Message})");
        }
        catch (IOException broken)
        {
            return (null, $"the connection broke off ({broken.Message})");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, "it took too long");
        }
    }

    /// <summary>Adds the fetcher and its client.</summary>
    internal static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<RemoteImages>();
        services.AddHttpClient(HttpClientName)
            .ConfigureHttpClient(http =>
            {
                http.Timeout = Patience;
                http.MaxResponseContentBufferSize = MaxBytes;
                http.DefaultRequestHeaders.UserAgent.ParseAdd(SourceHttp.UserAgent);
                http.DefaultRequestHeaders.Accept.ParseAdd("image/webp,image/png,image/jpeg,image/gif");
            })
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var options = provider.GetRequiredService<IOptions<SourcesOptions>>();
                return new SocketsHttpHandler
                {
                    UseCookies = false,
                    // A proxy would resolve the name itself and bypass the address check.
                    UseProxy = false,
                    // Safe, since each hop is checked when it connects.
                    MaxAutomaticRedirections = 3,
                    ConnectTimeout = Patience,
                    ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, options.Value.PrivateImageHosts, cancellationToken),
                };
            })
            // The addresses of images may contain keys.
            .RemoveAllLoggers();
    }

    /// <summary>Connects to the checked address itself: resolving the name again could return a different one.</summary>
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, IReadOnlyCollection<string> trusted, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        if (!trusted.Contains(target.Host, StringComparer.OrdinalIgnoreCase) && !addresses.All(PublicNetwork.Holds))
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "the host is on a private network and not among Sources:PrivateImageHosts");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Uri? Parse(string? address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri : null;
}
