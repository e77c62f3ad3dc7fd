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
/// Checks an account's server: the library if it has changed, the server's own playlists, and which runs these call for. If nothing has
/// changed, this takes two requests, or three on Navidrome, whatever the number of playlists.
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
    /// <summary>How soon to check again during a scan.</summary>
    private static readonly TimeSpan ScanPause = TimeSpan.FromMinutes(1);

    /// <summary>Reads what is no longer fresh, and requests the runs that are due.</summary>
    /// <returns>False if a scan is running, so that the account is checked again in a minute.</returns>
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

            // Each playlist reports the server's failure itself, and is tried again until the server works.
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

    /// <summary>Logs the first failure in the audit log, and then each different one.</summary>
    private async Task NoteFailureAsync(Account account, Fact reason)
    {
        if (account.Library.Error == reason)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        log.Add(db, account.UserId, null, Guid.NewGuid(), SyncEventType.Failed, ProviderKinds.Navidrome, reason, new() { Error = reason });
        await db.SaveChangesAsync(CancellationToken.None);
        await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Library.Error, reason), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The music server of account {AccountId} could not be checked: {Failure} ({Cause}).")]
        public static partial void Failed(ILogger logger, int accountId, ProviderFailure failure, string? cause);
    }
}
