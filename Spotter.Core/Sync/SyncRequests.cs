using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Events;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>The one entry point through which pages, scripts and schedules ask for a run: it stores the request and nudges the job
/// runner.</summary>
public sealed class SyncRequests(
    IDbContextFactory<SpotterDbContext> contexts,
    ISyncScheduler scheduler,
    EventBus bus,
    IOptionsMonitor<PlaylistSyncOptions> options,
    TimeProvider clock)
{
    /// <summary>Stores a user's request for a playlist and nudges the job runner.</summary>
    public Task<SyncRequestOutcome> RequestAsync(int userId, int playlistId, SyncCommand wish, SyncTrigger trigger, CancellationToken cancellationToken)
        => StoreAsync(userId, playlistId, wish, trigger, enable: wish.Operation == SyncOperation.Pair ? true : null, clock.GetUtcNow(), cancellationToken);

    /// <summary>Switches sync on (and requests a sync) or off (and requests the removal).</summary>
    /// <param name="userId">The owner of the playlist.</param>
    /// <param name="playlistId">The playlist.</param>
    /// <param name="enabled">True for on, false for off.</param>
    /// <param name="deleteTarget">When switching off: whether to delete the target. Null follows the configuration.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    public Task<SyncRequestOutcome> SetSyncEnabledAsync(
        int userId, int playlistId, bool enabled, bool? deleteTarget, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        var wish = enabled ? SyncCommand.Sync() : SyncCommand.Remove(deleteTarget ?? options.CurrentValue.DeleteOnUnsync);
        return StoreAsync(userId, playlistId, wish, trigger, enabled, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Requests a sync of every playlist of the user that has sync on. Returns how many were accepted.</summary>
    public async Task<int> RequestAllAsync(int userId, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        // They share one moment: a single check of the server after it is fresh enough for all of them.
        var requestedAt = clock.GetUtcNow();
        List<int> playlists;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            playlists = await db.Playlists.Where(playlist => playlist.UserId == userId && playlist.SyncEnabled)
                .OrderBy(playlist => playlist.Id).Select(playlist => playlist.Id).ToListAsync(cancellationToken);
        }

        var accepted = 0;
        foreach (var playlistId in playlists)
        {
            var outcome = await StoreAsync(userId, playlistId, SyncCommand.Sync(), trigger, enable: null, requestedAt, cancellationToken);
            accepted += outcome == SyncRequestOutcome.Accepted ? 1 : 0;
        }

        return accepted;
    }

    private async Task<SyncRequestOutcome> StoreAsync(
        int userId, int playlistId, SyncCommand wish, SyncTrigger trigger, bool? enable, DateTimeOffset requestedAt, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken); // IMMEDIATE: no other writer until the commit
        var playlist = await db.Playlists.SingleOrDefaultAsync(p => p.Id == playlistId && p.UserId == userId, cancellationToken);
        if (playlist is null)
        {
            return SyncRequestOutcome.NotFound;
        }

        var (outcome, operation) = await PutAsync(db, playlist, wish, trigger, enable, requestedAt, cancellationToken);
        if (outcome == SyncRequestOutcome.Accepted)
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            Announce(playlist, operation);
        }

        return outcome;
    }

    /// <summary>
    /// Requests a sync of a playlist within the transaction of the change that calls for it, so that neither is ever stored without the
    /// other. Does nothing if sync is off. The request is announced after the commit, by <see cref="Announce"/>.
    /// </summary>
    /// <param name="db">The transaction's context.</param>
    /// <param name="playlist">The playlist, as that context tracks it.</param>
    /// <param name="trigger">Who made the change.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>Whether there is something to announce.</returns>
    internal async Task<bool> WantSyncAsync(SpotterDbContext db, Playlist playlist, SyncTrigger trigger, CancellationToken cancellationToken)
        => playlist.SyncEnabled
            && (await PutAsync(db, playlist, SyncCommand.Sync(), trigger, enable: null, clock.GetUtcNow(), cancellationToken)).Outcome == SyncRequestOutcome.Accepted;

    /// <summary>Nudges the job runner and the open pages once the request is stored. Both nudges may be lost: the database still has the
    /// request.</summary>
    internal void Announce(Playlist playlist, SyncOperation operation = SyncOperation.Sync)
    {
        scheduler.Nudge(playlist.Id, playlist.Name, operation);
        bus.Publish(new PlaylistStatusChanged(playlist.UserId, playlist.Id));
    }

    /// <summary>Nudges the job runner if a request waits for the playlist.</summary>
    internal async Task NudgeWaitingAsync(int playlistId, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.SyncRequests.AsNoTracking().SingleOrDefaultAsync(r => r.PlaylistId == playlistId && r.LeaseId == null, cancellationToken);
        if (waiting is not null)
        {
            scheduler.Nudge(playlistId, name, waiting.Operation);
        }
    }

    private static async Task<(SyncRequestOutcome Outcome, SyncOperation Operation)> PutAsync(
        SpotterDbContext db, Playlist playlist, SyncCommand wish, SyncTrigger trigger, bool? enable, DateTimeOffset requestedAt, CancellationToken cancellationToken)
    {
        if (playlist.Source == ProviderKinds.Navidrome)
        {
            return (SyncRequestOutcome.NotASource, wish.Operation);
        }

        playlist.SyncEnabled = enable ?? playlist.SyncEnabled;
        if (!playlist.SyncEnabled && wish.Operation != SyncOperation.Remove)
        {
            return (SyncRequestOutcome.SyncIsOff, wish.Operation);
        }

        if (Refuse(playlist, wish) is { } refusal)
        {
            return (refusal, wish.Operation);
        }

        // Approving a plan repeats the operation that was held back: an approved rebuild is a rebuild.
        var operation = wish.ApprovedPlan is { } approved && approved == playlist.HeldBackPlan && wish.Operation == SyncOperation.Sync
            ? playlist.HeldBackOperation is SyncOperation.Rebuild ? SyncOperation.Rebuild : SyncOperation.Sync
            : wish.Operation;
        await PutRowAsync(db, playlist, operation, wish, trigger, isEnabling: enable == true, requestedAt, cancellationToken);
        playlist.Status = SyncStatusMachine.Next(playlist.Status, SyncSignal.Requested)
            ?? throw new InvalidOperationException($"A request may not come in status {playlist.Status}.");
        playlist.SyncWantedAt ??= requestedAt;
        playlist.NotBefore = null;
        return (SyncRequestOutcome.Accepted, operation);
    }

    /// <summary>Why the playlist's current state does not allow the command, or null.</summary>
    private static SyncRequestOutcome? Refuse(Playlist playlist, SyncCommand wish)
    {
        if (wish.LetsGo && playlist.SyncEnabled)
        {
            return SyncRequestOutcome.SyncIsOn;
        }

        // Checked in the transaction that stores the request, so that only the plan that is held back can be approved.
        return !wish.ApprovesHeldBack ? null
            : playlist.HeldBackPlan is not { } plan ? SyncRequestOutcome.NothingHeldBack
            : plan != wish.ApprovedPlan ? SyncRequestOutcome.PlanChanged
            : null;
    }

    private static async Task PutRowAsync(
        SpotterDbContext db, Playlist playlist, SyncOperation operation, SyncCommand wish, SyncTrigger trigger, bool isEnabling, DateTimeOffset requestedAt,
        CancellationToken cancellationToken)
    {
        var waiting = await db.SyncRequests.SingleOrDefaultAsync(r => r.PlaylistId == playlist.Id && r.LeaseId == null, cancellationToken);
        if (waiting is not null && !SyncRequestRules.Replaces(waiting.Operation, operation, isEnabling, wish.ApprovedPlan is not null))
        {
            if (trigger != SyncTrigger.Schedule)
            {
                // Somebody asks for what already waits: it runs for them, with the server's content as of now.
                (waiting.Trigger, waiting.RequestedAt) = (trigger, requestedAt);
            }

            return;
        }

        if (waiting is null)
        {
            waiting = new SyncRequest { PlaylistId = playlist.Id };
            db.SyncRequests.Add(waiting);
        }

        waiting.Operation = operation;
        waiting.PairWithId = wish.PairWithId;
        waiting.DeleteTarget = wish.DeleteTarget;
        waiting.LetsGo = wish.LetsGo;
        waiting.SnapshotId = wish.SnapshotId;
        waiting.ApprovedPlan = wish.ApprovedPlan;
        waiting.Trigger = trigger;
        waiting.RequestedAt = requestedAt;
    }
}
