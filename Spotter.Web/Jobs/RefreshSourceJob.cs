using Hangfire;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;

namespace Spotter.Web.Jobs;

/// <summary>Reads a connection again. Never retried here: the connection itself says when it is tried next.</summary>
public sealed class RefreshSourceJob(SourceRefresher refresher, HangfireScheduler scheduler)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("Refresh {1}")]
    public Task RunAsync(int connectionId, string name, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        scheduler.NoteBegun<RefreshSourceJob>(connectionId);
        return refresher.RefreshAsync(connectionId, trigger, cancellationToken);
    }
}
