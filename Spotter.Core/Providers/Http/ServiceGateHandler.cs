using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Http;

/// <summary>
/// Sends every attempt through the service's gate, and reads the whole answer within the attempt's time limit: an answer that trickles in
/// is as bad as none.
/// </summary>
internal sealed class ServiceGateHandler(ServiceGate gate, ServiceName service, long maxAnswer, TimeProvider clock) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await gate.EnterAsync(cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(maxAnswer, cancellationToken);
            if (RetryAfter.Of(response, clock.GetUtcNow()) is { } wait)
            {
                await gate.PauseAsync(wait, new Fact.ServiceAsksToWait(service), cancellationToken);
                if (await gate.FindPauseAsync(cancellationToken) is { } pause)
                {
                    // Too long for a retry: the next scheduled read tries again.
                    throw new ServicePausedException(pause.Reason, pause.Until);
                }
            }
            else if (RetryAfter.Exhausted(response) is { } rest)
            {
                await gate.PauseAsync(rest, new Fact.ServiceAsksToWait(service), cancellationToken);
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
