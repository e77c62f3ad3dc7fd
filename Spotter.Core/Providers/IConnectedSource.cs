namespace Spotter.Core.Providers;

/// <summary>A source through one connection: that of a user who signed in, or public links only.</summary>
public interface IConnectedSource : IPlaylistSource
{
    /// <summary>Asks the service whose account this is, with the cheapest call that proves the connection.</summary>
    /// <exception cref="ProviderException">The service refuses or could not answer.</exception>
    Task<SourceOwner> CheckAsync(CancellationToken cancellationToken);
}
