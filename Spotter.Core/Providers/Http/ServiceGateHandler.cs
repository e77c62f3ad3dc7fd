using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Http;

/// <summary>
/// Sends every attempt through the service's gate, and reads the whole answer while the attempt's time limit still runs: an answer
/// that trickles is as late as one that does not come.
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
                    // Nobody tries again for so long: the next schedule does.
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
