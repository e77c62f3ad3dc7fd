using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Targets;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Sync;

/// <summary>Matches a whole playlist, and keeps the rows and the open pages up to date meanwhile.</summary>
public sealed class PlaylistMatching(
    IDbContextFactory<SpotterDbContext> contexts,
    SyncLeases leases,
    IOptionsMonitor<MatchOptions> options,
    SyncProgressBoard board,
    EventBus bus,
    TimeProvider clock)
{
    /// <summary>Pages are updated at most four times a second.</summary>
    private static readonly TimeSpan ReportInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>A matcher over the index with the current thresholds.</summary>
    public TrackMatcher MatcherFor(LibraryIndex index) => new(index, options.CurrentValue);

    /// <summary>Matches without storing anything, for previews.</summary>
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

    /// <summary>
    /// Matches within a run: rows are stored as they are matched, and the pages follow. A scheduled run keeps matched rows whose song still
    /// exists. A run that somebody requested keeps them only if nothing that a match depends on has changed since.
    /// </summary>
    /// <exception cref="LeaseLostException">The run has lost its lease.</exception>
    internal async Task<MatchReport> RunAsync(SyncLease lease, PlaylistContent content, SongLookup lookup, CancellationToken cancellationToken)
    {
        using var activity = SpotterTelemetry.Source.StartActivity("match");
        var startedAt = clock.GetUtcNow();
        var isByClock = lease.Request.Trigger == SyncTrigger.Schedule;
        var matchesAll = NeedsAll(content.Playlist) || (!isByClock && !await IsSettledAsync(lease, content.Playlist, startedAt, cancellationToken));
        var matcher = MatcherFor(lookup.Index);
        var results = new List<MatchResult>(content.Tracks.Count);
        var changed = new List<PlaylistTrack>();
        var toldAt = clock.GetTimestamp();
        Tell(lease, results, content.Tracks.Count);
        foreach (var track in content.Tracks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mayKeep = !matchesAll && !content.ToMatch.Contains(track.Key);
            var result = (mayKeep ? Keep(track, lookup) : null) ?? matcher.Match(content.QueryFor(track));
            results.Add(result);
            if (Differs(track, result))
            {
                track.Apply(result);
                changed.Add(track);
            }

            if (clock.GetElapsedTime(toldAt) >= ReportInterval)
            {
                await StoreAsync(lease, changed, results, cancellationToken);
                Tell(lease, results, content.Tracks.Count);
                toldAt = clock.GetTimestamp();
            }
        }

        await StoreAsync(lease, changed, results, cancellationToken);
        await NoteAsync(lease, content.Playlist, startedAt, matchesAll ? startedAt : content.Playlist.MatchedInFullAt, cancellationToken);
        Tell(lease, results, content.Tracks.Count);
        return new(results)
        {
            NewlyMatched = results.Where((result, i) => result.Zone == MatchZone.Auto && content.UnmatchedTrackIds.Contains(content.Tracks[i].Id)).Count(),
        };
    }

    /// <summary>
    /// Tries only the unmatched rows with a newly read library. Rows that stay unmatched are stored with their new candidates. If a row is
    /// now matched, or a matched song is gone, a run is needed.
    /// </summary>
    /// <returns>Whether a run is needed.</returns>
    internal async Task<bool> RetryMatchingAsync(PlaylistContent content, SongLookup lookup, CancellationToken cancellationToken)
    {
        if (NeedsAll(content.Playlist) || content.Tracks.Any(track => track.Zone is null || (track.Zone == MatchZone.Auto && Keep(track, lookup)?.Song?.Id != track.SongId)))
        {
            return true;
        }

        var matcher = MatcherFor(lookup.Index);
        var changed = new List<(PlaylistTrack Track, MatchReason? Before)>();
        foreach (var track in content.Tracks.Where(track => track.Zone != MatchZone.Auto))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var result = matcher.Match(content.QueryFor(track));
            if (result.Zone == MatchZone.Auto)
            {
                return true;
            }

            if (Differs(track, result))
            {
                changed.Add((track, track.Reason));
                track.Apply(result);
            }
        }

        await StoreAsync(content.Playlist, changed, cancellationToken);
        return false;
    }

    /// <summary>Whether even matched rows must be matched again: the source has changed, or the matcher or its thresholds have.</summary>
    private bool NeedsAll(Playlist playlist)
        => playlist.MatchedAt is not { } matchedAt || (playlist.SourceChangedAt ?? playlist.RefreshedAt) > matchedAt || playlist.MatchedBy != RulesFor(playlist);

    /// <summary>Whether the library is the one that every row was last matched with, so that the result would be the same. A rebuild
    /// matches all rows anyway.</summary>
    private async Task<bool> IsSettledAsync(SyncLease lease, Playlist playlist, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (lease.Request.Operation != SyncOperation.Sync)
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changedAt = await db.Accounts.Where(account => account.Id == playlist.AccountId).Select(account => account.Library.ChangedAt).SingleAsync(cancellationToken);
        return changedAt < playlist.MatchedInFullAt && playlist.MatchedInFullAt <= now; // a time in the future comes from a clock that was fast: ignore it
    }

    /// <summary>The result that the row already holds, with the song's current data. Null if the row must be matched.</summary>
    private static MatchResult? Keep(PlaylistTrack track, SongLookup lookup)
        => track is { Zone: MatchZone.Auto, Song: { } known, Reason: { } reason } && lookup.FindAgain(known) is { } song
            ? new(MatchZone.Auto, song, track.Tier, track.Score, reason, [])
            : null;

    /// <summary>A hash of the current thresholds, of what the playlist allows, and of the matcher itself: a new version of Spotter matches everything
    /// once.</summary>
    private string RulesFor(Playlist playlist) => TargetPlan.FingerprintOf(
        [JsonSerializer.Serialize(options.CurrentValue, JsonColumn.Options), typeof(TrackMatcher).Module.ModuleVersionId.ToString(), .. playlist.Allows == MatchAllowances.None ? [] : new[] { playlist.Allows.ToString() }]);

    /// <summary>Whether the row holds a different result.</summary>
    internal static bool Differs(PlaylistTrack track, MatchResult result)
        => track.Zone != result.Zone || track.Tier != result.Tier || track.Reason != result.Reason || track.SongId != result.Song?.Id
            || Math.Abs(track.Confidence - result.Confidence) > 0.0005
            || (result.Zone == MatchZone.Review && !track.Candidates.Select(c => c.Song.Id).SequenceEqual(result.Candidates.Select(c => c.Song.Id)))
            || track.Song?.CoverArtId != (result.Song ?? (result.Candidates is [var best, ..] ? best.Song : null))?.CoverArtId;

    private async Task StoreAsync(SyncLease lease, List<PlaylistTrack> changed, List<MatchResult> results, CancellationToken cancellationToken)
    {
        var matched = results.Count(result => result.Zone == MatchZone.Auto);
        var review = results.Count(result => result.Zone == MatchZone.Review);
        await leases.WriteAsync(lease, async db =>
        {
            await SyncLeases.OwnedBy(db, lease).ExecuteUpdateAsync(set => set
                .SetProperty(p => p.MatchedCount, matched)
                .SetProperty(p => p.ReviewCount, review)
                .SetProperty(p => p.MissingCount, results.Count - matched - review), cancellationToken);
            await MatchRecorder.StoreAsync(db, changed, cancellationToken);
        }, cancellationToken);
        changed.Clear();
    }

    /// <summary>Stores rows that stay unmatched, except those that the user or a run has decided in the meantime: that decision is
    /// newer.</summary>
    private async Task StoreAsync(Playlist playlist, List<(PlaylistTrack Track, MatchReason? Before)> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
        {
            return;
        }

        var stored = await contexts.WriteAsync(db => StoreAsync(db, playlist, changed, cancellationToken), cancellationToken);
        bus.Publish(new TrackMatchChanged(playlist.UserId, [playlist.Id], [.. stored.Select(track => track.Id)]));
    }

    /// <returns>The rows that nobody has decided meanwhile.</returns>
    private static async Task<List<PlaylistTrack>> StoreAsync(
        SpotterDbContext db, Playlist playlist, List<(PlaylistTrack Track, MatchReason? Before)> changed, CancellationToken cancellationToken)
    {
        var resting = db.Playlists.Where(p => p.Id == playlist.Id && p.LeaseId == null);
        var now = await db.Tracks.Where(track => track.PlaylistId == playlist.Id && resting.Any())
            .Select(track => new { track.Id, track.Reason }).ToDictionaryAsync(track => track.Id, track => track.Reason, cancellationToken);
        var same = changed.Where(row => now.TryGetValue(row.Track.Id, out var reason) && reason == row.Before).Select(row => row.Track).ToList();
        await MatchRecorder.StoreAsync(db, same, cancellationToken);
        var inReview = await db.Tracks.CountAsync(track => track.PlaylistId == playlist.Id && track.Zone == MatchZone.Review, cancellationToken);
        await resting.ExecuteUpdateAsync(set => set
            .SetProperty(p => p.MissingCount, p => p.ReviewCount + p.MissingCount - inReview)
            .SetProperty(p => p.ReviewCount, inReview), cancellationToken);
        return same;
    }

    /// <summary>Records what was matched: the source as it was read, not as it may be by now.</summary>
    private Task NoteAsync(SyncLease lease, Playlist playlist, DateTimeOffset startedAt, DateTimeOffset? inFullAt, CancellationToken cancellationToken)
    {
        var (source, rules) = (playlist.SourceFingerprint, RulesFor(playlist));
        return leases.WriteAsync(lease, db => SyncLeases.OwnedBy(db, lease).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.MatchedAt, startedAt).SetProperty(p => p.MatchedInFullAt, inFullAt).SetProperty(p => p.MatchedBy, rules).SetProperty(p => p.MatchedSource, source),
            cancellationToken), cancellationToken);
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
