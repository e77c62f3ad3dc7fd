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
    RestoreTarget restore,
    TargetCovers covers)
{
    /// <summary>The scheduler's job: has every account's server looked at, and every enabled playlist synced that needs it. Returns how many accounts.</summary>
    public Task<int> SyncAllEnabledPlaylistsAsync(CancellationToken cancellationToken) => all.RunAsync(cancellationToken);

    /// <summary>Runs what the lease's request asks for; a target that is as it should be gets its cover.</summary>
    internal async Task<SyncOutcome> RunAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        var outcome = await OperateAsync(lease, cancellationToken);
        if (outcome is { TargetId: { } targetId, Signal: SyncSignal.WrittenInFull or SyncSignal.WrittenInPart })
        {
            await covers.BringAsync(lease, targetId, isWritten: outcome.EventType != SyncEventType.Skipped, cancellationToken);
        }

        return outcome;
    }

    private Task<SyncOutcome> OperateAsync(SyncLease lease, CancellationToken cancellationToken) => lease.Request.Operation switch
    {
        SyncOperation.Sync => sync.RunAsync(lease, cancellationToken),
        SyncOperation.Remove => remove.RunAsync(lease, cancellationToken),
        SyncOperation.Rebuild => rebuild.RunAsync(lease, cancellationToken),
        SyncOperation.Pair => pair.RunAsync(lease, cancellationToken),
        SyncOperation.Restore => restore.RunAsync(lease, cancellationToken),
    };
}
