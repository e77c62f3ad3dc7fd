using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Servers;

/// <summary>
/// Checks an account's server: the library if it has changed, the server's own playlists, and which runs these call for. If nothing has
/// changed, this takes two requests, or three on Navidrome, whatever the number of playlists.
/// </summary>
public sealed partial class AccountRefresher(
    IDbContextFactory<SpotterDbContext> contexts,
    LibraryIndexCache library,
    ServerPlaylists serverPlaylists,
    ServerRenewals renewals,
    DuePlaylists due,
    AccountTroubles troubles,
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

        await troubles.LookAgainAsync(accountId, null);
        library.ForgetStamp(accountId);
        try
        {
            var (syncer, lists) = await serverPlaylists.RefreshAsync(account, cancellationToken);
            var index = await library.GetFreshAsync(accountId, askedAt: null, progress: null, cancellationToken);
            await troubles.ForgetAsync(accountId);
            if (!await renewals.AwaitsAnswerAsync(accountId, syncer, lists, cancellationToken))
            {
                await due.RequestAsync((await FindAsync(accountId, cancellationToken))!, index, syncer, lists, cancellationToken);
            }

            return !library.SawScan(accountId);
        }
        catch (LibraryScanningException)
        {
            await troubles.LookAgainAsync(accountId, clock.GetUtcNow() + ScanPause);
            return false;
        }
        catch (ProviderException exception)
        {
            if (exception.Failure != ProviderFailure.Unauthorized)
            {
                Log.Failed(logger, accountId, exception.Failure, exception.InnerException?.GetType().Name);
            }

            await troubles.NoteAsync(account, exception, cancellationToken);
            throw;
        }
    }

    private async Task<Account?> FindAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The music server of account {AccountId} could not be checked: {Failure} ({Cause}).")]
        public static partial void Failed(ILogger logger, int accountId, ProviderFailure failure, string? cause);
    }
}
