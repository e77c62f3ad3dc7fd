using Spotter.Core.Providers;

namespace Spotter.Core.Accounts;

/// <summary>The music server as the place that knows who somebody is.</summary>
public interface IIdentityProvider
{
    /// <summary>Checks the credentials against the configured server.</summary>
    /// <returns>Who it is, or null where the server refuses them.</returns>
    /// <exception cref="ProviderException">The server could not answer, so that nothing is known about the credentials.</exception>
    Task<ServerIdentity?> CheckAsync(Credentials credentials, CancellationToken cancellationToken);
}
