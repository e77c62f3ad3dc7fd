using Microsoft.Extensions.Options;

namespace Spotter.Core.Providers.Mixtapes;

/// <summary>Sends no sign-in to a server that asks for none: the client cannot be made without one.</summary>
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
