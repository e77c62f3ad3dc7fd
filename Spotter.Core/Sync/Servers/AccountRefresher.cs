using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Servers;

/// <summary>
/// Looks at an account's server: the library where it changed, the server's own playlists, and what of it all calls for a run. With nothing
/// changed that is two requests, three on Navidrome, whatever the number of playlists.
/// </summary>
public sealed partial class AccountRefresher(
    IDbContextFactory<SpotterDbContext> contexts,
    ProviderRegistry providers,
    LibraryIndexCache library,
    ServerPlaylists serverPlaylists,
    ServerRenewals renewals,
    DuePlaylists due,
    SyncRequests requests,
    SyncEventLog log,
    SignInGuard guard,
    TimeProvider clock,
    ILogger<AccountRefresher> logger)
{
    /// <summary>How soon to look again where a scan is under way.</summary>
    private static readonly TimeSpan ScanPause = TimeSpan.FromMinutes(1);

    /// <summary>Reads what is not fresh any more, and asks for the runs that are due.</summary>
    /// <returns>False where a scan is under way, so that it is looked at again in a minute.</returns>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    public async Task<bool> RefreshAsync(int accountId, CancellationToken cancellationToken)
    {
        if (await FindAsync(accountId, cancellationToken) is not { NeedsSignIn: false } account)
        {
            return true;
        }

        await LookAgainAsync(accountId, null);
        library.ForgetStamp(accountId);
        try
        {
            var syncer = await providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, accountId, cancellationToken);
            var lists = await syncer.ListTargetsAsync(cancellationToken);
            await serverPlaylists.StoreAsync(account, syncer, lists, cancellationToken);
            var index = await library.GetFreshAsync(accountId, askedAt: null, progress: null, cancellationToken);
            await ForgetErrorAsync(accountId);
            if (!await renewals.AwaitsAnswerAsync(accountId, syncer, lists, cancellationToken))
            {
                await due.RequestAsync((await FindAsync(accountId, cancellationToken))!, index, syncer, lists, cancellationToken);
            }

            return !library.SawScan(accountId);
        }
        catch (LibraryScanningException)
        {
            await LookAgainAsync(accountId, clock.GetUtcNow() + ScanPause);
            return false;
        }
        catch (ProviderException exception) when (exception.Failure == ProviderFailure.Unauthorized)
        {
            await guard.NoteRefusalAsync(accountId, Guid.NewGuid());
            throw;
        }
        catch (ProviderException exception)
        {
            Log.Failed(logger, accountId, exception.Failure, exception.InnerException?.GetType().Name);
            await NoteFailureAsync(account, exception.Reason);

            // Each playlist says for itself that its server is out of order, and is tried again until it is not.
            await requests.RequestAllAsync(account.UserId, SyncTrigger.Schedule, cancellationToken);
            throw;
        }
    }

    private async Task<Account?> FindAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
    }

    private async Task LookAgainAsync(int accountId, DateTimeOffset? at)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Accounts.Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Library.LookAgainAt, at), CancellationToken.None);
    }

    private async Task ForgetErrorAsync(int accountId)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Accounts.Where(a => a.Id == accountId && a.Library.Error != null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Library.Error, (Fact?)null), CancellationToken.None);
    }

    /// <summary>The first failure is noted in the audit log, and each that is another one.</summary>
    private async Task NoteFailureAsync(Account account, Fact reason)
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

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The music server of account {AccountId} could not be checked: {Failure} ({Cause}).")]
        public static partial void Failed(ILogger logger, int accountId, ProviderFailure failure, string? cause);
    }
}
