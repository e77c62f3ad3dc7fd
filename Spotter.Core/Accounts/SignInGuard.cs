using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Accounts;

/// <summary>Stops everything that would use refused credentials, ends what they had opened, and reports it once.</summary>
public sealed partial class SignInGuard(
    IDbContextFactory<SpotterDbContext> contexts, IIdentityProvider identities, CredentialVault vault, ServerProfiles servers, EventBus bus, TimeProvider clock,
    ILogger<SignInGuard> logger)
{
    /// <summary>
    /// Asks the server once more, because a busy one may refuse the right password (Navidrome does if it cannot read its users). If it refuses
    /// again, the account is marked, the user is signed out everywhere, and the first such refusal goes to the audit log and the open pages.
    /// </summary>
    /// <returns>
    /// Whether the refusal is confirmed. False if the server accepts the password after all or cannot say, or if the user has signed in meanwhile: the refused password is
    /// not the stored one.
    /// </returns>
    public async Task<bool> NoteRefusalAsync(int accountId, Guid operationId)
    {
        var refused = await FindStoredAsync(accountId);
        if (await vault.FindAsync(accountId, CancellationToken.None) is { } credentials && !await IsRefusedAsync(credentials))
        {
            Log.RefusedByMistake(logger, accountId);
            return false;
        }

        var refusal = new Fact.PasswordRefused(servers.Name);
        var (isConfirmed, userId) = await contexts.WriteAsync(db => MarkAsync(db, accountId, refused, operationId, refusal), CancellationToken.None);
        if (userId is { } signedOut)
        {
            bus.Publish(new SessionsChanged(signedOut));
            bus.Publish(new Notification(signedOut, NotificationSeverity.Error, refusal));
        }

        return isConfirmed;
    }

    /// <returns>Whether the refusal is confirmed, and the user if this is the first one.</returns>
    private async Task<(bool IsConfirmed, int? UserId)> MarkAsync(SpotterDbContext db, int accountId, string? refused, Guid operationId, Fact refusal)
    {
        var marked = await db.Accounts.Where(account => account.Id == accountId && !account.NeedsSignIn && account.ProtectedPassword == refused)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.NeedsSignIn, true), CancellationToken.None);
        if (marked == 0)
        {
            return (await db.Accounts.AnyAsync(account => account.Id == accountId && account.NeedsSignIn, CancellationToken.None), null);
        }

        var userId = await db.Accounts.Where(account => account.Id == accountId).Select(account => account.UserId).SingleAsync(CancellationToken.None);
        await Sessions.EndAllAsync(db, userId, CancellationToken.None);
        db.SyncEvents.Add(new SyncEvent
        {
            At = clock.GetUtcNow(),
            UserId = userId,
            OperationId = operationId,
            Type = SyncEventType.SignInNeeded,
            Provider = ProviderKinds.Navidrome,
            Message = refusal,
        });
        await db.SaveChangesAsync(CancellationToken.None);
        return (true, userId);
    }

    /// <summary>The stored form of the password. It differs after each sign-in, even for the same password.</summary>
    private async Task<string?> FindStoredAsync(int accountId)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        return await db.Accounts.Where(account => account.Id == accountId).Select(account => account.ProtectedPassword).SingleOrDefaultAsync(CancellationToken.None);
    }

    private async Task<bool> IsRefusedAsync(Credentials credentials)
    {
        try
        {
            return await identities.CheckAsync(credentials, CancellationToken.None) is null;
        }
        catch (ProviderException)
        {
            // The server did not say. The next use of the password asks again.
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The music server refused the password of account {AccountId} once, and did not say so again.")]
        public static partial void RefusedByMistake(ILogger logger, int accountId);
    }
}
