namespace Spotter.Core.Providers.Http;

/// <summary>Stores for how long services asked for a pause, so that a restart does not forget it.</summary>
public interface IServicePauses
{
    /// <summary>The last stored pause of this service, whether over or not. Null if there is none.</summary>
    /// <param name="kind">The service.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<ServicePause?> FindAsync(string kind, CancellationToken cancellationToken);

    /// <summary>Stores a pause, replacing the one before.</summary>
    /// <param name="pause">The service, the end of the pause and the reason.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task StoreAsync(ServicePause pause, CancellationToken cancellationToken);

    /// <summary>Deletes the pause of this service.</summary>
    /// <param name="kind">The service.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task ForgetAsync(string kind, CancellationToken cancellationToken);
}
