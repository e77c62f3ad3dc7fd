namespace Spotter.Core.Providers;

/// <summary>Creates the provider of one kind for an account.</summary>
public interface IProviderFactory
{
    /// <summary>The kind that it creates.</summary>
    string Kind { get; }

    /// <summary>The kind's display name: "Navidrome".</summary>
    string DisplayName { get; }

    /// <summary>The provider, or null if this account has not connected the service.</summary>
    /// <exception cref="ProviderException"><see cref="ProviderFailure.Unauthorized"/> if the account must sign in again.</exception>
    Task<IProvider?> CreateAsync(int accountId, CancellationToken cancellationToken);
}
