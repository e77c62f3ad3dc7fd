using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>Leases on playlists: taken in one statement and renewed during the run, so that two runs never overlap, in one process or
/// several.</summary>
public sealed class SyncLeases(
    IDbContextFactory<SpotterDbContext> contexts, SyncEventLog log, IOptionsMonitor<PlaylistSyncOptions> options, TimeProvider clock)
{
    /// <summary>Takes the lease on a playlist that has a request. Null if there is none or another run has the lease.</summary>
    public async Task<SyncLease?> TryTakeAsync(int playlistId, CancellationToken cancellationToken)
    {
        var (lease, isNothing) = await contexts.WriteAsync(db => TryTakeAsync(db, playlistId, cancellationToken), cancellationToken);
        if (isNothing)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Playlists.Where(p => p.Id == playlistId && p.Status == SyncStatus.Pending)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.SyncWantedAt, (DateTimeOffset?)null), cancellationToken);
        }

        return lease;
    }

    /// <returns>The lease, or null; and whether the playlist is wanted although nobody knows what for.</returns>
    private async Task<(SyncLease? Lease, bool IsNothing)> TryTakeAsync(SpotterDbContext db, int playlistId, CancellationToken cancellationToken)
    {
        var leaseId = Guid.NewGuid();
        var now = clock.GetUtcNow(); // not before the wait for the database is over: the lease begins here
        var accepting = SyncStatusMachine.Accepting(SyncSignal.Started);
        var taken = await db.Playlists.Where(p => p.Id == playlistId && accepting.Contains(p.Status)).Where(IsDueAt(now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(p => p.Status, SyncStatus.Syncing)
                .SetProperty(p => p.LeaseId, leaseId)
                .SetProperty(p => p.LeaseUntil, now + Length)
                .SetProperty(p => p.NotBefore, (DateTimeOffset?)null)
                .SetProperty(p => p.WaitingFor, (Fact?)null), cancellationToken);
        if (taken == 0)
        {
            return (null, false);
        }

        await db.SyncRequests.Where(r => r.PlaylistId == playlistId && r.LeaseId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseId, leaseId), cancellationToken);
        await DecisionNotes.TakeAsync(db, playlistId, leaseId, cancellationToken);
        var request = await db.SyncRequests.AsNoTracking().SingleOrDefaultAsync(r => r.PlaylistId == playlistId && r.LeaseId == leaseId, cancellationToken);
        if (request is null)
        {
            // Wanted, but nobody knows what: rolled back, and no longer wanted.
            await db.Database.RollbackTransactionAsync(cancellationToken);
            return (null, true);
        }

        var playlist = await db.Playlists.AsNoTracking().SingleAsync(p => p.Id == playlistId, cancellationToken);
        var lease = new SyncLease(leaseId, playlist.UserId, playlist.AccountId, playlistId, playlist.Name, request, now);
        log.Add(db, lease, SyncEventType.Started, SyncFacts.StartOf(request.Operation), new SyncEventMetadata { TargetId = playlist.NavidromePlaylistId });
        await db.SaveChangesAsync(cancellationToken);
        return (lease, false);
    }

    /// <summary>
    /// The only way in which a run writes to the database. The lease is checked in the write's own transaction, so that a run that has lost
    /// it cannot change anything that its successor relies on. Changes that the write leaves tracked in the context are saved with it.
    /// </summary>
    /// <exception cref="LeaseLostException">The lease is not ours any more; nothing was written.</exception>
    internal Task WriteAsync(SyncLease lease, Func<SpotterDbContext, Task> write, CancellationToken cancellationToken) => contexts.WriteAsync(
        async db =>
        {
            if (!await OwnedBy(db, lease).AnyAsync(cancellationToken))
            {
                throw new LeaseLostException();
            }

            await write(db);
            await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Extends the lease, and verifies that it is still ours.</summary>
    /// <exception cref="LeaseLostException">It is not.</exception>
    public async Task RenewAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var until = clock.GetUtcNow() + Length;
        var renewed = await OwnedBy(db, lease).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeaseUntil, until), cancellationToken);
        if (renewed == 0)
        {
            throw new LeaseLostException();
        }
    }

    /// <summary>Renews the lease until the keeper is disposed.</summary>
    internal LeaseKeeper Keep(SyncLease lease, CancellationToken cancellationToken) => new(this, lease, Length / 4, clock, cancellationToken);

    /// <summary>Ends the run: status, figures, the request and the closing event in one transaction. False where the lease is not ours any more.</summary>
    public Task<bool> EndAsync(SyncLease lease, SyncOutcome outcome) => contexts.WriteAsync(db => EndAsync(db, lease, outcome), CancellationToken.None);

    private async Task<bool> EndAsync(SpotterDbContext db, SyncLease lease, SyncOutcome outcome)
    {
        if (await OwnedBy(db, lease).SingleOrDefaultAsync(CancellationToken.None) is not { } playlist)
        {
            return false;
        }

        var waiting = await db.SyncRequests.Where(r => r.PlaylistId == lease.PlaylistId && r.LeaseId == null).SingleOrDefaultAsync(CancellationToken.None);
        if (outcome.Signal != SyncSignal.Failed || outcome.IsRefused || !await KeepPairingAsync(db, playlist, lease.Id, waiting))
        {
            await db.SyncRequests.Where(r => r.LeaseId == lease.Id).ExecuteDeleteAsync(CancellationToken.None);
        }

        Advance(playlist, outcome.Signal);
        outcome.Apply(playlist, lease.Request.Operation, clock.GetUtcNow());
        await RememberAsync(db, lease.PlaylistId, outcome);
        await DecisionNotes.SettleAsync(db, lease.PlaylistId, lease.Id, lease.Request.Operation, outcome, clock.GetUtcNow());
        if (outcome.AdoptedListId is { } taken)
        {
            await db.Playlists.Where(p => p.UserId == lease.UserId && p.Source == ProviderKinds.Navidrome && p.RemoteId == taken).ExecuteDeleteAsync(CancellationToken.None);
        }

        var metadata = SyncEventLog.Describe(playlist, outcome, clock.GetUtcNow() - lease.StartedAt);
        log.Add(db, lease, outcome.EventType, outcome.Message, metadata);
        ClearLease(playlist);
        playlist.LeaseLosses = 0;
        playlist.SyncWantedAt = waiting?.RequestedAt;
        if (waiting is not null)
        {
            Advance(playlist, SyncSignal.Requested);
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }

    /// <summary>Hands the lease back before the run has ended: the request waits again.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="waitingFor">What it waits for, so that it is tried again in a minute; null where it may go on at once.</param>
    public Task HandBackAsync(SyncLease lease, Fact? waitingFor) => contexts.WriteAsync(db => HandBackAsync(db, lease, waitingFor), CancellationToken.None);

    private async Task HandBackAsync(SpotterDbContext db, SyncLease lease, Fact? waitingFor)
    {
        if (await OwnedBy(db, lease).SingleOrDefaultAsync(CancellationToken.None) is not { } playlist)
        {
            return;
        }

        Advance(playlist, SyncSignal.LeaseLost);
        await RequeueAsync(db, lease.PlaylistId, lease.Id);
        ClearLease(playlist);
        playlist.WaitingFor = waitingFor;
        playlist.NotBefore = waitingFor is null ? null : clock.GetUtcNow() + LongestPause;
        log.Add(db, lease, SyncEventType.Skipped, waitingFor is null ? new Fact.Stopped() : new Fact.NotNow(waitingFor), new());
        await db.SaveChangesAsync(CancellationToken.None);
    }

    /// <summary>The playlists whose run has not renewed its lease in time.</summary>
    public async Task<IReadOnlyList<int>> FindExpiredAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Expired(db, clock.GetUtcNow()).Select(p => p.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Takes the lease from a run that has been silent for too long. The third time in a row the playlist ends in an error. Null where it was renewed meanwhile.</summary>
    public Task<Playlist?> ExpireAsync(int playlistId, CancellationToken cancellationToken)
        => contexts.WriteAsync(db => ExpireAsync(db, playlistId, cancellationToken), cancellationToken);

    private async Task<Playlist?> ExpireAsync(SpotterDbContext db, int playlistId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow(); // within the transaction: every lease that stands was given at an earlier moment
        var playlist = await Expired(db, now).SingleOrDefaultAsync(p => p.Id == playlistId, cancellationToken);
        if (playlist is not { LeaseId: { } leaseId })
        {
            return null;
        }

        var request = await db.SyncRequests.AsNoTracking().FirstOrDefaultAsync(r => r.LeaseId == leaseId, cancellationToken)
            ?? new SyncRequest { PlaylistId = playlistId };
        var lease = new SyncLease(leaseId, playlist.UserId, playlist.AccountId, playlistId, playlist.Name, request, now);
        playlist.LeaseLosses++;
        if (playlist.LeaseLosses < MaxLosses)
        {
            Advance(playlist, SyncSignal.LeaseLost);
            await RequeueAsync(db, playlistId, leaseId);
            log.Add(db, lease, SyncEventType.Skipped, new Fact.Interrupted(), new());
        }
        else
        {
            var message = new Fact.InterruptedThreeTimes();
            Advance(playlist, SyncSignal.Failed);
            var waiting = await db.SyncRequests.SingleOrDefaultAsync(r => r.PlaylistId == playlistId && r.LeaseId == null, cancellationToken);
            if (!await KeepPairingAsync(db, playlist, leaseId, waiting))
            {
                await db.SyncRequests.Where(r => r.LeaseId == leaseId).ExecuteDeleteAsync(cancellationToken);
            }

            playlist.SyncError = message;
            playlist.LeaseLosses = 0;
            playlist.SyncWantedAt = null;
            log.Add(db, lease, SyncEventType.Failed, message, new() { Status = SyncStatus.Error, Error = message });
            if (waiting is not null)
            {
                Advance(playlist, SyncSignal.Requested);
                playlist.SyncWantedAt = now;
            }
        }

        ClearLease(playlist);
        await db.SaveChangesAsync(cancellationToken);
        return playlist;
    }

    /// <summary>The row, as long as the lease on it is ours: every write of a run starts from here.</summary>
    internal static IQueryable<Playlist> OwnedBy(SpotterDbContext db, SyncLease lease)
        => db.Playlists.Where(p => p.Id == lease.PlaylistId && p.LeaseId == lease.Id);

    /// <summary>What is wanted and need not wait. Nothing is put off for longer than <see cref="LongestPause"/>: a moment further ahead was written by a clock that was wrong.</summary>
    internal static Expression<Func<Playlist, bool>> IsDueAt(DateTimeOffset now)
    {
        var latest = now + LongestPause;
        return p => p.SyncWantedAt != null && (p.NotBefore == null || p.NotBefore <= now || p.NotBefore > latest);
    }

    /// <summary>The longest time for which a playlist is postponed while the server scans.</summary>
    internal static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private const int MaxLosses = 3;

    private TimeSpan Length => TimeSpan.FromSeconds(options.CurrentValue.LeaseSeconds);

    /// <summary>
    /// Keeps a pairing that failed before it took its list, since the next sync would otherwise create a second list beside the chosen one.
    /// It stays as the playlist's request, with no run wanted for now, and whoever next asks for a sync gets the pairing. A waiting request
    /// replaces it only if its operation allows that.
    /// </summary>
    /// <returns>Whether the request stays.</returns>
    private static async Task<bool> KeepPairingAsync(SpotterDbContext db, Playlist playlist, Guid leaseId, SyncRequest? waiting)
    {
        var lost = await db.SyncRequests.SingleOrDefaultAsync(r => r.LeaseId == leaseId);
        if (lost is not { Operation: SyncOperation.Pair } || playlist.NavidromePlaylistId == lost.PairWithId)
        {
            return false;
        }

        if (waiting is null)
        {
            lost.LeaseId = null;
            return true;
        }

        if (!SyncRequestRules.Replaces(lost.Operation, waiting.Operation, waiting.ApprovedPlan is not null))
        {
            (waiting.Operation, waiting.PairWithId, waiting.ApprovedPlan) = (lost.Operation, lost.PairWithId, lost.ApprovedPlan);
        }

        return false;
    }

    /// <summary>Stores what the run left in the target, as part of its end.</summary>
    private static async Task RememberAsync(SpotterDbContext db, int playlistId, SyncOutcome outcome)
    {
        if (outcome.ForgetsTarget)
        {
            await db.WrittenTargets.Where(w => w.PlaylistId == playlistId).ExecuteDeleteAsync(CancellationToken.None);
            await db.TargetCovers.Where(cover => cover.PlaylistId == playlistId).ExecuteDeleteAsync(CancellationToken.None);
        }
        else if (outcome.Written is { } songs)
        {
            var row = db.WrittenTargets.Where(w => w.PlaylistId == playlistId);
            var noted = await row.ExecuteUpdateAsync(
                set => set.SetProperty(w => w.Songs, songs).SetProperty(w => w.Pending, (List<WrittenSong>?)null).SetProperty(w => w.Write, (PendingWrite?)null),
                CancellationToken.None);
            if (noted == 0)
            {
                db.WrittenTargets.Add(new WrittenTarget { PlaylistId = playlistId, Songs = songs, Drift = outcome.Drift });
            }
            else if (outcome.Drift is { } drift)
            {
                await row.ExecuteUpdateAsync(set => set.SetProperty(w => w.Drift, drift), CancellationToken.None);
            }
        }
    }

    /// <summary>A lease is over after its end, and also if it ends more than one length ahead: no correct clock can have granted
    /// that.</summary>
    private IQueryable<Playlist> Expired(SpotterDbContext db, DateTimeOffset now)
    {
        var latest = now + Length;
        return db.Playlists.Where(p => p.Status == SyncStatus.Syncing && (p.LeaseUntil < now || p.LeaseUntil > latest));
    }

    private static void Advance(Playlist playlist, SyncSignal signal)
        => playlist.Status = SyncStatusMachine.Next(playlist.Status, signal)
            ?? throw new InvalidOperationException($"{signal} may not come in status {playlist.Status}.");

    private static void ClearLease(Playlist playlist)
    {
        playlist.LeaseId = null;
        playlist.LeaseUntil = null;
    }

    /// <summary>The request of the lost run waits again, unless a newer request takes its place.</summary>
    private static async Task RequeueAsync(SpotterDbContext db, int playlistId, Guid leaseId)
    {
        var lost = await db.SyncRequests.SingleOrDefaultAsync(r => r.LeaseId == leaseId);
        var newer = await db.SyncRequests.SingleOrDefaultAsync(r => r.PlaylistId == playlistId && r.LeaseId == null);
        if (lost is null)
        {
            return;
        }

        // A sync can wait behind a removal only if sync was switched on again.
        var isEnabling = newer?.Operation == SyncOperation.Sync && lost.Operation == SyncOperation.Remove;
        if (newer is not null && SyncRequestRules.Replaces(lost.Operation, newer.Operation, newer.ApprovedPlan is not null, isEnabling))
        {
            db.SyncRequests.Remove(lost);
            return;
        }

        if (newer is not null)
        {
            db.SyncRequests.Remove(newer);
            await db.SaveChangesAsync();
        }

        lost.LeaseId = null;
    }
}
