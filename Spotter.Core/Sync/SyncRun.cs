using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>A run under way: its lease, and the server that it works on.</summary>
public sealed class SyncRun(SyncLease lease, ProviderRegistry providers)
{
    /// <summary>The lease, with the request that it serves.</summary>
    public SyncLease Lease { get; } = lease;

    /// <summary>The account's server. Fetched only when needed: a playlist can be released even if the sign-in has ended.</summary>
    /// <exception cref="ProviderException">The user has to sign in again.</exception>
    internal Task<IPlaylistSyncer> GetServerAsync(CancellationToken cancellationToken)
        => providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, Lease.AccountId, cancellationToken);
}
