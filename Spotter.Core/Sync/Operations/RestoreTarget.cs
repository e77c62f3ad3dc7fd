using Microsoft.EntityFrameworkCore;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync.Operations;

/// <summary>Restores an earlier content of the target. It stays until the source or its matches change.</summary>
public sealed class RestoreTarget(
    IDbContextFactory<SpotterDbContext> contexts,
    TargetLook look,
    ProviderRegistry providers,
    TargetFinder finder,
    TargetCreation creation,
    TargetWriter writer) : ISyncOperation
{
    /// <inheritdoc/>
    public SyncOperation Operation => SyncOperation.Restore;

    /// <inheritdoc/>
    public async Task<SyncOutcome> RunAsync(SyncRun run, CancellationToken cancellationToken)
    {
        var lease = run.Lease;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await db.TargetSnapshots.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == lease.Request.SnapshotId && s.PlaylistId == lease.PlaylistId, cancellationToken);
        if (snapshot is null)
        {
            return SyncOutcome.Failed(new Fact.SnapshotGone());
        }

        var syncer = await run.GetServerAsync(cancellationToken);
        await creation.ResumeAsync(lease, syncer, cancellationToken);
        var playlist = await db.Playlists.AsNoTracking().SingleAsync(p => p.Id == lease.PlaylistId, cancellationToken);
        var index = await look.GetLibraryAsync(lease, cancellationToken);
        var lookup = new SongLookup(index, syncer as IIdTranslator);
        var songs = snapshot.Songs.Select(lookup.FindAgain).OfType<Song>().ToList();
        if (songs.Count == 0)
        {
            return SyncOutcome.Failed(new Fact.SnapshotNotInLibrary());
        }

        var (target, _, _) = await finder.FindAsync(playlist, snapshot.Songs, syncer, cancellationToken);
        var rows = await RowsAsync(db, playlist, songs, cancellationToken);
        var comment = target?.Summary.Comment ?? TargetMarker.CommentOf(playlist.Marker, providers.DisplayNameOf(playlist.Source), songs.Count, snapshot.SongCount);
        var plan = new TargetPlan(target?.Summary.Id, target?.Summary.Name ?? playlist.WantedName, comment, [.. songs.Select(song => song.Id)]);
        var written = await writer.WriteAsync(lease, syncer, new TargetWriteRequest(target, plan, rows), cancellationToken);
        if (written.HoldsWhatIsKnown(plan))
        {
            await writer.DescribeAsync(lease, syncer, written.After.Summary, plan, cancellationToken);
            await creation.FinishAsync(lease, syncer, cancellationToken);
        }

        return Restored(playlist, snapshot, target, written, plan, rows);
    }

    private static SyncOutcome Restored(Playlist playlist, TargetSnapshot snapshot, Target? before, TargetWriteResult written, TargetPlan plan, List<WrittenSong> rows)
    {
        var after = written.After;
        var isRight = written.HoldsWhatIsKnown(plan);
        var lost = snapshot.SongCount - after.Entries.Count;
        Fact? shortfall = !isRight ? new Fact.ChangedMeanwhile(written.Server) : lost > 0 ? new Fact.NotInLibrary(lost) : null;
        return new SyncOutcome
        {
            Signal = playlist.UnmatchedCount == 0 && shortfall is null ? SyncSignal.WrittenInFull : SyncSignal.WrittenInPart,
            EventType = SyncEventType.Restored,
            Message = Fact.Of(new Fact.BroughtBack(after.Entries.Count), shortfall),
            Shortfall = shortfall,
            Plan = plan,
            TargetId = after.Summary.Id,
            Diff = TargetDiff.Between(before?.SongIds ?? [], after.SongIds),
            Written = LastWrittenContent.Remember([.. rows.Select(row => row.ToEntry())], after, rows.Select(row => row.Song)),
            Change = row =>
            {
                row.TakeTarget(after.Summary.Id);
                row.TargetName = plan.Name;
                row.TargetFingerprint = TargetPlan.FingerprintOf(after.SongIds);
                row.TargetChangedAt = null;
            },
        };
    }

    /// <summary>The rows to remember. If additions are kept, restored songs that the source does not have count as the user's.</summary>
    private static async Task<List<WrittenSong>> RowsAsync(SpotterDbContext db, Playlist playlist, List<Song> songs, CancellationToken cancellationToken)
    {
        var matched = await db.Tracks.Where(track => track.PlaylistId == playlist.Id && track.Zone == MatchZone.Auto)
            .Select(track => track.SongId).ToHashSetAsync(cancellationToken);
        return [.. songs.Select(song => new WrittenSong(song) { IsUsers = playlist.EditPolicy == EditPolicy.KeepAdded && !matched.Contains(song.Id) })];
    }
}
