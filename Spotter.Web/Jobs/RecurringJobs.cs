using Hangfire;
using Microsoft.Extensions.Options;
using Spotter.Core.Background;
using Spotter.Core.Providers;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>Sets up the recurring jobs at every start: the job storage may forget them, and Hangfire disables a job that it could not
/// schedule.</summary>
public sealed class RecurringJobs(
    IRecurringJobManagerV2 jobs, IOptions<PlaylistSyncOptions> sync, IOptions<SourcesOptions> sources, TimeProvider clock, ILogger<RecurringJobs> logger)
    : RepeatedWork(clock, logger)
{
    /// <summary>The id of the job that syncs everything, as the dashboard shows it.</summary>
    public const string SyncAll = "sync-all-enabled";

    /// <summary>The id of the job that reads all sources again.</summary>
    public const string RefreshSources = "refresh-sources";

    /// <summary>Short, in case the job storage starts later than Spotter.</summary>
    protected override TimeSpan Every => TimeSpan.FromSeconds(10);

    protected override string Name => "Setting the clock of the jobs";

    protected override Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
    {
        var options = new RecurringJobOptions { TimeZone = TimeZoneInfo.Utc };
        jobs.AddOrUpdate<SyncAllEnabledJob>(SyncAll, job => job.RunAsync(CancellationToken.None), sync.Value.Cron, options);
        jobs.AddOrUpdate<RefreshSourcesJob>(RefreshSources, job => job.RunAsync(CancellationToken.None), sources.Value.RefreshCron, options);
        return Task.FromResult(false);
    }
}
