namespace Spotter.Core.Providers;

/// <summary>Makes a provider for an account.</summary>
public interface IProviderFactory
{
    /// <summary>The kind it makes.</summary>
    string Kind { get; }

    /// <summary>The kind's name for people: "Navidrome".</summary>
    string DisplayName { get; }

    /// <summary>The provider, or null where this account has not connected it.</summary>
    /// <exception cref="ProviderException"><see cref="ProviderFailure.Unauthorized"/> where the account must sign in again.</exception>
    Task<IProvider?> CreateAsync(int accountId, CancellationToken cancellationToken);
}
