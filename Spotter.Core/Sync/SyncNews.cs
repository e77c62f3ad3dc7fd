using System.Diagnostics;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Sync;

/// <summary>Announces runs to the open pages, the metrics, and the job runner if a request waits behind a run.</summary>
public sealed class SyncNews(EventBus bus, SyncProgressBoard board, SyncRequests requests, TimeProvider clock)
{
    internal void TellBeginning(SyncLease lease) => bus.Publish(new PlaylistStatusChanged(lease.UserId, lease.PlaylistId));

    /// <summary>Announces the end of a run.</summary>
    /// <param name="lease">The run.</param>
    /// <param name="outcome">How it ended, as stored. Null if it was handed back or its lease was lost.</param>
    /// <param name="activity">The run's activity, or null if nobody listens.</param>
    internal async Task TellEndAsync(SyncLease lease, SyncOutcome? outcome, Activity? activity)
    {
        board.Clear(lease.PlaylistId);
        bus.Publish(new PlaylistStatusChanged(lease.UserId, lease.PlaylistId));
        if (outcome is null)
        {
            return;
        }

        if (outcome.AdoptedListId is not null)
        {
            bus.Publish(new PlaylistListChanged(lease.UserId));
        }

        Count(outcome, lease);
        await requests.NudgeWaitingAsync(lease.PlaylistId, lease.PlaylistName, CancellationToken.None);
        if (outcome.Signal == SyncSignal.Failed)
        {
            activity?.SetStatus(ActivityStatusCode.Error, outcome.Message.ToString());
            bus.Publish(new Notification(lease.UserId, NotificationSeverity.Error, new Fact.About(lease.PlaylistName, outcome.Message), lease.PlaylistId));
        }
        else if (outcome is { Signal: SyncSignal.HeldBack, IsAlreadyNotified: false })
        {
            bus.Publish(new Notification(lease.UserId, NotificationSeverity.Warning, outcome.Message, lease.PlaylistId));
        }
    }

    private void Count(SyncOutcome outcome, SyncLease lease)
    {
        var tags = new TagList { { SpotterTelemetry.Operation, lease.Request.Operation.ToString() }, { SpotterTelemetry.Outcome, outcome.Signal.ToString() } };
        SpotterTelemetry.Runs.Add(1, tags);
        SpotterTelemetry.Duration.Record(Math.Max(0, (clock.GetUtcNow() - lease.StartedAt).TotalSeconds), tags); // the clock may have been set back
        foreach (var (tier, count) in outcome.ByTier ?? new Dictionary<Matching.MatchTier, int>())
        {
            SpotterTelemetry.Tracks.Add(count, new KeyValuePair<string, object?>(SpotterTelemetry.Tier, tier.ToString()));
        }
    }
}
