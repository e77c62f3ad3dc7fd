using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;
using Spotter.Core.Sync;

namespace Spotter.Core.Accounts;

/// <summary>Signs people in against the music server, and makes their rows at the first visit.</summary>
public sealed class SignIn(
    IDbContextFactory<SpotterDbContext> contexts,
    IIdentityProvider identities,
    CredentialVault vault,
    IOptions<ServerOptions> server,
    SyncRequests requests,
    StandingConnections standing,
    ISyncScheduler scheduler,
    TimeProvider clock)
{
    /// <summary>How old a look at the server may be before a sign-in asks for a new one.</summary>
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    /// <summary>Checks the credentials, stores them encrypted, and wakes the user's syncs if they waited for it.</summary>
    /// <returns>Who it is, or null where the server refuses the credentials.</returns>
    /// <exception cref="Providers.ProviderException">The server could not answer.</exception>
    public async Task<SignedIn?> SignInAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        if (await identities.CheckAsync(credentials, cancellationToken) is not { } identity)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // One server an installation: the name decides, so that a changed address is still the same account.
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
        account.ProtectedPassword = vault.Protect(credentials.Password);
        account.NeedsSignIn = false;
        account.IsAdmin = identity.IsAdmin;
        account.ServerType = identity.ServerType;
        account.ServerVersion = identity.ServerVersion;
        account.SignedInAt = now;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        if (isFirstVisit)
        {
            await standing.EnsureAsync(cancellationToken);
        }

        if (waited)
        {
            // What waited goes on as the clock would have it: nobody has asked for any of these playlists.
            await requests.RequestAllAsync(account.UserId, SyncTrigger.Schedule, cancellationToken);
        }

        if (isFirstVisit || waited || now - lastSeen > FreshFor)
        {
            scheduler.NudgeAccount(account.Id, account.UserName);
        }

        return new(account.UserId, account.Id, account.UserName, account.IsAdmin, isFirstVisit);
    }
}
