using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;

namespace Spotter.Core.Sources;

/// <summary>Records the state of each connection, and reports changes that the user must know about.</summary>
public sealed class SourceHealth(IDbContextFactory<SpotterDbContext> contexts, ProviderRegistry providers, SyncEventLog log, EventBus bus, TimeProvider clock)
{
    /// <summary>Records that the service answered. With isReadToTheEnd, everything that the connection follows was checked.</summary>
    public Task NoteSuccessAsync(int connectionId, bool isReadToTheEnd) => ChangeAsync(connectionId, connection =>
    {
        connection.State = SourceConnectionState.Working;
        connection.Problem = null;
        connection.Failures = 0;
        connection.NextTryAt = null;
        connection.LastSucceededAt = isReadToTheEnd ? clock.GetUtcNow() : connection.LastSucceededAt;
        return null;
    });

    /// <summary>Records that the service failed. The first refusal of a sign-in is logged in the audit log and shown on the open
    /// pages.</summary>
    public Task NoteFailureAsync(int connectionId, ProviderException failure) => ChangeAsync(connectionId, connection =>
    {
        var isFirstRefusal = failure.Failure == ProviderFailure.Unauthorized && connection.State != SourceConnectionState.NeedsUser;
        connection.Failures++;
        connection.State = failure.Failure == ProviderFailure.Unauthorized ? SourceConnectionState.NeedsUser : SourceConnectionState.Retrying;
        connection.Problem = failure.Reason;
        connection.NextTryAt = SourceBackoff.NextTry(failure.Failure, connection.Failures, failure.RetryAt, clock.GetUtcNow(), connectionId);
        return isFirstRefusal ? failure.Reason : null;
    });

    /// <summary>Changes a stored connection. Does nothing if it is gone.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="change">The change. A fact that it returns is reported to the user as an error.</param>
    internal async Task ChangeAsync(int connectionId, Func<SourceConnection, Fact?> change)
    {
        // What has happened is stored, whoever stopped waiting meanwhile.
        var (changed, alarm) = await contexts.WriteAsync(db => ChangeAsync(db, connectionId, change), CancellationToken.None);
        if (changed is not { } connection)
        {
            return;
        }

        bus.Publish(new SourceConnectionChanged(connection.UserId, connectionId));
        if (alarm is not null)
        {
            bus.Publish(new Notification(connection.UserId, NotificationSeverity.Error, new Fact.NeedsUser(providers.DisplayNameOf(connection.Kind), alarm)));
        }
    }

    private async Task<(SourceConnection? Connection, Fact? Alarm)> ChangeAsync(SpotterDbContext db, int connectionId, Func<SourceConnection, Fact?> change)
    {
        if (await db.SourceConnections.SingleOrDefaultAsync(c => c.Id == connectionId, CancellationToken.None) is not { } connection)
        {
            return (null, null);
        }

        var alarm = change(connection);
        if (alarm is not null)
        {
            log.Add(db, connection.UserId, null, Guid.NewGuid(), SyncEventType.SignInNeeded, connection.Kind, alarm, new SyncEventMetadata { Error = alarm });
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return (connection, alarm);
    }
}
