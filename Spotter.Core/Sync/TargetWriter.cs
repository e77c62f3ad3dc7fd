using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Sync;

/// <summary>Writes targets: keeps what is there first, proves the lease before every call that changes the server, and compares afterwards.</summary>
public sealed class TargetWriter(SyncLeases leases, SyncProgressBoard board, EventBus bus, TimeProvider clock)
{
    /// <summary>How many earlier contents of a target are kept.</summary>
    private const int KeptSnapshots = 10;

    /// <summary>Replaces the target's content in place and brings name and comment to the plan's.</summary>
    /// <param name="lease">The run.</param>
    /// <param name="syncer">The server.</param>
    /// <param name="target">The target as found.</param>
    /// <param name="plan">What it should be.</param>
    /// <param name="rows">The rows behind the plan, remembered before they are written.</param>
    /// <param name="isRepair">Whether an unknown id was just written: it is hidden, but holds a position until it is written away.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <returns>The target as the server shows it afterwards.</returns>
    internal async Task<Target> ReplaceAsync(
        SyncLease lease, IPlaylistSyncer syncer, Target target, TargetPlan plan, IReadOnlyList<WrittenSong> rows, bool isRepair, CancellationToken cancellationToken)
    {
        using var activity = SpotterTelemetry.Source.StartActivity("write");
        TellWriting(lease, plan.SongIds.Count);
        var written = target;
        if (isRepair || !target.SongIds.SequenceEqual(plan.SongIds))
        {
            if (!isRepair)
            {
                await KeepAsync(lease, target, cancellationToken);
            }

            await AnnounceAsync(lease, rows, cancellationToken);
            await leases.RenewAsync(lease, cancellationToken);
            written = await syncer.UpdatePlaylistTracksAsync(target.Summary.Id, target.Summary.Name, plan.SongIds, cancellationToken);
        }

        await DescribeAsync(lease, syncer, target.Summary, plan, cancellationToken);
        return written;
    }

    /// <summary>Notes what is about to be written: where the run dies over it, the next one knows that the user did not put it there.</summary>
    internal async Task AnnounceAsync(SyncLease lease, IReadOnlyList<WrittenSong> rows, CancellationToken cancellationToken)
    {
        List<WrittenSong> pending = [.. rows];
        await leases.WriteAsync(lease, async (db, _) =>
        {
            var noted = await db.WrittenTargets.Where(w => w.PlaylistId == lease.PlaylistId)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.Pending, pending), cancellationToken);
            if (noted == 0)
            {
                db.WrittenTargets.Add(new WrittenTarget { PlaylistId = lease.PlaylistId, Pending = pending });
            }
        }, cancellationToken);
    }

    /// <summary>Brings name and comment to the plan's, where they differ.</summary>
    internal async Task DescribeAsync(
        SyncLease lease, IPlaylistSyncer syncer, TargetSummary target, TargetPlan plan, CancellationToken cancellationToken)
    {
        var name = target.Name == plan.Name ? null : plan.Name;
        var comment = target.Comment == plan.Comment ? null : plan.Comment;
        if (name is not null || comment is not null)
        {
            await leases.RenewAsync(lease, cancellationToken);
            await syncer.UpdateDetailsAsync(target.Id, name, comment, cancellationToken);
        }
    }

    /// <summary>Keeps what the target holds now; the last ten of each playlist's target stay.</summary>
    internal async Task KeepAsync(SyncLease lease, Target target, CancellationToken cancellationToken)
    {
        if (target.Entries.Count == 0)
        {
            return;
        }

        await leases.WriteAsync(lease, async (db, _) =>
        {
            db.TargetSnapshots.Add(new TargetSnapshot
            {
                PlaylistId = lease.PlaylistId,
                TargetId = target.Summary.Id,
                TakenAt = clock.GetUtcNow(),
                Name = target.Summary.Name,
                SongCount = target.Entries.Count,
                Songs = [.. target.Entries],
                OperationId = lease.Id,
            });
            await db.SaveChangesAsync(cancellationToken);
            var superfluous = await db.TargetSnapshots.Where(snapshot => snapshot.PlaylistId == lease.PlaylistId)
                .OrderByDescending(snapshot => snapshot.Id).Skip(KeptSnapshots).Select(snapshot => snapshot.Id).ToListAsync(cancellationToken);
            await db.TargetSnapshots.Where(snapshot => superfluous.Contains(snapshot.Id)).ExecuteDeleteAsync(cancellationToken);
        }, cancellationToken);
    }

    private void TellWriting(SyncLease lease, int songs)
    {
        var latest = board.Find(lease.PlaylistId);
        var progress = latest is null
            ? new SyncProgressed(lease.UserId, lease.PlaylistId, SyncPhase.Writing, 0, songs, new Dictionary<Matching.MatchTier, int>(), 0, 0)
            : latest with { Phase = SyncPhase.Writing };
        board.Post(progress);
        bus.Publish(progress);
    }
}
