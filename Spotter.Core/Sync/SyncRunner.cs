using Spotter.Core.Playlists;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Sync;

/// <summary>Serves a playlist's request: takes the lease or finds nothing to do, runs the operation, ends the lease.</summary>
public sealed class SyncRunner(SyncLeases leases, PlaylistSyncService service, LibraryWaits waits, SyncFailures failures, SyncNews news)
{
    /// <summary>Serves the playlist's waiting request, if there is one and no other run has it.</summary>
    /// <exception cref="SyncFailedException">The run failed. Status, event and notification are stored.</exception>
    public async Task RunAsync(int playlistId, CancellationToken cancellationToken)
    {
        if (await waits.MustWaitAsync(playlistId, cancellationToken) || await leases.TryTakeAsync(playlistId, cancellationToken) is not { } lease)
        {
            return;
        }

        using var activity = SpotterTelemetry.Source.StartActivity("sync");
        activity?.SetTag(SpotterTelemetry.Operation, lease.Request.Operation.ToString()).SetTag(SpotterTelemetry.Playlist, playlistId);
        news.TellBeginning(lease);
        SyncOutcome? outcome;
        await using (var keeper = leases.Keep(lease, cancellationToken))
        {
            outcome = await AttemptAsync(lease, keeper);
        }

        var ended = outcome is not null && await leases.EndAsync(lease, outcome);
        MemoryTrimmer.TrimSoon();
        await news.TellEndAsync(lease, ended ? outcome : null, activity);
        if (ended && outcome!.Signal == SyncSignal.Failed)
        {
            throw new SyncFailedException(outcome.Message);
        }
    }

    /// <summary>The outcome, or null if the lease was lost or handed back.</summary>
    private async Task<SyncOutcome?> AttemptAsync(SyncLease lease, LeaseKeeper keeper)
    {
        try
        {
            return await service.RunAsync(lease, keeper.Token);
        }
#pragma warning disable CA1031 // The last line of defence: a bug in one run must leave a status and a line in the log, not a playlist that syncs for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return await failures.SettleAsync(lease, keeper, exception);
        }
    }
}
