using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>A run that is under way: the lease that it holds, and the server that it works on.</summary>
public sealed class SyncRun(SyncLease lease, ProviderRegistry providers)
{
    /// <summary>What was asked for, and the right to do it.</summary>
    public SyncLease Lease { get; } = lease;

    /// <summary>The account's server. Only for whoever needs it: a playlist can be let go although the sign-in has ended.</summary>
    /// <exception cref="ProviderException">Its user has to sign in again.</exception>
    internal Task<IPlaylistSyncer> GetServerAsync(CancellationToken cancellationToken)
        => providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, Lease.AccountId, cancellationToken);
}
