using Hangfire;
using Spotter.Core.Sources;

namespace Spotter.Web.Jobs;

/// <summary>The clock's job: has every connection read whose time has come, each in a job of its own.</summary>
public sealed class RefreshSourcesJob(SourceRefresher refresher)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("Refresh all sources")]
    public Task RunAsync(CancellationToken cancellationToken) => refresher.NudgeDueAsync(onlyOverdue: false, cancellationToken);
}
