using Microsoft.Extensions.Hosting;

namespace Spotter.Navidrome.Demo;

/// <summary>The lifetime of a host inside another process: it must not react to that process's stop signals.</summary>
internal sealed class EmbeddedHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
