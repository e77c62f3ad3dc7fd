using System.Collections.Concurrent;
using System.Linq.Expressions;
using Spotter.Core.Accounts;
using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>
/// Nudges Hangfire's workers for every room of Core that wants work done. Syncs are queued a moment later: clicks that come together are one
/// job, and one run. A nudge that is to wait waits here, from the last one on. A connection or mixtape that is queued already is not queued again. A job too many finds nothing to do, and a nudge that
/// is lost with the process is made up for by the recovery and the clocks.
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

    public void Nudge(int playlistId, string playlistName, SyncOperation operation, TimeSpan after)
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            var isPutOff = after > TimeSpan.Zero;
            if (!_gathered.TryGetValue(playlistId, out var earlier))
            {
                var timer = clock.CreateTimer(_ => EnqueueSync(playlistId), null, after + Gathering, Timeout.InfiniteTimeSpan);
                _gathered[playlistId] = new GatheredSync(timer, playlistName, operation, isPutOff);
                return;
            }

            if (earlier.IsPutOff)
            {
                earlier.Timer.Change(after + Gathering, Timeout.InfiniteTimeSpan);
            }

            // The job's name says what was asked for last.
            _gathered[playlistId] = new GatheredSync(earlier.Timer, playlistName, operation, earlier.IsPutOff && isPutOff);
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
            var (_, name, operation, _) = gathered;
            jobs.TryEnqueue<SyncPlaylistJob>(job => job.RunAsync(playlistId, operation.ToString(), name, CancellationToken.None));
        }
    }

    private sealed record GatheredSync(ITimer Timer, string PlaylistName, SyncOperation Operation, bool IsPutOff);
}
