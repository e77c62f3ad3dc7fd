using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Mixtapes;

/// <summary>Records the makings of each mixtape. What has happened is stored, even if the caller has stopped waiting.</summary>
public sealed class MixtapeRecord(IDbContextFactory<SpotterDbContext> contexts, ServerProfiles servers, EventBus bus, TimeProvider clock)
{
    private const int MostStarts = 3;

    private static readonly TimeSpan LookAgainAtScan = TimeSpan.FromMinutes(1);

    /// <summary>Records the start of a making. Null if none is requested, or if it has to wait.</summary>
    internal async Task<Mixtape?> BeginAsync(int mixtapeId, CancellationToken cancellationToken)
    {
        var isBegun = false;
        var changed = await ChangeAsync(mixtapeId, mixtape =>
        {
            isBegun = false; // whatever an earlier attempt of the transaction has found
            if (mixtape.WantedAt is null || mixtape.State == MixtapeState.NeedsAdministrator || mixtape.NextTryAt > clock.GetUtcNow())
            {
                return;
            }

            if (mixtape.Starts >= MostStarts)
            {
                GiveUp(mixtape, new Fact.MixtapeInterrupted());
                return;
            }

            mixtape.Starts++;
            isBegun = true;
        }, cancellationToken);
        return isBegun ? changed : null;
    }

    /// <summary>Records that it is made, in the transaction that stores its playlist. False if it was deleted in the meantime.</summary>
    /// <param name="db">The transaction's context.</param>
    /// <param name="begun">The mixtape as it was when its making began.</param>
    /// <param name="spent">The cost.</param>
    /// <param name="note">A fact worth knowing, or null.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    internal async Task<bool> SettleAsync(SpotterDbContext db, Mixtape begun, MixtapeSpending spent, Fact? note, CancellationToken cancellationToken)
    {
        if (await db.Mixtapes.SingleOrDefaultAsync(m => m.Id == begun.Id && m.UserId == begun.UserId, cancellationToken) is not { } mixtape)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        Count(mixtape, spent);
        mixtape.State = MixtapeState.Ready;
        mixtape.Problem = note;
        mixtape.Failures = 0;
        mixtape.Starts = 0;
        mixtape.NextTryAt = null;
        mixtape.LastMadeAt = now;
        mixtape.NextDueAt = mixtape.Schedule.NextAfter(now);
        // A request made in the meantime is a new one.
        mixtape.WantedAt = mixtape.WantedAt == begun.WantedAt ? null : mixtape.WantedAt;
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Records that its playlist's sync was switched on.</summary>
    internal Task NoteSwitchedOnAsync(int mixtapeId) => ChangeAsync(mixtapeId, mixtape => mixtape.SyncsOnceMade = false, CancellationToken.None);

    /// <summary>Records a regular stop of Spotter: the next start continues.</summary>
    internal Task NoteStoppedAsync(int mixtapeId, MixtapeSpending spent) => ChangeAsync(mixtapeId, mixtape =>
    {
        Count(mixtape, spent);
        mixtape.Starts = 0;
    }, CancellationToken.None);

    /// <summary>Records that the library is being scanned: it is tried again in a minute.</summary>
    internal Task NoteScanAsync(int mixtapeId, MixtapeSpending spent) => ChangeAsync(mixtapeId, mixtape =>
    {
        Count(mixtape, spent);
        mixtape.Starts = 0;
        mixtape.State = MixtapeState.Retrying;
        mixtape.Problem = new Fact.MixtapeWaitsForScan(servers.Name);
        mixtape.NextTryAt = clock.GetUtcNow() + LookAgainAtScan;
    }, CancellationToken.None);

    /// <summary>Records a failure: what is wrong, and when it is tried again, if that can help.</summary>
    internal async Task NoteFailureAsync(int mixtapeId, ProviderException failure, MixtapeSpending spent)
    {
        var failed = await ChangeAsync(mixtapeId, mixtape =>
        {
            Count(mixtape, spent);
            mixtape.Starts = 0;
            mixtape.Failures++;
            mixtape.Problem = failure.Reason;
            switch (failure.Failure)
            {
                case ProviderFailure.Unavailable:
                    mixtape.State = MixtapeState.Retrying;
                    mixtape.NextTryAt = SourceBackoff.NextTry(failure.Failure, mixtape.Failures, failure.RetryAt, clock.GetUtcNow(), mixtapeId);
                    break;
                case ProviderFailure.Unauthorized or ProviderFailure.NotFound or ProviderFailure.Forbidden when failure.Kind == ProviderKinds.Mixtape:
                    mixtape.State = MixtapeState.NeedsAdministrator;
                    mixtape.NextTryAt = null;
                    break;
                default:
                    GiveUp(mixtape, failure.Reason);
                    break;
            }
        }, CancellationToken.None);
        if (failed is { Failures: 1 } first)
        {
            bus.Publish(new Notification(first.UserId, NotificationSeverity.Warning, new Fact.MixtapeNotMade(first.Name, failure.Reason)));
        }
    }

    private static void Count(Mixtape mixtape, MixtapeSpending spent)
    {
        mixtape.LastTokens = spent.Tokens;
        mixtape.TotalTokens += spent.Tokens ?? 0;
    }

    private void GiveUp(Mixtape mixtape, Fact problem)
    {
        mixtape.State = MixtapeState.Failed;
        mixtape.Problem = problem;
        mixtape.Starts = 0;
        mixtape.WantedAt = null;
        mixtape.NextTryAt = null;
        mixtape.NextDueAt = mixtape.Schedule.NextAfter(clock.GetUtcNow());
    }

    /// <returns>The mixtape as it was stored; null where it is gone.</returns>
    private async Task<Mixtape?> ChangeAsync(int mixtapeId, Action<Mixtape> change, CancellationToken cancellationToken)
    {
        var changed = await contexts.WriteAsync(
            async db =>
            {
                var mixtape = await db.Mixtapes.SingleOrDefaultAsync(m => m.Id == mixtapeId, cancellationToken);
                if (mixtape is not null)
                {
                    change(mixtape);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return mixtape;
            },
            cancellationToken);
        if (changed is not null)
        {
            bus.Publish(new MixtapeChanged(changed.UserId, mixtapeId));
        }

        return changed;
    }
}
