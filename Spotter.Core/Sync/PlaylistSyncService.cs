using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync.Operations;

namespace Spotter.Core.Sync;

/// <summary>The operations of a playlist's sync. It knows no connection details of any server: it asks for the user's syncer.</summary>
public sealed class PlaylistSyncService(
    IEnumerable<ISyncOperation> operations, SyncAllEnabledPlaylists all, ProviderRegistry providers, TargetCovers covers)
{
    private readonly Dictionary<SyncOperation, ISyncOperation> _operations = operations.ToDictionary(operation => operation.Operation);

    /// <summary>The scheduled job: checks every account's server, and syncs every enabled playlist that needs it. Returns the number of
    /// accounts.</summary>
    public Task<int> SyncAllEnabledPlaylistsAsync(CancellationToken cancellationToken) => all.RunAsync(cancellationToken);

    /// <summary>Runs the operation that the lease's request asks for. A target that is as it should be then gets its cover.</summary>
    internal async Task<SyncOutcome> RunAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        var outcome = await _operations[lease.Request.Operation].RunAsync(new SyncRun(lease, providers), cancellationToken);
        if (outcome is { TargetId: { } targetId, Signal: SyncSignal.WrittenInFull or SyncSignal.WrittenInPart })
        {
            await covers.UpdateCoverAsync(lease, targetId, isWritten: outcome.EventType != SyncEventType.Skipped, cancellationToken);
        }

        return outcome;
    }
}
