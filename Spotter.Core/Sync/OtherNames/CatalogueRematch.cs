using Microsoft.EntityFrameworkCore;
using Spotter.Core.Catalogue;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync.OtherNames;

/// <summary>Matches rows again after the catalogue has answered. Only rows that still wait, so that matched rows and the user's decisions
/// stay as they are.</summary>
public sealed class CatalogueRematch(IDbContextFactory<SpotterDbContext> contexts, LibraryIndexCache library, PlaylistMatching matching, EventBus bus, TimeProvider clock)
{
    /// <summary>Matches within this time are reported together.</summary>
    private static readonly TimeSpan NotificationInterval = TimeSpan.FromHours(1);

    /// <summary>Matches these rows again and stores the results.</summary>
    /// <returns>The playlists that a sync would improve.</returns>
    internal async Task<IReadOnlyList<Playlist>> RunAsync(IReadOnlyCollection<long> trackIds, CancellationToken cancellationToken)
    {
        List<Playlist> playlists;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var touched = db.Tracks.Where(track => EF.Parameter(trackIds).Contains(track.Id)).Select(track => track.PlaylistId);
            playlists = await db.Playlists.AsNoTracking().Where(playlist => touched.Contains(playlist.Id)).ToListAsync(cancellationToken);
        }

        var better = new List<Playlist>();
        foreach (var playlist in playlists)
        {
            var index = await library.GetKnownAsync(playlist.AccountId, cancellationToken); // before the transaction: this may read from the database, and others wait to write
            if (await RunAsync(playlist, matching.MatcherFor(index), trackIds, cancellationToken))
            {
                better.Add(playlist);
            }
        }

        return better;
    }

    /// <summary>The rows that were not matched, except those that the user never wants matched.</summary>
    internal static IQueryable<PlaylistTrack> Waiting(SpotterDbContext db)
        => db.Tracks.AsNoTracking().Where(track => (track.Zone == MatchZone.Review || track.Zone == MatchZone.None) && track.Reason != MatchReason.NeverMatch);

    private async Task<bool> RunAsync(Playlist playlist, TrackMatcher matcher, IReadOnlyCollection<long> trackIds, CancellationToken cancellationToken)
    {
        var (isBetter, changed) = await contexts.WriteAsync(db => RunAsync(db, playlist, matcher, trackIds, cancellationToken), cancellationToken);
        if (changed.Count > 0)
        {
            bus.Publish(new TrackMatchChanged(playlist.UserId, [playlist.Id], changed.ConvertAll(track => track.Id)));
            bus.Publish(new PlaylistStatusChanged(playlist.UserId, playlist.Id));
        }

        return isBetter;
    }

    /// <returns>Whether a sync can put more into the target than before, and the rows that changed.</returns>
    private async Task<(bool IsBetter, List<PlaylistTrack> Changed)> RunAsync(
        SpotterDbContext db, Playlist playlist, TrackMatcher matcher, IReadOnlyCollection<long> trackIds, CancellationToken cancellationToken)
    {
        if (!await db.Playlists.AnyAsync(p => p.Id == playlist.Id && p.LeaseId == null, cancellationToken))
        {
            // A run has it, which has read what was known before: the next one matches these rows.
            return (true, []);
        }

        var waiting = await Waiting(db).Where(track => track.PlaylistId == playlist.Id && EF.Parameter(trackIds).Contains(track.Id)).ToListAsync(cancellationToken);
        var known = await CatalogueAnswers.ReadAsync(db, waiting.Select(track => track.SourceTrack), cancellationToken);
        var keys = waiting.ConvertAll(track => track.Key);
        var decisions = (await db.Pins.AsNoTracking().Where(pin => pin.UserId == playlist.UserId && EF.Parameter(keys).Contains(pin.TrackKey)).ToListAsync(cancellationToken))
            .ToLookup(pin => pin.TrackKey, pin => pin.ToDecision(), StringComparer.Ordinal);
        var changed = new List<PlaylistTrack>();
        foreach (var track in waiting)
        {
            var source = track.SourceTrack;
            var result = matcher.Match(new MatchQuery(source, [.. decisions[track.Key]]) { Aliases = known.AliasesOf(source), Allows = playlist.Allows });
            if (PlaylistMatching.Differs(track, result))
            {
                track.Apply(result);
                changed.Add(track);
            }
        }

        if (changed.Count == 0)
        {
            return (false, changed);
        }

        var found = changed.Count(track => track.Zone == MatchZone.Auto);
        await MatchRecorder.StoreAsync(db, changed, cancellationToken);
        await MatchRecorder.CountAsync(db, [playlist.Id], cancellationToken);
        if (found > 0)
        {
            // The target is now behind. If nobody requests a sync, the schedule finds it by this.
            var now = clock.GetUtcNow();
            var since = now - NotificationInterval;
            await db.Playlists.Where(p => p.Id == playlist.Id).ExecuteUpdateAsync(set => set
                .SetProperty(p => p.MatchedSource, (string?)null)
                .SetProperty(p => p.NewlyMatchedCount, p => p.NewlyMatchedAt >= since ? p.NewlyMatchedCount + found : found)
                .SetProperty(p => p.NewlyMatchedAt, now), cancellationToken);
        }

        return (found > 0, changed);
    }
}
