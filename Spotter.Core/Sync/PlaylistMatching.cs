using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Sync;

/// <summary>Matches a whole playlist and keeps the rows and the open pages up to date while it goes on.</summary>
public sealed class PlaylistMatching(
    IDbContextFactory<SpotterDbContext> contexts, IOptionsMonitor<MatchOptions> options, SyncProgressBoard board, EventBus bus, TimeProvider clock)
{
    /// <summary>Pages are told at most four times a second.</summary>
    private static readonly TimeSpan TellEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>A matcher over the index with the thresholds in force.</summary>
    public TrackMatcher MatcherFor(LibraryIndex index) => new(index, options.CurrentValue);

    /// <summary>Matches without storing anything: for previews.</summary>
    public MatchReport Match(PlaylistContent content, LibraryIndex index, CancellationToken cancellationToken)
    {
        var matcher = MatcherFor(index);
        var results = new List<MatchResult>(content.Tracks.Count);
        foreach (var track in content.Tracks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(matcher.Match(content.QueryFor(track)));
        }

        return new(results);
    }

    /// <summary>Matches within a run: rows are stored as they come, and the pages follow.</summary>
    /// <exception cref="LeaseLostException">The run's lease is gone.</exception>
    internal async Task<MatchReport> RunAsync(SyncLease lease, PlaylistContent content, LibraryIndex index, CancellationToken cancellationToken)
    {
        using var activity = SpotterTelemetry.Source.StartActivity("match");
        var matcher = MatcherFor(index);
        var results = new List<MatchResult>(content.Tracks.Count);
        var changed = new List<PlaylistTrack>();
        var toldAt = clock.GetTimestamp();
        Tell(lease, results, content.Tracks.Count);
        foreach (var track in content.Tracks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = matcher.Match(content.QueryFor(track));
            results.Add(result);
            if (Differs(track, result))
            {
                track.Apply(result);
                changed.Add(track);
            }

            if (clock.GetElapsedTime(toldAt) >= TellEvery)
            {
                await StoreAsync(lease, changed, results, cancellationToken);
                Tell(lease, results, content.Tracks.Count);
                toldAt = clock.GetTimestamp();
            }
        }

        await StoreAsync(lease, changed, results, cancellationToken);
        Tell(lease, results, content.Tracks.Count);
        return new(results);
    }

    private static bool Differs(PlaylistTrack track, MatchResult result)
        => track.Zone != result.Zone || track.Tier != result.Tier || track.Reason != result.Reason || track.SongId != result.Song?.Id
            || Math.Abs(track.Confidence - result.Confidence) > 0.0005
            || track.Candidates.Count != (result.Zone == MatchZone.Review ? result.Candidates.Count : 0)
            || (result.Zone == MatchZone.Review && !track.Candidates.Select(c => c.Song.Id).SequenceEqual(result.Candidates.Select(c => c.Song.Id)))
            || track.Song?.CoverArtId != (result.Song ?? (result.Candidates is [var best, ..] ? best.Song : null))?.CoverArtId;

    private async Task StoreAsync(SyncLease lease, List<PlaylistTrack> changed, List<MatchResult> results, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var matched = results.Count(result => result.Zone == MatchZone.Auto);
        var review = results.Count(result => result.Zone == MatchZone.Review);
        var mine = await SyncLeases.Mine(db, lease).ExecuteUpdateAsync(set => set
            .SetProperty(p => p.MatchedCount, matched)
            .SetProperty(p => p.ReviewCount, review)
            .SetProperty(p => p.MissingCount, results.Count - matched - review), cancellationToken);
        if (mine == 0)
        {
            throw new LeaseLostException();
        }

        await MatchRecorder.StoreAsync(db, transaction, changed, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        changed.Clear();
    }

    private void Tell(SyncLease lease, List<MatchResult> results, int total)
    {
        var progress = new SyncProgressed(
            lease.UserId, lease.PlaylistId, SyncPhase.Matching, results.Count, total, MatchReport.CountByTier(results),
            results.Count(result => result.Zone == MatchZone.Review), results.Count(result => result.Zone == MatchZone.None));
        board.Post(progress);
        bus.Publish(progress);
    }
}
