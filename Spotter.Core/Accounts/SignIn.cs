using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Background;
using Spotter.Core.Events;
using Spotter.Core.Persistence;

namespace Spotter.Core.Accounts;

/// <summary>Signs users in with the music server, and creates their rows at the first visit.</summary>
public sealed class SignIn(
    IDbContextFactory<SpotterDbContext> contexts,
    IIdentityProvider identities,
    CredentialVault vault,
    IOptions<ServerOptions> server,
    IEnumerable<ISignInListener> listeners,
    IAccountScheduler scheduler,
    EventBus bus,
    TimeProvider clock)
{
    /// <summary>How old the last check of the server may be before a sign-in requests a new one.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Checks the credentials, stores them encrypted, and resumes the user's syncs if they waited for it. If the server accepts another password
    /// than last time, everything that the old one had opened ends.
    /// </summary>
    /// <returns>The user, or null if the server refuses the credentials.</returns>
    /// <exception cref="Providers.ProviderException">The server could not answer.</exception>
    public async Task<SignedIn?> SignInAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        if (await identities.CheckAsync(credentials, cancellationToken) is not { } identity)
        {
            return null;
        }

        var (signedIn, waited, isLookDue, isOtherPassword) = await contexts.WriteAsync(
            db => StoreAsync(db, credentials, identity, cancellationToken), cancellationToken);
        if (isOtherPassword)
        {
            bus.Publish(new SessionsChanged(signedIn.UserId));
        }

        foreach (var listener in listeners)
        {
            // Also for somebody who closes the page at once.
            await listener.HearAsync(signedIn, waited, CancellationToken.None);
        }

        if (isLookDue)
        {
            scheduler.NudgeAccount(signedIn.AccountId, signedIn.UserName);
        }

        return signedIn;
    }

    private async Task<(SignedIn SignedIn, bool Waited, bool IsLookDue, bool IsOtherPassword)> StoreAsync(
        SpotterDbContext db, Credentials credentials, ServerIdentity identity, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // An installation has one server, so the name decides: with another address it is still the same account.
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.UserName == identity.UserName, cancellationToken);
        var isFirstVisit = account is null;
        if (account is null)
        {
            var user = new User { Name = identity.UserName, CreatedAt = now };
            db.Users.Add(user);
            await db.SaveChangesAsync(cancellationToken);
            account = new Account { UserId = user.Id, ServerUrl = server.Value.BaseUrl, UserName = identity.UserName };
            db.Accounts.Add(account);
        }

        var waited = account.NeedsSignIn;
        var lastSeen = account.SignedInAt;
        account.Library.IsStale |= account.ServerUrl != server.Value.BaseUrl;
        account.ServerUrl = server.Value.BaseUrl;
        var isOtherPassword = account.ProtectedPassword is { } stored && vault.Unprotect(stored) is { } known && known != credentials.Password;
        account.ProtectedPassword = vault.Protect(credentials.Password);
        account.NeedsSignIn = false;
        account.IsAdmin = identity.IsAdmin;
        account.ServerType = identity.ServerType;
        account.ServerVersion = identity.ServerVersion;
        account.SignedInAt = now;

        // Stored with the sign-in: whatever happens to the rest, the recovery checks the server and finds what waited.
        var isLookDue = isFirstVisit || waited || !Recency.IsRecent(now, lastSeen, FreshFor);
        account.Library.LookAgainAt = isLookDue ? now : account.Library.LookAgainAt;
        await db.SaveChangesAsync(cancellationToken);
        if (isOtherPassword)
        {
            await Sessions.EndAllAsync(db, account.UserId, cancellationToken);
            await db.Entry(account).ReloadAsync(cancellationToken);
        }

        var signedIn = new SignedIn(account.UserId, account.Id, account.UserName, account.IsAdmin, isFirstVisit, account.SignOutCount);
        return (signedIn, waited, isLookDue, isOtherPassword);
    }
}
