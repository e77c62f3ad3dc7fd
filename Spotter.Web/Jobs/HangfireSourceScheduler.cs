using System.Collections.Concurrent;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;

namespace Spotter.Web.Jobs;

/// <summary>Has connections read by Hangfire's workers; one that is queued already is not queued again.</summary>
public sealed class HangfireSourceScheduler(JobQueue jobs) : ISourceScheduler
{
    private readonly ConcurrentDictionary<int, bool> _queued = new();

    public void NudgeConnection(int connectionId, string name, SyncTrigger trigger)
    {
        if (_queued.TryAdd(connectionId, true) && !jobs.TryEnqueue<RefreshSourceJob>(job => job.RunAsync(connectionId, name, trigger, CancellationToken.None)))
        {
            _queued.TryRemove(connectionId, out _);
        }
    }

    /// <summary>A job has begun: whoever asks from now on wants another.</summary>
    public void NoteBegun(int connectionId) => _queued.TryRemove(connectionId, out _);
}
