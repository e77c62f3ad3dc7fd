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
    /// <summary>Stores the request of a user for a playlist and nudges the job runner.</summary>
    public Task<SyncRequestOutcome> RequestAsync(int userId, int playlistId, SyncCommand command, SyncTrigger trigger, CancellationToken cancellationToken)
        => StoreAsync(userId, playlistId, command, trigger, enable: command.Operation == SyncOperation.Pair ? true : null, clock.GetUtcNow(), cancellationToken);

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
        var command = enabled ? SyncCommand.Sync() : SyncCommand.Remove(deleteTarget ?? options.CurrentValue.DeleteOnUnsync);
        return StoreAsync(userId, playlistId, command, trigger, enabled, clock.GetUtcNow(), cancellationToken);
    }

    /// <summary>Requests a sync of every playlist of the user that has sync on. Returns how many were accepted.</summary>
    public async Task<int> RequestAllAsync(int userId, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        // They are one request: whoever looks at the server after this moment has looked for all of them.
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
        int userId, int playlistId, SyncCommand command, SyncTrigger trigger, bool? enable, DateTimeOffset requestedAt, CancellationToken cancellationToken)
    {
        var (outcome, stored, operation) = await contexts.WriteAsync<(SyncRequestOutcome, Playlist?, SyncOperation)>(
            async db =>
            {
                var playlist = await db.Playlists.SingleOrDefaultAsync(p => p.Id == playlistId && p.UserId == userId, cancellationToken);
                if (playlist is null)
                {
                    return (SyncRequestOutcome.NotFound, null, command.Operation);
                }

                var (outcome, operation) = await PutAsync(db, playlist, command, trigger, enable, requestedAt, cancellationToken);
                if (outcome != SyncRequestOutcome.Accepted)
                {
                    return (outcome, null, operation);
                }

                await db.SaveChangesAsync(cancellationToken);
                return (outcome, playlist, operation);
            },
            cancellationToken);
        if (stored is not null)
        {
            Announce(stored, operation);
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

    /// <summary>
    /// Wants the sync that brings decisions to a playlist's target, within the transaction of the decisions. It starts a while after the last decision, so that a
    /// pile that is worked off is one run; a sync that waits already is not put off. Nothing where sync is off: there is no target that lags behind.
    /// </summary>
    /// <param name="db">The transaction's context.</param>
    /// <param name="playlist">The playlist, as that context tracks it.</param>
    /// <param name="trackKeys">The tracks about which something was decided.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>Whether there is something to announce.</returns>
    internal async Task<bool> WantDecisionsAsync(SpotterDbContext db, Playlist playlist, IReadOnlyCollection<string> trackKeys, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isWaitedFor = await db.SyncRequests.AnyAsync(r => r.PlaylistId == playlist.Id && r.LeaseId == null, cancellationToken) && playlist.SyncWantedAt is not null;
        var startsAt = isWaitedFor && !playlist.IsGathering ? playlist.NotBefore : now + Gathering;
        if (!await WantSyncAsync(db, playlist, SyncTrigger.User, cancellationToken))
        {
            return false;
        }

        playlist.NotBefore = startsAt;
        await DecisionNotes.NoteAsync(db, playlist.Id, trackKeys, cancellationToken);
        return true;
    }

    /// <summary>Nudges the job runner and the open pages, once the request is stored. Both may be lost: whoever looks at the database finds it.</summary>
    internal void Announce(Playlist playlist, SyncOperation operation = SyncOperation.Sync)
    {
        scheduler.Nudge(playlist.Id, playlist.Name, operation, WaitUntil(playlist.NotBefore));
        bus.Publish(new PlaylistStatusChanged(playlist.UserId, playlist.Id));
    }

    /// <summary>Nudges the job runner if a request waits for the playlist.</summary>
    internal async Task NudgeWaitingAsync(int playlistId, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.SyncRequests.AsNoTracking().SingleOrDefaultAsync(r => r.PlaylistId == playlistId && r.LeaseId == null, cancellationToken);
        if (waiting is not null)
        {
            var notBefore = await db.Playlists.Where(p => p.Id == playlistId).Select(p => p.NotBefore).SingleOrDefaultAsync(cancellationToken);
            scheduler.Nudge(playlistId, name, waiting.Operation, WaitUntil(notBefore));
        }
    }

    /// <summary>How long a run waits after the last decision, so that a pile that is worked off is one run.</summary>
    internal static readonly TimeSpan Gathering = TimeSpan.FromSeconds(30);

    /// <summary>Until then, unless the moment was written by a clock that was wrong: nothing is put off for longer than <see cref="SyncLeases.LongestPause"/>.</summary>
    private TimeSpan WaitUntil(DateTimeOffset? notBefore)
        => notBefore - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero && wait <= SyncLeases.LongestPause ? wait : TimeSpan.Zero;

    private static async Task<(SyncRequestOutcome Outcome, SyncOperation Operation)> PutAsync(
        SpotterDbContext db, Playlist playlist, SyncCommand command, SyncTrigger trigger, bool? enable, DateTimeOffset requestedAt, CancellationToken cancellationToken)
    {
        if (playlist.Source == ProviderKinds.Navidrome)
        {
            return (SyncRequestOutcome.NotASource, command.Operation);
        }

        playlist.SyncEnabled = enable ?? playlist.SyncEnabled;
        if (!playlist.SyncEnabled && command.Operation != SyncOperation.Remove)
        {
            return (SyncRequestOutcome.SyncIsOff, command.Operation);
        }

        if (Refuse(playlist, command) is { } refusal)
        {
            return (refusal, command.Operation);
        }

        // What was held back is approved as what it was: an approved rebuild is a rebuild.
        var operation = command.ApprovedPlan is { } approved && approved == playlist.HeldBackPlan && command.Operation == SyncOperation.Sync
            ? playlist.HeldBackOperation is SyncOperation.Rebuild ? SyncOperation.Rebuild : SyncOperation.Sync
            : command.Operation;
        await PutRowAsync(db, playlist, operation, command, trigger, isEnabling: enable == true, requestedAt, cancellationToken);
        playlist.Status = SyncStatusMachine.Next(playlist.Status, SyncSignal.Requested)
            ?? throw new InvalidOperationException($"A request may not come in status {playlist.Status}.");
        playlist.SyncWantedAt ??= requestedAt;
        playlist.NotBefore = null;
        return (SyncRequestOutcome.Accepted, operation);
    }

    /// <summary>Why the playlist as it is does not allow the command, or null.</summary>
    private static SyncRequestOutcome? Refuse(Playlist playlist, SyncCommand command)
    {
        if (command.LetsGo && playlist.SyncEnabled)
        {
            return SyncRequestOutcome.SyncIsOn;
        }

        // Checked in the transaction that stores the request: what is approved is what was held back, or nothing.
        return !command.ApprovesHeldBack ? null
            : playlist.HeldBackPlan is not { } plan ? SyncRequestOutcome.NothingHeldBack
            : plan != command.ApprovedPlan ? SyncRequestOutcome.PlanChanged
            : null;
    }

    private static async Task PutRowAsync(
        SpotterDbContext db, Playlist playlist, SyncOperation operation, SyncCommand command, SyncTrigger trigger, bool isEnabling, DateTimeOffset requestedAt,
        CancellationToken cancellationToken)
    {
        var waiting = await db.SyncRequests.SingleOrDefaultAsync(r => r.PlaylistId == playlist.Id && r.LeaseId == null, cancellationToken);
        if (waiting is not null && !SyncRequestRules.Replaces(waiting.Operation, operation, command.ApprovedPlan is not null, isEnabling))
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
        waiting.PairWithId = command.PairWithId;
        waiting.DeleteTarget = command.DeleteTarget;
        waiting.LetsGo = command.LetsGo;
        waiting.SnapshotId = command.SnapshotId;
        waiting.ApprovedPlan = command.ApprovedPlan;
        waiting.Trigger = trigger;
        waiting.RequestedAt = requestedAt;
    }
}
