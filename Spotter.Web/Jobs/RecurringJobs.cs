using Hangfire;
using Microsoft.Extensions.Options;
using Spotter.Core.Sources;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>Sets the clock at every start: the job storage forgets, and Hangfire switches off a job that it could not schedule.</summary>
public sealed class RecurringJobs(IRecurringJobManagerV2 jobs, IOptions<PlaylistSyncOptions> sync, IOptions<SourcesOptions> sources) : IHostedService
{
    /// <summary>The id of the job that syncs everything, as the dashboard shows it.</summary>
    public const string SyncAll = "sync-all-enabled";

    /// <summary>The id of the job that reads all sources again.</summary>
    public const string RefreshSources = "refresh-sources";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        jobs.AddOrUpdate<SyncAllEnabledJob>(
            SyncAll,
            job => job.RunAsync(CancellationToken.None),
            sync.Value.Cron,
            new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
        jobs.AddOrUpdate<RefreshSourcesJob>(
            RefreshSources,
            job => job.RunAsync(CancellationToken.None),
            sources.Value.RefreshCron,
            new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
