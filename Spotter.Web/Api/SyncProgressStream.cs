using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Web.Access;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>A run's progress as server-sent events: "progress" during the run, one "status" at its end.</summary>
public sealed class SyncProgressStream(
    IDbContextFactory<SpotterDbContext> contexts,
    EventBus bus,
    SyncProgressBoard board,
    AccessCheck access,
    FactWording wording,
    IHostApplicationLifetime lifetime,
    TimeProvider time)
{
    // Events are hints: a run in another process sends none here, so the database is also checked now and then.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    /// <summary>Follows the playlist until no run is waiting or under way, the reader disconnects or is signed out, or the process
    /// stops.</summary>
    public async IAsyncEnumerable<SseItem<object>> FollowAsync(
        Visitor visitor, int playlistId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var userId = visitor.UserId;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);

        // One waiting nudge is enough, however many events arrive: the reader gets the latest state, not all of them.
        var nudges = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var progressed = bus.Subscribe<SyncProgressed>(userId, e => Nudge(e.PlaylistId));
        using var signedOut = bus.Subscribe<SessionsChanged>(userId, _ => nudges.Writer.TryWrite(true));
        using var changed = bus.Subscribe<PlaylistStatusChanged>(userId, e => Nudge(e.PlaylistId));

        SyncProgressed? sent = null;
        while (!stop.IsCancellationRequested && await access.HoldsAsync(visitor, isUse: false, cancellationToken))
        {
            if (!await IsLiveAsync(userId, playlistId, cancellationToken))
            {
                if (await SyncStatusResource.FindAsync(contexts, wording, userId, playlistId, cancellationToken) is { } status)
                {
                    yield return new SseItem<object>(status, "status");
                }

                yield break;
            }

            // Something is sent at once, so that the reader sees that the connection works even while the run waits in the queue.
            var latest = board.Find(playlistId) ?? sent ?? Starting(userId, playlistId);
            if (latest != sent)
            {
                sent = latest;
                yield return new SseItem<object>(SyncProgressResource.Of(latest), "progress");
            }

            await WaitAsync(nudges.Reader, stop.Token);
        }

        void Nudge(int changedPlaylistId)
        {
            if (changedPlaylistId == playlistId)
            {
                nudges.Writer.TryWrite(true);
            }
        }
    }

    private static SyncProgressed Starting(int userId, int playlistId)
        => new(userId, playlistId, SyncPhase.Starting, 0, 0, new Dictionary<MatchTier, int>(), 0, 0);

    private async Task<bool> IsLiveAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Playlists.AnyAsync(
            p => p.Id == playlistId && p.UserId == userId && (p.Status == SyncStatus.Syncing || p.SyncWantedAt != null), cancellationToken);
    }

    private async Task WaitAsync(ChannelReader<bool> nudges, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(LookAgain, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, patience.Token);
        try
        {
            await nudges.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to check without a nudge, or to stop: the caller's loop decides.
        }
    }
}
