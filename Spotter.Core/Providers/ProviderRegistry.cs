using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>Finds the provider of a kind for an account, and returns its capabilities.</summary>
public sealed class ProviderRegistry(IEnumerable<IProviderFactory> factories)
{
    private readonly Dictionary<string, IProviderFactory> _factories = factories.ToDictionary(factory => factory.Kind, StringComparer.Ordinal);

    /// <summary>The capability. Null if the kind is unknown, not connected, or lacks the capability.</summary>
    public async Task<TCapability?> FindAsync<TCapability>(string kind, int accountId, CancellationToken cancellationToken)
        where TCapability : class, IProvider
        => _factories.TryGetValue(kind, out var factory) ? await factory.CreateAsync(accountId, cancellationToken) as TCapability : null;

    /// <summary>The capability, or an exception if there is none.</summary>
    /// <exception cref="ProviderException">The account is not connected to the service.</exception>
    public async Task<TCapability> GetAsync<TCapability>(string kind, int accountId, CancellationToken cancellationToken)
        where TCapability : class, IProvider
        => await FindAsync<TCapability>(kind, accountId, cancellationToken)
            ?? throw new ProviderException(kind, ProviderFailure.Unauthorized, new Fact.NotConnected(DisplayNameOf(kind)));

    /// <summary>The services that playlists are read from repeatedly, by name. Each says whether users can connect accounts.</summary>
    public IReadOnlyList<ISourceFactory> Sources { get; } = [.. factories.OfType<ISourceFactory>().OrderBy(factory => factory.DisplayName, StringComparer.Ordinal)];

    /// <summary>The service of this kind, or null if it is not registered.</summary>
    public ISourceFactory? FindSource(string kind) => Sources.FirstOrDefault(factory => factory.Kind == kind);

    /// <summary>Whether the kind is registered.</summary>
    public bool Knows(string kind) => _factories.ContainsKey(kind);

    /// <summary>The kind's display name. For a kind that is not registered, the kind itself.</summary>
    public string DisplayNameOf(string kind) => _factories.TryGetValue(kind, out var factory) ? factory.DisplayName : kind;
}
