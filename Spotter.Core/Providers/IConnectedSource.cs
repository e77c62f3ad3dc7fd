namespace Spotter.Core.Providers;

/// <summary>A source through one connection: whoever signed in there, or public links alone.</summary>
public interface IConnectedSource : IPlaylistSource
{
    /// <summary>Asks the service whose account this is; the cheapest call that proves the connection.</summary>
    /// <exception cref="ProviderException">The service refuses or could not answer; the message is for people.</exception>
    Task<SourceOwner> CheckAsync(CancellationToken cancellationToken);
}
