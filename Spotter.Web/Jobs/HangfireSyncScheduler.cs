using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>
/// Nudges Hangfire's workers, a moment later: clicks that come together are one job, and one run. A job too many finds nothing to do, and
/// a nudge that is lost with the process is made up for by the recovery.
/// </summary>
public sealed class HangfireSyncScheduler(JobQueue jobs, TimeProvider clock)
    : ISyncScheduler, IAccountScheduler, IDisposable
{
    /// <summary>Long enough for ten requests that somebody sends at once, too short to be waited for.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(400);

    private readonly Lock _gate = new();
    private readonly Dictionary<int, Gathered> _gathered = [];
    private bool _isDisposed;

    public void Nudge(int playlistId, string playlistName, SyncOperation operation)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            // The job's name says what was asked for last.
            var timer = _gathered.TryGetValue(playlistId, out var earlier)
                ? earlier.Timer
                : clock.CreateTimer(_ => Enqueue(playlistId), null, Gathering, Timeout.InfiniteTimeSpan);
            _gathered[playlistId] = new Gathered(timer, playlistName, operation);
        }
    }

    public void NudgeAccount(int accountId, string userName)
        => jobs.TryEnqueue<RefreshAccountJob>(job => job.RunAsync(accountId, userName, CancellationToken.None));

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            foreach (var gathered in _gathered.Values)
            {
                gathered.Timer.Dispose();
            }

            _gathered.Clear();
        }
    }

    private void Enqueue(int playlistId)
    {
        // Under the lock, so that nothing is queued once the host has gone.
        lock (_gate)
        {
            if (!_gathered.Remove(playlistId, out var gathered))
            {
                return;
            }

            gathered.Timer.Dispose();
            var (_, name, operation) = gathered;
            jobs.TryEnqueue<SyncPlaylistJob>(job => job.RunAsync(playlistId, operation.ToString(), name, CancellationToken.None));
        }
    }

    private sealed record Gathered(ITimer Timer, string PlaylistName, SyncOperation Operation);
}
