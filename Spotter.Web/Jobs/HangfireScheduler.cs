using System.Collections.Concurrent;
using System.Linq.Expressions;
using Spotter.Core.Accounts;
using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>
/// Nudges Hangfire's workers for every room of Core that has work to do. Syncs are queued a moment later, so that clicks at the same time
/// are one job and one run. A connection or mixtape that is already queued is not queued again. A superfluous job finds nothing to do, and
/// the recovery and the clocks make up for a nudge that is lost with the process.
/// </summary>
public sealed class HangfireScheduler(JobQueue jobs, TimeProvider clock)
    : ISyncScheduler, IAccountScheduler, ISourceScheduler, IMixtapeScheduler, IDisposable
{
    /// <summary>Long enough for ten requests that are sent at once, and too short to be noticed.</summary>
    public static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<(Type Job, int Id), bool> _queued = new();
    private readonly Lock _gate = new();
    private readonly Dictionary<int, GatheredSync> _gathered = [];
    private bool _isDisposed;

    public void Nudge(int playlistId, string playlistName, SyncOperation operation)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            // The job is named after the latest request.
            var timer = _gathered.TryGetValue(playlistId, out var earlier)
                ? earlier.Timer
                : clock.CreateTimer(_ => EnqueueSync(playlistId), null, Gathering, Timeout.InfiniteTimeSpan);
            _gathered[playlistId] = new GatheredSync(timer, playlistName, operation);
        }
    }

    public void NudgeAccount(int accountId, string userName)
        => jobs.TryEnqueue<RefreshAccountJob>(job => job.RunAsync(accountId, userName, CancellationToken.None));

    public void NudgeConnection(int connectionId, string name, SyncTrigger trigger)
        => EnqueueOnce<RefreshSourceJob>(connectionId, job => job.RunAsync(connectionId, name, trigger, CancellationToken.None));

    public void NudgeMixtape(int mixtapeId, string name)
        => EnqueueOnce<MakeMixtapeJob>(mixtapeId, job => job.RunAsync(mixtapeId, name, CancellationToken.None));

    /// <summary>A job has begun: a request from now on needs another one.</summary>
    public void NoteBegun<TJob>(int id) => _queued.TryRemove((typeof(TJob), id), out _);

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

    private void EnqueueOnce<TJob>(int id, Expression<Func<TJob, Task>> job)
    {
        if (_queued.TryAdd((typeof(TJob), id), true) && !jobs.TryEnqueue(job))
        {
            NoteBegun<TJob>(id);
        }
    }

    private void EnqueueSync(int playlistId)
    {
        // Under the lock, so that nothing is queued after the host is gone.
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

    private sealed record GatheredSync(ITimer Timer, string PlaylistName, SyncOperation Operation);
}
