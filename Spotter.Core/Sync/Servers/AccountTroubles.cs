using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Servers;

/// <summary>Keeps what is wrong with an account's server, and when to look at it again.</summary>
public sealed class AccountTroubles(IDbContextFactory<SpotterDbContext> contexts, SignInGuard guard, SyncRequests requests, SyncEventLog log)
{
    /// <summary>Has the account looked at again at this time; null takes that back.</summary>
    internal async Task LookAgainAsync(int accountId, DateTimeOffset? at)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Library.LookAgainAt, at), CancellationToken.None);
    }

    /// <summary>The server has answered: what was wrong is over.</summary>
    internal async Task ForgetAsync(int accountId)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Accounts.Where(a => a.Id == accountId && a.Library.Error != null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Library.Error, (Fact?)null), CancellationToken.None);
    }

    /// <summary>
    /// A failed look. A refused password is the guard's. Anything else goes to the audit log where it is another than last time, and each playlist asks for a run: it then
    /// says for itself that its server is out of order, and is tried again until it is not.
    /// </summary>
    internal async Task NoteAsync(Account account, ProviderException failure, CancellationToken cancellationToken)
    {
        if (failure.Failure == ProviderFailure.Unauthorized)
        {
            await guard.NoteRefusalAsync(account.Id, Guid.NewGuid());
            return;
        }

        await NoteAsync(account, failure.Reason);
        await requests.RequestAllAsync(account.UserId, SyncTrigger.Schedule, cancellationToken);
    }

    private async Task NoteAsync(Account account, Fact reason)
    {
        if (account.Library.Error == reason)
        {
            return;
        }

        await contexts.WriteAsync(
            async db =>
            {
                log.Add(db, account.UserId, null, Guid.NewGuid(), SyncEventType.Failed, ProviderKinds.Navidrome, reason, new() { Error = reason });
                await db.SaveChangesAsync(CancellationToken.None);
                await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Library.Error, reason), CancellationToken.None);
            },
            CancellationToken.None);
    }
}
