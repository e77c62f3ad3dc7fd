using Microsoft.Extensions.Options;

namespace Spotter.Core.Providers.Mixtapes;

/// <summary>Removes the Authorization header for a server without a key: the client library insists on one.</summary>
internal sealed class KeylessHandler(IOptions<MixtapeOptions> options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (options.Value.ApiKey.Length == 0)
        {
            request.Headers.Authorization = null;
        }

        return base.SendAsync(request, cancellationToken);
    }
}
