using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;

namespace Spotter.Core.Sync.Operations;

/// <summary>Asks for a sync of every enabled playlist of every user. A user who must sign in again is left out; one user's failure stops nobody else.</summary>
public sealed partial class SyncAllEnabledPlaylists(
    IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, ISyncScheduler scheduler, ILogger<SyncAllEnabledPlaylists> logger)
{
    /// <summary>Runs it. Returns how many syncs were asked for.</summary>
    internal async Task<int> RunAsync(SyncTrigger trigger, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = await db.Accounts.AsNoTracking().Where(account => !account.NeedsSignIn).OrderBy(account => account.Id).ToListAsync(cancellationToken);
        var asked = 0;
        foreach (var account in accounts)
        {
            try
            {
                // The server's own playlists and, once for all runs that follow, the library.
                scheduler.NudgeAccount(account.Id, account.UserName);
                asked += await requests.RequestAllAsync(account.UserId, trigger, cancellationToken);
            }
            catch (Exception exception) when (exception is System.Data.Common.DbException or DbUpdateException)
            {
                Log.UserFailed(logger, exception, account.UserId);
            }
        }

        return asked;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "The syncs of user {UserId} could not be queued; the other users' were.")]
        public static partial void UserFailed(ILogger logger, Exception exception, int userId);
    }
}
