using Hangfire;
using Spotter.Core.Background;

namespace Spotter.Web.Jobs;

/// <summary>Takes out jobs that failed long ago, which Hangfire keeps for ever: it expires only those that went well.</summary>
public sealed class JobHistory(JobStorage storage, IBackgroundJobClientV2 jobs, TimeProvider clock, ILogger<JobHistory> logger) : RepeatedWork(clock, logger)
{
    /// <summary>How long one can look at a failure in the dashboard. The audit log knows it for good.</summary>
    public static readonly TimeSpan FailuresKeptFor = TimeSpan.FromDays(7);

    private const int AtOnce = 500;

    private readonly TimeProvider _clock = clock;

    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override string Name => "Thinning the history of jobs";

    protected override Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
    {
        var before = _clock.GetUtcNow() - FailuresKeptFor;
        var monitoring = storage.GetMonitoringApi();
        var failed = (int)Math.Min(int.MaxValue, monitoring.FailedCount());

        // The newest come first.
        foreach (var job in monitoring.FailedJobs(Math.Max(0, failed - AtOnce), AtOnce))
        {
            if (job.Value?.FailedAt < before.UtcDateTime)
            {
                jobs.Delete(job.Key);
            }
        }

        return Task.FromResult(true);
    }
}
