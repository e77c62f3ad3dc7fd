using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;

namespace Spotter.Core.Accounts;

/// <summary>Stops everything that would use refused credentials, and says so once.</summary>
public sealed class SignInGuard(IDbContextFactory<SpotterDbContext> contexts, EventBus bus, TimeProvider clock)
{
    private const string Message = "The music server refuses your password. Sign in again; until then nothing is synced.";

    /// <summary>Marks the account; the first refusal is noted in the audit log and told to the open pages.</summary>
    public async Task NoteRefusalAsync(int accountId, Guid operationId)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        var marked = await db.Accounts.Where(account => account.Id == accountId && !account.NeedsSignIn)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.NeedsSignIn, true), CancellationToken.None);
        if (marked == 0)
        {
            return;
        }

        var userId = await db.Accounts.Where(account => account.Id == accountId).Select(account => account.UserId).SingleAsync(CancellationToken.None);
        db.SyncEvents.Add(new SyncEvent
        {
            At = clock.GetUtcNow(),
            UserId = userId,
            OperationId = operationId,
            Type = SyncEventType.SignInNeeded,
            Provider = ProviderKinds.Navidrome,
            Message = Message,
        });
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        bus.Publish(new Notification(userId, NotificationSeverity.Error, Message));
    }
}
