namespace Spotter.Core.Providers.Mixtapes;

/// <summary>Names the kind "mixtape". Mixtapes are made here, not fetched from anywhere: there is no provider to make.</summary>
public sealed class MixtapeProviderFactory : IProviderFactory
{
    /// <inheritdoc/>
    public string Kind => ProviderKinds.Mixtape;

    /// <inheritdoc/>
    public string DisplayName => "Mixtape";

    /// <inheritdoc/>
    public Task<IProvider?> CreateAsync(int accountId, CancellationToken cancellationToken) => Task.FromResult<IProvider?>(null);
}
