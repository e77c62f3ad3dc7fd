using Spotter.Core.Providers;

namespace Spotter.Core.Accounts;

/// <summary>The music server as the identity provider.</summary>
public interface IIdentityProvider
{
    /// <summary>Checks the credentials against the configured server.</summary>
    /// <returns>The user, or null if the server refuses the credentials.</returns>
    /// <exception cref="ProviderException">The server could not answer, so that nothing is known about the credentials.</exception>
    Task<ServerIdentity?> CheckAsync(Credentials credentials, CancellationToken cancellationToken);
}
