using Microsoft.Extensions.Hosting;

namespace Spotter.Navidrome.Subsonic;

/// <summary>Reads at the start what is known of the server from before, so that everybody calls it by its name before it is asked again.</summary>
internal sealed class KnownServer(SubsonicServers servers) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => servers.Configured.LoadAsync(cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
