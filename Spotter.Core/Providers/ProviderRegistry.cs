using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>Finds the provider of a kind for an account, and hands out what it can do.</summary>
public sealed class ProviderRegistry(IEnumerable<IProviderFactory> factories)
{
    private readonly Dictionary<string, IProviderFactory> _factories = factories.ToDictionary(factory => factory.Kind, StringComparer.Ordinal);

    /// <summary>The capability, or null where the kind is unknown, not connected, or not able to.</summary>
    public async Task<TCapability?> FindAsync<TCapability>(string kind, int accountId, CancellationToken cancellationToken)
        where TCapability : class, IProvider
        => _factories.TryGetValue(kind, out var factory) ? await factory.CreateAsync(accountId, cancellationToken) as TCapability : null;

    /// <summary>The capability.</summary>
    /// <exception cref="ProviderException">The account is not connected to it.</exception>
    public async Task<TCapability> GetAsync<TCapability>(string kind, int accountId, CancellationToken cancellationToken)
        where TCapability : class, IProvider
        => await FindAsync<TCapability>(kind, accountId, cancellationToken)
            ?? throw new ProviderException(kind, ProviderFailure.Unauthorized, new Fact.NotConnected(DisplayNameOf(kind)));

    /// <summary>The services that playlists are read from again and again, by name; whether users connect them is said by each.</summary>
    public IReadOnlyList<ISourceFactory> Sources { get; } = [.. factories.OfType<ISourceFactory>().OrderBy(factory => factory.DisplayName, StringComparer.Ordinal)];

    /// <summary>The service of this kind, or null where nobody registered it.</summary>
    public ISourceFactory? FindSource(string kind) => Sources.FirstOrDefault(factory => factory.Kind == kind);

    /// <summary>Whether anybody registered the kind.</summary>
    public bool Knows(string kind) => _factories.ContainsKey(kind);

    /// <summary>The kind's name for people; a kind that nobody registered is named as stored.</summary>
    public string DisplayNameOf(string kind) => _factories.TryGetValue(kind, out var factory) ? factory.DisplayName : kind;
}
