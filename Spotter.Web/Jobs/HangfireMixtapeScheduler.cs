using System.Collections.Concurrent;
using Spotter.Core.Mixtapes;

namespace Spotter.Web.Jobs;

/// <summary>Has mixtapes made by Hangfire's workers; one that is queued already is not queued again.</summary>
public sealed class HangfireMixtapeScheduler(JobQueue jobs) : IMixtapeScheduler
{
    private readonly ConcurrentDictionary<int, bool> _queued = new();

    public void NudgeMixtape(int mixtapeId, string name)
    {
        if (_queued.TryAdd(mixtapeId, true) && !jobs.TryEnqueue<MakeMixtapeJob>(job => job.RunAsync(mixtapeId, name, CancellationToken.None)))
        {
            _queued.TryRemove(mixtapeId, out _);
        }
    }

    /// <summary>A job has begun: whoever asks from now on wants another.</summary>
    public void NoteBegun(int mixtapeId) => _queued.TryRemove(mixtapeId, out _);
}
