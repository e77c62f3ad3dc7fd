using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Persistence;

namespace Spotter.Core.Library;

/// <summary>Has libraries read again that somebody asks for.</summary>
public sealed class LibraryRereads(IDbContextFactory<SpotterDbContext> contexts, IAccountScheduler scheduler, TimeProvider clock)
{
    /// <summary>Reads the account's library again in the background, whatever the change detector says. Progress comes as <see cref="LibraryProgressed"/>.</summary>
    public async Task RequestAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var account in await db.Accounts.Where(account => account.UserId == userId).ToListAsync(cancellationToken))
        {
            account.Library.IsStale = true;
            account.Library.LookAgainAt = clock.GetUtcNow(); // whatever becomes of the nudge, the recovery looks
            await db.SaveChangesAsync(cancellationToken);
            scheduler.NudgeAccount(account.Id, account.UserName);
        }
    }
}
