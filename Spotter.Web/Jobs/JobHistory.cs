using Hangfire;
using Spotter.Core.Background;

namespace Spotter.Web.Jobs;

/// <summary>Removes jobs that failed long ago. Hangfire expires only successful jobs and keeps failed ones forever.</summary>
public sealed class JobHistory(JobStorage storage, IBackgroundJobClientV2 jobs, TimeProvider clock, ILogger<JobHistory> logger) : RepeatedWork(clock, logger)
{
    /// <summary>How long the dashboard shows a failure. The audit log keeps it forever.</summary>
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
