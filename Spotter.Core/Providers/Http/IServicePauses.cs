namespace Spotter.Core.Providers.Http;

/// <summary>Remembers for how long services asked to be left alone, beyond the end of the process.</summary>
public interface IServicePauses
{
    /// <summary>The pause that was stored last for this service, over or not; null where there is none.</summary>
    /// <param name="kind">The service.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<ServicePause?> FindAsync(string kind, CancellationToken cancellationToken);

    /// <summary>Stores a pause in place of the one before.</summary>
    /// <param name="pause">Of which service, until when and why.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task StoreAsync(ServicePause pause, CancellationToken cancellationToken);

    /// <summary>Forgets the pause of this service.</summary>
    /// <param name="kind">The service.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task ForgetAsync(string kind, CancellationToken cancellationToken);
}
