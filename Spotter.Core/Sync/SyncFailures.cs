using Microsoft.Extensions.Logging;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>Sorts exceptions that ended a run by what happens next: whether the run has failed, and why, or only waits.</summary>
public sealed partial class SyncFailures(SyncLeases leases, SignInGuard guard, ServerProfiles servers, ILogger<SyncFailures> logger)
{
    /// <summary>The outcome of the run, or null if its lease was lost or handed back.</summary>
    internal async Task<SyncOutcome?> SettleAsync(SyncLease lease, LeaseKeeper keeper, Exception exception)
    {
        switch (exception)
        {
            case LeaseLostException:
            case OperationCanceledException when keeper.IsLost:
                Log.LeaseLost(logger, lease.PlaylistId);
                return null;
            case OperationCanceledException when keeper.Token.IsCancellationRequested:
                // The process is stopping: the next one continues at once instead of waiting for the lease to expire.
                await leases.HandBackAsync(lease, waitingFor: null);
                return null;
            case LibraryScanningException scan:
                await leases.HandBackAsync(lease, SyncFacts.WaitingForScan(scan.Seen));
                return null;
            case ProviderException failure:
                Log.ProviderFailed(logger, lease.PlaylistId, failure.Kind, failure.Failure, failure.InnerException?.GetType().Name);
                return SyncOutcome.Failed(await ReasonOfAsync(lease, failure)) with { IsRefused = failure.Failure is ProviderFailure.NotFound or ProviderFailure.Forbidden };
            case var _ when DatabaseTroubles.Of(exception) is { } trouble:
                Log.DatabaseFailed(logger, lease.PlaylistId, trouble, exception.Message);
                return SyncOutcome.Failed(DatabaseFacts.Of(trouble));
            default:
                Log.RunBroke(logger, exception, lease.PlaylistId);
                return SyncOutcome.Failed(new Fact.OwnFault());
        }
    }

    private async Task<Fact> ReasonOfAsync(SyncLease lease, ProviderException failure)
        => failure.Failure == ProviderFailure.Unauthorized && !await guard.NoteRefusalAsync(lease.AccountId, lease.Id)
            ? new Fact.RefusedByMistake(servers.Name)
            : failure.Reason;

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "The run of playlist {PlaylistId} has lost its lease and stopped.")]
        public static partial void LeaseLost(ILogger logger, int playlistId);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The run of playlist {PlaylistId} ended: {Provider} is {Failure} ({Cause}).")]
        public static partial void ProviderFailed(ILogger logger, int playlistId, string provider, ProviderFailure failure, string? cause);

        [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "The run of playlist {PlaylistId} ended: the database is {Trouble} ({Cause}).")]
        public static partial void DatabaseFailed(ILogger logger, int playlistId, DatabaseTrouble trouble, string cause);

        [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The run of playlist {PlaylistId} failed unexpectedly.")]
        public static partial void RunBroke(ILogger logger, Exception exception, int playlistId);
    }
}
