using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>Postpones queued playlists whose library cannot be read yet.</summary>
public sealed class LibraryWaits(IDbContextFactory<SpotterDbContext> contexts, LibraryIndexCache library, EventBus bus, TimeProvider clock)
{
    /// <summary>While the server scans a library that was never read, a queued playlist stays pending. It is tried again every
    /// minute.</summary>
    /// <returns>Whether the playlist was postponed.</returns>
    internal async Task<bool> MustWaitAsync(int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var queued = await db.Playlists.AsNoTracking().Where(p => p.Id == playlistId && p.Status == SyncStatus.Pending).Where(SyncLeases.IsDueAt(now))
            .Select(p => new { p.UserId, p.AccountId }).SingleOrDefaultAsync(cancellationToken);
        var waiting = queued is null ? null : await db.SyncRequests.AsNoTracking().SingleOrDefaultAsync(r => r.PlaylistId == playlistId && r.LeaseId == null, cancellationToken);
        if (queued is null || waiting is { Operation: SyncOperation.Remove })
        {
            return false;
        }

        LibraryStamp? scan;
        try
        {
            scan = await library.FindScanToWaitForAsync(queued.AccountId, cancellationToken);
            if (scan is null)
            {
                return false;
            }
        }
        catch (ProviderException)
        {
            // The run meets the same failure and reports it.
            return false;
        }

        var waitingFor = SyncFacts.WaitingForScan(scan.SongCount);
        var waits = await db.Playlists.Where(p => p.Id == playlistId && p.Status == SyncStatus.Pending && p.LeaseId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.WaitingFor, waitingFor).SetProperty(p => p.NotBefore, now + SyncLeases.LongestPause), cancellationToken);
        bus.Publish(new PlaylistStatusChanged(queued.UserId, playlistId));
        return waits == 1;
    }
}
