using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;

namespace Spotter.Core.Sync.Operations;

/// <summary>
/// Has every account's server checked, each in its own job, so that a server that does not answer delays nobody else. What has changed
/// there is synced. Users who must sign in again are left out.
/// </summary>
public sealed class SyncAllEnabledPlaylists(IDbContextFactory<SpotterDbContext> contexts, SyncEventLog log, IAccountScheduler scheduler)
{
    /// <summary>Queues the checks. Returns the number of accounts.</summary>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await log.ThinAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = await db.Accounts.AsNoTracking().Where(account => !account.NeedsSignIn).OrderBy(account => account.Id).ToListAsync(cancellationToken);
        foreach (var account in accounts)
        {
            scheduler.NudgeAccount(account.Id, account.UserName);
        }

        return accounts.Count;
    }
}
