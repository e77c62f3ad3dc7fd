using Microsoft.Extensions.Hosting;

namespace Spotter.Navidrome.Subsonic;

/// <summary>Loads at start what is already known about the server, so that its name is right before it is asked again.</summary>
internal sealed class KnownServer(SubsonicServers servers) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => servers.Configured.LoadAsync(cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
