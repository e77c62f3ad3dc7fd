using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Sync;

/// <summary>Runs what is wanted for a playlist: takes the lease or finds nothing to do, runs the operation, ends the lease.</summary>
public sealed partial class SyncRunner(
    IDbContextFactory<SpotterDbContext> contexts,
    SyncLeases leases,
    PlaylistSyncService service,
    LibraryIndexCache library,
    SignInGuard guard,
    ServerProfiles servers,
    SyncProgressBoard board,
    ISyncScheduler scheduler,
    EventBus bus,
    IOptionsMonitor<PlaylistSyncOptions> options,
    TimeProvider clock,
    ILogger<SyncRunner> logger)
{
    private string RefusedByMistake => $"{servers.Name.AtStart} refused your password once, and not when it was asked again. Spotter tries again at the next sync.";

    /// <summary>Serves the playlist's waiting request, if there is one and nobody else does.</summary>
    /// <exception cref="SyncFailedException">The run failed; status, event and notification are stored.</exception>
    public async Task RunAsync(int playlistId, CancellationToken cancellationToken)
    {
        if (await WaitsForScanAsync(playlistId, cancellationToken) || await leases.TryTakeAsync(playlistId, cancellationToken) is not { } lease)
        {
            return;
        }

        using var activity = SpotterTelemetry.Source.StartActivity("sync");
        activity?.SetTag(SpotterTelemetry.Operation, lease.Request.Operation.ToString()).SetTag(SpotterTelemetry.Playlist, playlistId);
        bus.Publish(new PlaylistStatusChanged(lease.UserId, playlistId));
        SyncOutcome? outcome;
        await using (var keeper = new LeaseKeeper(leases, lease, TimeSpan.FromSeconds(options.CurrentValue.LeaseSeconds / 4.0), clock, cancellationToken))
        {
            outcome = await AttemptAsync(lease, keeper);
        }

        board.Clear(playlistId);
        var ended = outcome is not null && await leases.EndAsync(lease, outcome);
        SpentMemory.GiveBackSoon();
        bus.Publish(new PlaylistStatusChanged(lease.UserId, playlistId));
        if (!ended)
        {
            return;
        }

        if (outcome!.TakenListId is not null)
        {
            bus.Publish(new PlaylistListChanged(lease.UserId));
        }

        Count(outcome, lease);
        await NudgeAgainAsync(lease);
        if (outcome.Signal == SyncSignal.Failed)
        {
            activity?.SetStatus(ActivityStatusCode.Error, outcome.Message);
            bus.Publish(new Notification(lease.UserId, NotificationSeverity.Error, $"{lease.PlaylistName}: {outcome.Message}", playlistId));
            throw new SyncFailedException(outcome.Message);
        }

        if (outcome is { Signal: SyncSignal.HeldBack, IsTold: false })
        {
            bus.Publish(new Notification(lease.UserId, NotificationSeverity.Warning, outcome.Message, playlistId));
        }
    }

    /// <summary>The outcome, or null where the lease is lost or was handed back.</summary>
    private async Task<SyncOutcome?> AttemptAsync(SyncLease lease, LeaseKeeper keeper)
    {
        try
        {
            return await service.RunAsync(lease, keeper.Token);
        }
        catch (LeaseLostException)
        {
            Log.LeaseLost(logger, lease.PlaylistId);
            return null;
        }
        catch (OperationCanceledException) when (keeper.IsLost)
        {
            Log.LeaseLost(logger, lease.PlaylistId);
            return null;
        }
        catch (OperationCanceledException) when (keeper.Token.IsCancellationRequested)
        {
            // The process stops: the next one goes on at once instead of waiting for the lease to run out.
            await leases.HandBackAsync(lease, waitingFor: null, notBefore: null);
            return null;
        }
        catch (LibraryScanningException scan)
        {
            await leases.HandBackAsync(lease, SyncWords.WaitingForScan(scan.Seen), clock.GetUtcNow() + SyncLeases.LongestPause);
            return null;
        }
        catch (ProviderException exception)
        {
            Log.ProviderFailed(logger, lease.PlaylistId, exception.Kind, exception.Failure, exception.InnerException?.GetType().Name);
            return SyncOutcome.Failed(
                exception.Failure == ProviderFailure.Unauthorized && !await guard.NoteRefusalAsync(lease.AccountId, lease.Id) ? RefusedByMistake : exception.Message)
                with { IsRefused = exception.Failure is ProviderFailure.NotFound or ProviderFailure.Forbidden };
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is DatabaseTrouble trouble)
        {
            Log.DatabaseFailed(logger, lease.PlaylistId, trouble, exception.Message);
            return SyncOutcome.Failed(DatabaseTroubles.Explain(trouble));
        }
#pragma warning disable CA1031 // The last line of defence: a bug in one run must leave a status and a line in the log, not a playlist that syncs for ever.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.RunBroke(logger, exception, lease.PlaylistId);
            return SyncOutcome.Failed("Spotter ran into a fault of its own; Spotter's log has the details. It tries again at the next sync.");
        }
    }

    /// <summary>While the server scans a library that was never read, a queued playlist stays pending; it is tried again each minute.</summary>
    private async Task<bool> WaitsForScanAsync(int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var queued = await db.Playlists.AsNoTracking().Where(p => p.Id == playlistId && p.Status == SyncStatus.Pending).Where(SyncLeases.MayStart(now))
            .Select(p => new { p.UserId, p.AccountId }).SingleOrDefaultAsync(cancellationToken);
        var waiting = queued is null ? null : await db.SyncRequests.AsNoTracking().SingleOrDefaultAsync(r => r.PlaylistId == playlistId && r.LeaseId == null, cancellationToken);
        if (queued is null || waiting is { Operation: SyncOperation.Remove })
        {
            return false;
        }

        LibraryStamp? scan;
        try
        {
            scan = await library.FindScanToWaitForAsync(queued.AccountId, cancellationToken);
            if (scan is null)
            {
                return false;
            }
        }
        catch (ProviderException)
        {
            // The run itself meets this again, and knows what to say of it.
            return false;
        }

        var waitingFor = SyncWords.WaitingForScan(scan.SongCount);
        var waits = await db.Playlists.Where(p => p.Id == playlistId && p.Status == SyncStatus.Pending && p.LeaseId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.WaitingFor, waitingFor).SetProperty(p => p.NotBefore, now + SyncLeases.LongestPause), cancellationToken);
        bus.Publish(new PlaylistStatusChanged(queued.UserId, playlistId));
        return waits == 1;
    }

    private async Task NudgeAgainAsync(SyncLease lease)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var waiting = await db.SyncRequests.AsNoTracking()
            .SingleOrDefaultAsync(r => r.PlaylistId == lease.PlaylistId && r.LeaseId == null, CancellationToken.None);
        if (waiting is not null)
        {
            scheduler.Nudge(lease.PlaylistId, lease.PlaylistName, waiting.Operation);
        }
    }

    private void Count(SyncOutcome outcome, SyncLease lease)
    {
        var tags = new TagList { { SpotterTelemetry.Operation, lease.Request.Operation.ToString() }, { SpotterTelemetry.Outcome, outcome.Signal.ToString() } };
        SpotterTelemetry.Runs.Add(1, tags);
        SpotterTelemetry.Duration.Record(Math.Max(0, (clock.GetUtcNow() - lease.StartedAt).TotalSeconds), tags); // a clock may be set back
        foreach (var (tier, count) in outcome.ByTier ?? new Dictionary<Matching.MatchTier, int>())
        {
            SpotterTelemetry.Tracks.Add(count, new KeyValuePair<string, object?>(SpotterTelemetry.Tier, tier.ToString()));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The run of playlist {PlaylistId} has lost its lease and stopped.")]
        public static partial void LeaseLost(ILogger logger, int playlistId);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The run of playlist {PlaylistId} ended: {Provider} is {Failure} ({Cause}).")]
        public static partial void ProviderFailed(ILogger logger, int playlistId, string provider, ProviderFailure failure, string? cause);

        [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "The run of playlist {PlaylistId} ended: the database is {Trouble} ({Cause}).")]
        public static partial void DatabaseFailed(ILogger logger, int playlistId, DatabaseTrouble trouble, string cause);

        [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The run of playlist {PlaylistId} broke.")]
        public static partial void RunBroke(ILogger logger, Exception exception, int playlistId);
    }
}
