using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;

namespace Spotter.Core.Sync.Operations;

/// <summary>
/// Has every account's server looked at, each in a job of its own, so that one that does not answer holds up nobody else; what has changed
/// there is synced. A user who must sign in again is left out.
/// </summary>
public sealed class SyncAllEnabledPlaylists(IDbContextFactory<SpotterDbContext> contexts, SyncEventLog log, IAccountScheduler scheduler)
{
    /// <summary>Runs it. Returns how many accounts are looked at.</summary>
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
