using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync.Servers;

/// <summary>Reacts when the music server announces that something may have changed. This is only faster than the schedule: nothing depends
/// on it.</summary>
public sealed class ServerEventHandler(IDbContextFactory<SpotterDbContext> contexts, LibraryIndexCache library, ISyncScheduler scheduler, IAccountScheduler accounts)
{
    /// <summary>A scan has ended, or the server has restarted: every account is checked, and playlists that waited for the scan
    /// continue.</summary>
    public async Task TakeAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Playlists.AsNoTracking()
            .Where(p => p.Status == SyncStatus.Pending && p.SyncWantedAt != null && p.WaitingFor != null)
            .OrderBy(p => p.SyncWantedAt).Select(p => new { p.Id, p.Name, p.AccountId }).ToListAsync(cancellationToken);
        foreach (var account in await db.Accounts.AsNoTracking().Where(a => !a.NeedsSignIn).OrderBy(a => a.Id).ToListAsync(cancellationToken))
        {
            library.ForgetStamp(account.Id);
            accounts.NudgeAccount(account.Id, account.UserName);
        }

        foreach (var playlist in waiting)
        {
            await db.Playlists.Where(p => p.Id == playlist.Id && p.Status == SyncStatus.Pending && p.WaitingFor != null)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.NotBefore, (DateTimeOffset?)null), cancellationToken);
            var operation = await db.SyncRequests.Where(r => r.PlaylistId == playlist.Id && r.LeaseId == null)
                .Select(r => (SyncOperation?)r.Operation).SingleOrDefaultAsync(cancellationToken);
            scheduler.Nudge(playlist.Id, playlist.Name, operation ?? SyncOperation.Sync, TimeSpan.Zero);
        }
    }
}
