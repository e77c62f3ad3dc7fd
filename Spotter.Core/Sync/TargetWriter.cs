using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Sync;

/// <summary>
/// Writes targets, for every operation: first keeps a snapshot of the current content, records each call before it is sent, verifies the
/// lease before every call that changes the server, and reads the result back.
/// </summary>
public sealed class TargetWriter(
    IDbContextFactory<SpotterDbContext> contexts, SyncLeases leases, TargetCreation creation, ServerProfiles servers, SyncProgressBoard board, EventBus bus,
    TimeProvider clock)
{
    /// <summary>How many snapshots of a playlist's target are kept.</summary>
    private const int KeptSnapshots = 10;

    /// <summary>How often a write in pieces continues in the same run after a failed call.</summary>
    private const int MaxResumptions = 3;

    /// <summary>Creates the target, or changes its content to the plan's. Name and comment come later: see
    /// <see cref="DescribeAsync"/>.</summary>
    /// <param name="lease">The run.</param>
    /// <param name="syncer">The server.</param>
    /// <param name="write">What to write.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <returns>
    /// What the server shows now. The caller checks whether it is the plan. It is not if somebody added songs in the meantime: what happens
    /// to those has to be decided before they are overwritten.
    /// </returns>
    /// <exception cref="ProviderException">A call failed. The next run continues from what the server then holds.</exception>
    internal async Task<TargetWriteResult> WriteAsync(SyncLease lease, IPlaylistSyncer syncer, TargetWriteRequest write, CancellationToken cancellationToken)
    {
        using var activity = SpotterTelemetry.Source.StartActivity("write");
        var wanted = write.Plan.SongIds;
        TellWriting(lease, wanted.Count);
        var editor = syncer is IRowEditor { MayEditRows: true } able ? able : null;
        var (found, mustReplace, isKept, dropped, resumptions) = (write.Found, write.IsRepair, false, false, 0);
        while (true)
        {
            var (limit, plan) = (syncer.SongsPerCall, WritePlan.Of(found?.SongIds, wanted, new WriteLimits(syncer.SongsPerCall, editor is not null), mustReplace));
            if (plan.Way == WriteWay.Nothing)
            {
                return new(found!, servers.Name, dropped);
            }

            if (plan.Way == WriteWay.Edit && !await HoldsRowsAsync(editor!, found!, plan, cancellationToken))
            {
                // Hidden rows, or somebody is editing the list right now.
                editor = null;
                found = await ReadBackAsync(syncer, found!.Summary.Id, cancellationToken);
                if (HoldsOthers(found, write))
                {
                    return new(found, servers.Name, dropped);
                }

                continue;
            }

            if (!isKept)
            {
                await KeepBeforeAsync(lease, write, cancellationToken);
                isKept = true;
            }

            var progress = new Progress(found?.Summary.Id, plan);
            var mayHaveActed = plan.Way == WriteWay.Edit;
            dropped |= plan.DropsHiddenRows;
            await AnnounceAsync(lease, dropped ? write.RowsIfReplaced : write.RowsIfEdited, progress.ToPending(), cancellationToken);
            try
            {
                return new(await CarryOutAsync(lease, syncer, write, progress, cancellationToken), servers.Name, dropped);
            }
            catch (ProviderException failure) when (failure.Failure == ProviderFailure.TooMuch && syncer.SongsPerCall < limit)
            {
                // Refused as a whole; smaller pieces may pass.
            }
            catch (ProviderException failure) when (
                progress.TargetId is not null && failure.Failure == ProviderFailure.Unavailable
                && (syncer.SongsPerCall < limit || (progress.Done > 0 && resumptions < MaxResumptions)))
            {
                // Half a list must not stay until the next run if the server is back, or if it only aborts calls that take too long.
                resumptions++;
                mayHaveActed = true;
            }
            catch (ProviderException) when (plan.Way == WriteWay.Edit)
            {
                editor = null;
            }

            if (progress.TargetId is { } id && (mayHaveActed || progress.Done > 0))
            {
                found = await ReadBackAsync(syncer, id, cancellationToken);
                mustReplace &= progress.Done == 0;
                if (HoldsOthers(found, write))
                {
                    return new(found, servers.Name, dropped);
                }
            }
        }
    }

    /// <summary>Changes name and comment to the plan's if they differ.</summary>
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

    /// <summary>Keeps a snapshot of what the target holds now. The last ten of each playlist stay.</summary>
    internal async Task KeepAsync(SyncLease lease, Target target, CancellationToken cancellationToken)
    {
        if (target.Entries.Count == 0)
        {
            return;
        }

        await leases.WriteAsync(lease, async db =>
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

    /// <summary>What was last written to the target, with an announced write that has not ended. Null if there is nothing.</summary>
    internal async Task<WrittenTarget?> FindWrittenAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.WrittenTargets.AsNoTracking().SingleOrDefaultAsync(w => w.PlaylistId == lease.PlaylistId, cancellationToken);
    }

    /// <summary>Whether somebody has added songs since the write was decided: the decision has to be made again before they are
    /// overwritten.</summary>
    private static bool HoldsOthers(Target found, TargetWriteRequest write)
    {
        var known = write.Plan.SongIds.Concat(write.Found?.SongIds ?? []).Concat(write.RowsIfEdited.Select(row => row.Song.Id)).ToHashSet(StringComparer.Ordinal);
        return !found.SongIds.All(known.Contains);
    }

    private static async Task<bool> HoldsRowsAsync(IRowEditor editor, Target found, WritePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await editor.HoldsRowsAsync(found.Summary.Id, found.SongIds, plan.Touched, cancellationToken);
        }
        catch (ProviderException)
        {
            // Proxies often let only the Subsonic protocol through. Replacing the list works without this.
            return false;
        }
    }

    private async Task<Target> ReadBackAsync(IPlaylistSyncer syncer, string targetId, CancellationToken cancellationToken)
        => await syncer.ReadTargetAsync(targetId, cancellationToken)
            ?? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.NotFound, new Fact.TargetVanished(servers.Name));

    private async Task<Target> CarryOutAsync(SyncLease lease, IPlaylistSyncer syncer, TargetWriteRequest write, Progress progress, CancellationToken cancellationToken)
    {
        Target? shown = null;
        foreach (var step in progress.Plan.Steps)
        {
            progress.Piece++;
            if (progress.Plan.Way != WriteWay.Whole)
            {
                await NoteAsync(lease, progress.ToPending(), cancellationToken);
            }

            shown = await TakeAsync(lease, syncer, write, step, progress, cancellationToken);
            progress.Done++;
        }

        if (progress.Plan.Way == WriteWay.Whole)
        {
            return shown!;
        }

        await NoteAsync(lease, progress.ToPending(), cancellationToken);
        return await ReadBackAsync(syncer, progress.TargetId!, cancellationToken);
    }

    /// <summary>Makes one call. Returns the target if the answer shows all of it.</summary>
    private async Task<Target?> TakeAsync(
        SyncLease lease, IPlaylistSyncer syncer, TargetWriteRequest write, WriteStep step, Progress progress, CancellationToken cancellationToken)
    {
        if (step is WriteStep.Put first && progress.TargetId is null)
        {
            var made = await creation.CreateAsync(lease, syncer, write.Plan.Name, first.SongIds, write.Replaces?.Summary.Id, cancellationToken);
            progress.TargetId = made.Summary.Id;
            return made;
        }

        var id = progress.TargetId!;
        await leases.RenewAsync(lease, cancellationToken);
        switch (step)
        {
            case WriteStep.Put put:
                return await syncer.UpdatePlaylistTracksAsync(id, write.Found?.Summary.Name ?? write.Plan.Name, put.SongIds, cancellationToken);
            case WriteStep.Append append:
                await syncer.AppendAsync(id, append.SongIds, cancellationToken);
                break;
            case WriteStep.TakeOut takeOut:
                await ((IRowEditor)syncer).RemoveRowsAsync(id, takeOut.Positions, cancellationToken);
                break;
            case WriteStep.Move move:
                await ((IRowEditor)syncer).MoveRowAsync(id, move.From, move.To, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"{step} is no step.");
        }

        return null;
    }

    /// <summary>
    /// Keeps one snapshot per write. When a write continues after a crash, none is taken of its own pieces, and none before a repair,
    /// unless somebody has added songs in the meantime: those are kept as well.
    /// </summary>
    private async Task KeepBeforeAsync(SyncLease lease, TargetWriteRequest write, CancellationToken cancellationToken)
    {
        if ((write.Replaces ?? write.Found) is not { } target)
        {
            return;
        }

        if (await FindWrittenAsync(lease, cancellationToken) is { Pending: { } pending } written)
        {
            var isUnderWay = write.IsRepair || written.Write is { Way: not WriteWay.Whole, Piece: > 0 };
            var last = await FindLastSnapshotAsync(lease, cancellationToken);

            // Ours, or already kept by this run: a server that did half of a call shows both.
            var known = pending.Select(row => row.Song.Id).Concat(last?.OperationId == lease.Id ? last.Songs.Select(song => song.Id) : []).ToHashSet(StringComparer.Ordinal);
            var isKept = last is not null && last.Name == target.Summary.Name && last.Songs.Select(song => song.Id).SequenceEqual(target.SongIds);
            if (isKept || (isUnderWay && target.SongIds.All(known.Contains)))
            {
                return;
            }
        }

        await KeepAsync(lease, target, cancellationToken);
    }

    private async Task<TargetSnapshot?> FindLastSnapshotAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TargetSnapshots.AsNoTracking().Where(snapshot => snapshot.PlaylistId == lease.PlaylistId)
            .OrderByDescending(snapshot => snapshot.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Records what is about to be written: if the run dies during the write, the next one knows that the user did not add
    /// it.</summary>
    private async Task AnnounceAsync(SyncLease lease, IReadOnlyList<WrittenSong> rows, PendingWrite write, CancellationToken cancellationToken)
    {
        List<WrittenSong> pending = [.. rows];
        await leases.WriteAsync(lease, async db =>
        {
            var noted = await db.WrittenTargets.Where(w => w.PlaylistId == lease.PlaylistId)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.Pending, pending).SetProperty(w => w.Write, write), cancellationToken);
            if (noted == 0)
            {
                db.WrittenTargets.Add(new WrittenTarget { PlaylistId = lease.PlaylistId, Pending = pending, Write = write });
            }
        }, cancellationToken);
    }

    /// <summary>Records which call comes next.</summary>
    private Task NoteAsync(SyncLease lease, PendingWrite write, CancellationToken cancellationToken)
        => leases.WriteAsync(
            lease,
            db => db.WrittenTargets.Where(w => w.PlaylistId == lease.PlaylistId)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.Write, write), cancellationToken),
            cancellationToken);

    private void TellWriting(SyncLease lease, int songs)
    {
        var latest = board.Find(lease.PlaylistId);
        var progress = latest is null
            ? new SyncProgressed(lease.UserId, lease.PlaylistId, SyncPhase.Writing, 0, songs, new Dictionary<Matching.MatchTier, int>(), 0, 0)
            : latest with { Phase = SyncPhase.Writing };
        board.Post(progress);
        bus.Publish(progress);
    }

    /// <summary>How far a plan was carried out.</summary>
    private sealed class Progress(string? targetId, WritePlan plan)
    {
        public string? TargetId { get; set; } = targetId;

        public WritePlan Plan { get; } = plan;

        /// <summary>The number of the last call that was sent, from 1.</summary>
        public int Piece { get; set; }

        /// <summary>How many calls have succeeded.</summary>
        public int Done { get; set; }

        public PendingWrite ToPending() => new(Plan.Way, Plan.Steps.Count, Piece, Plan.ArrivedAfter(Done))
        {
            Added = Done == Plan.Steps.Count ? [] : Plan.Added,
        };
    }
}
