using Microsoft.EntityFrameworkCore;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync.Operations;

/// <summary>Brings an earlier content of the target back. It stays until the source or its matches change.</summary>
public sealed class RestoreTarget(
    IDbContextFactory<SpotterDbContext> contexts,
    LibraryIndexCache library,
    PlaylistMatching matching,
    ProviderRegistry providers,
    TargetCreation creation,
    TargetWriter writer,
    SyncReadingProgress reading)
{
    /// <summary>Runs it.</summary>
    internal async Task<SyncOutcome> RunAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await db.TargetSnapshots.AsNoTracking()
            .SingleOrDefaultAsync(s => s.Id == lease.Request.SnapshotId && s.PlaylistId == lease.PlaylistId, cancellationToken);
        if (snapshot is null)
        {
            return SyncOutcome.Failed("That earlier content is not kept any more: only the last ten are. Nothing was changed.");
        }

        var syncer = await providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, lease.AccountId, cancellationToken);
        await creation.ResumeAsync(lease, syncer, cancellationToken);
        var playlist = await db.Playlists.AsNoTracking().SingleAsync(p => p.Id == lease.PlaylistId, cancellationToken);
        var index = await library.GetFreshAsync(lease.AccountId, reading.For(lease), cancellationToken);
        var songs = snapshot.Songs.Select(song => Find(index, song)).OfType<Song>().ToList();
        if (songs.Count == 0)
        {
            return SyncOutcome.Failed("None of the songs of that earlier content are in your library now. Nothing was changed.");
        }

        var (target, _) = await TargetFinder.FindAsync(playlist, syncer, cancellationToken);
        var comment = target?.Summary.Comment ?? TargetMarker.CommentOf(playlist.Marker, providers.DisplayNameOf(playlist.Source), songs.Count, snapshot.SongCount);
        var plan = new TargetPlan(target?.Summary.Id, target?.Summary.Name ?? playlist.WantedName, comment, [.. songs.Select(song => song.Id)]);
        var written = target is null
            ? await CreateAsync(lease, syncer, plan, cancellationToken)
            : await writer.ReplaceAsync(lease, syncer, target, plan, isRepair: false, cancellationToken);
        await creation.FinishAsync(lease, syncer, cancellationToken);
        return Restored(playlist, snapshot, target, written, plan);
    }

    private static SyncOutcome Restored(Playlist playlist, TargetSnapshot snapshot, Target? before, Target after, TargetPlan plan)
    {
        var lost = snapshot.SongCount - after.Entries.Count;
        var message = $"Brought back {SyncSentences.Songs(after.Entries.Count)}. They stay until the source changes.";
        return new SyncOutcome
        {
            Signal = playlist.UnmatchedCount == 0 && lost == 0 ? SyncSignal.WrittenInFull : SyncSignal.WrittenInPart,
            EventType = SyncEventType.Restored,
            Message = lost > 0 ? $"{message} {SyncSentences.Songs(lost)} are not in your library now." : message,
            Plan = plan,
            Diff = TargetDiff.Between(before?.SongIds ?? [], after.SongIds),
            Change = row =>
            {
                row.NavidromePlaylistId = after.Summary.Id;
                row.TargetName = plan.Name;
                row.TargetFingerprint = TargetPlan.FingerprintOf(after.SongIds);
            },
        };
    }

    private async Task<Target> CreateAsync(SyncLease lease, IPlaylistSyncer syncer, TargetPlan plan, CancellationToken cancellationToken)
    {
        var made = await creation.CreateAsync(lease, syncer, plan, replacesId: null, cancellationToken);
        await writer.DescribeAsync(lease, syncer, made.Summary, plan, cancellationToken);
        return made;
    }

    /// <summary>The song by its id, else by what it is: as a pin is found again.</summary>
    private Song? Find(LibraryIndex index, Song song)
        => index.Find(song.Id) ?? matching.MatcherFor(index).Match(new MatchQuery(
            new SourceTrack { Title = song.Title, Artists = song.Artists, Album = song.Album, DurationMs = song.DurationMs },
            [new TrackDecision(PinKind.Pin, song)])).Song;
}
