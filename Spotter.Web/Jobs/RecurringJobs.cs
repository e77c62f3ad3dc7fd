using Hangfire;
using Microsoft.Extensions.Options;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>Sets the clock at every start: the job storage forgets, and Hangfire switches off a job that it could not schedule.</summary>
public sealed class RecurringJobs(IRecurringJobManagerV2 jobs, IOptions<PlaylistSyncOptions> options) : IHostedService
{
    /// <summary>The id of the job that syncs everything, as the dashboard shows it.</summary>
    public const string SyncAll = "sync-all-enabled";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        jobs.AddOrUpdate<SyncAllEnabledJob>(
            SyncAll,
            job => job.RunAsync(CancellationToken.None),
            options.Value.Cron,
            new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
