using Hangfire;
using Spotter.Core.Sources;

namespace Spotter.Web.Jobs;

/// <summary>The scheduled job: has every connection read that is due, each in its own job.</summary>
public sealed class RefreshSourcesJob(SourceRefresher refresher)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("Refresh all sources")]
    public Task RunAsync(CancellationToken cancellationToken) => refresher.NudgeDueAsync(onlyOverdue: false, cancellationToken);
}
