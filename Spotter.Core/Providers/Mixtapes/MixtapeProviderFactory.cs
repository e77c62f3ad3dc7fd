namespace Spotter.Core.Providers.Mixtapes;

/// <summary>Names the kind "mixtape". Mixtapes are made here, not fetched, so there is no provider.</summary>
public sealed class MixtapeProviderFactory : IProviderFactory
{
    /// <inheritdoc/>
    public string Kind => ProviderKinds.Mixtape;

    /// <inheritdoc/>
    public string DisplayName => "Mixtape";

    /// <inheritdoc/>
    public Task<IProvider?> CreateAsync(int accountId, CancellationToken cancellationToken) => Task.FromResult<IProvider?>(null);
}
