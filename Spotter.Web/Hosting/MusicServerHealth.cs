using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Background;

namespace Spotter.Web.Hosting;

/// <summary>Whether anything answers at the music server's address. Checked at most every ten seconds, since everybody may ask.</summary>
public sealed class MusicServerHealth(IHttpClientFactory clients, IOptions<ServerOptions> server, TimeProvider time) : IHealthCheck, IDisposable
{
    public const string ClientName = "music server health";

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1);
    private bool _isReachable;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        => await IsReachableAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : new HealthCheckResult(context.Registration.FailureStatus, "The music server does not answer.");

    public async Task<bool> IsReachableAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!time.IsRecent(_askedAt, Fresh))
            {
                _isReachable = await AskAsync(cancellationToken);
                _askedAt = time.GetUtcNow();
            }

            return _isReachable;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Value.BaseUrl);
        foreach (var (name, value) in server.Value.ExtraHeaders)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            // Any answer counts, even a login page or an error: the sign-in says what is wrong with it.
            using var response = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
