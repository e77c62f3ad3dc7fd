using Spotter.Core.Playlists;
using Spotter.Core.Sync.Operations;

namespace Spotter.Core.Sync;

/// <summary>Names the operations of a playlist's sync. It knows no connection detail of any server: it asks for the user's syncer.</summary>
public sealed class PlaylistSyncService(
    SyncPlaylistToNavidrome sync,
    SyncAllEnabledPlaylists all,
    RemovePlaylistFromNavidrome remove,
    RebuildPlaylistSync rebuild,
    PairWithNavidrome pair,
    RestoreTarget restore)
{
    /// <summary>The scheduler's job: asks for a sync of every enabled playlist of every user. Returns how many.</summary>
    public Task<int> SyncAllEnabledPlaylistsAsync(SyncTrigger trigger, CancellationToken cancellationToken) => all.RunAsync(trigger, cancellationToken);

    /// <summary>Runs what the lease's request asks for.</summary>
    internal Task<SyncOutcome> RunAsync(SyncLease lease, CancellationToken cancellationToken) => lease.Request.Operation switch
    {
        SyncOperation.Sync => sync.RunAsync(lease, cancellationToken),
        SyncOperation.Remove => remove.RunAsync(lease, cancellationToken),
        SyncOperation.Rebuild => rebuild.RunAsync(lease, cancellationToken),
        SyncOperation.Pair => pair.RunAsync(lease, cancellationToken),
        SyncOperation.Restore => restore.RunAsync(lease, cancellationToken),
    };
}
