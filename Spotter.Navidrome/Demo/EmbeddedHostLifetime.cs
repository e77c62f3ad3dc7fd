using Microsoft.Extensions.Hosting;

namespace Spotter.Navidrome.Demo;

/// <summary>A host in somebody else's process: the signals that ask that process to stop are not its to take.</summary>
internal sealed class EmbeddedHostLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
