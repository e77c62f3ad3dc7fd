using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Scheduling;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>How all of a user's playlists stand, in a few numbers.</summary>
public sealed class OverviewViewModel(IDbContextFactory<SpotterDbContext> contexts, Schedules schedules)
{
    private readonly ReadSequencer _reads = new();

    /// <summary>Playlists with sync on; 0 says that there is nothing to look at.</summary>
    public int Enabled { get; private set; }

    /// <summary>Those of them that are fully synced.</summary>
    public int InSync { get; private set; }

    /// <summary>Those of them whose last sync failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Different tracks that wait for a decision.</summary>
    public int ToReview { get; private set; }

    /// <summary>Different tracks that the library lacks, but for those that are never to be matched.</summary>
    public int Missing { get; private set; }

    /// <summary>When the schedule syncs next; null where it names no time.</summary>
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
        (Enabled, InSync, Failed) = (byStatus.Values.Sum(), byStatus.GetValueOrDefault(SyncStatus.Success), byStatus.GetValueOrDefault(SyncStatus.Error));
    });
}
