using Hangfire;
using Spotter.Core.Background;
using Spotter.Core.Scheduling;

namespace Spotter.Web.Jobs;

/// <summary>
/// Sets the clock at every start to the schedules that the pages tell of, in their time zone: the job storage forgets, and Hangfire switches off a job that it could not
/// schedule.
/// </summary>
public sealed class RecurringJobs(IRecurringJobManagerV2 jobs, Schedules schedules, TimeProvider clock, ILogger<RecurringJobs> logger)
    : RepeatedWork(clock, logger)
{
    /// <summary>The id of the job that syncs everything, as the dashboard shows it.</summary>
    public const string SyncAll = "sync-all-enabled";

    /// <summary>The id of the job that reads all sources again.</summary>
    public const string RefreshSources = "refresh-sources";

    /// <summary>Short, in case the job storage starts later than Spotter.</summary>
    protected override TimeSpan Every => TimeSpan.FromSeconds(10);

    protected override string Name => "Setting the clock of the jobs";

    /// <summary>Sets the clock of both jobs.</summary>
    public void Set()
    {
        jobs.AddOrUpdate<SyncAllEnabledJob>(SyncAll, job => job.RunAsync(CancellationToken.None), schedules.Syncs.Cron, OptionsOf(schedules.Syncs));
        jobs.AddOrUpdate<RefreshSourcesJob>(RefreshSources, job => job.RunAsync(CancellationToken.None), schedules.Reads.Cron, OptionsOf(schedules.Reads));
    }

    protected override Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
    {
        Set();
        return Task.FromResult(false);
    }

    private static RecurringJobOptions OptionsOf(Schedule schedule) => new() { TimeZone = schedule.Zone };
}
