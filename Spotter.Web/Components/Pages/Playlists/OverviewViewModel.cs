using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Scheduling;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>A summary of all of a user's playlists in a few numbers.</summary>
public sealed class OverviewViewModel(IDbContextFactory<SpotterDbContext> contexts, Schedules schedules)
{
    private readonly ReadSequencer _reads = new();

    /// <summary>Playlists with sync on. 0 hides the overview.</summary>
    public int Enabled { get; private set; }

    /// <summary>Enabled playlists that are fully synced.</summary>
    public int InSync { get; private set; }

    /// <summary>Enabled playlists whose last sync failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Distinct tracks that wait for a decision.</summary>
    public int ToReview { get; private set; }

    /// <summary>Distinct tracks that the library lacks, except those that the user has set to be never matched.</summary>
    public int Missing { get; private set; }

    /// <summary>Distinct albums of those missing tracks whose source names the album.</summary>
    public int MissingAlbums { get; private set; }

    /// <summary>When the schedule syncs next, or null if it has no time.</summary>
    public DateTimeOffset? NextAt => schedules.NextLook(null);

    public Task LoadAsync(int userId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = db.Playlists.AsNoTracking().Where(p => p.UserId == userId);
        var byStatus = await own.Where(p => p.SyncEnabled).GroupBy(p => p.Status).Select(group => new { Status = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Status, group => group.Count, cancellationToken);
        var open = own.SelectMany(p => p.Tracks).Where(track => track.Reason != MatchReason.NeverMatch);
        ToReview = await open.Where(track => track.Zone == MatchZone.Review).Select(track => track.Key).Distinct().CountAsync(cancellationToken);
        Missing = await open.Where(track => track.Zone == MatchZone.None).Select(track => track.Key).Distinct().CountAsync(cancellationToken);
        // Read as distinct titles and artists instead of tracks, and then told apart as the page of missing tracks does it.
        var albums = await open.Where(track => track.Zone == MatchZone.None && track.SourceTrack.Album != null)
            .Select(track => new { track.SourceTrack.Album, track.SourceTrack.Artists }).Distinct().ToListAsync(cancellationToken);
        MissingAlbums = albums.Select(album => WantedAlbum.Of(album.Album, album.Artists)).Where(album => album.IsKnown).Distinct().Count();
        (Enabled, InSync, Failed) = (byStatus.Values.Sum(), byStatus.GetValueOrDefault(SyncStatus.Success), byStatus.GetValueOrDefault(SyncStatus.Error));
    });
}
