using Hangfire;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;
using Spotter.Web.Wording;

namespace Spotter.Web.Jobs;

/// <summary>Reads a connection again. Never retried here: the connection itself decides when it is tried again.</summary>
public sealed class RefreshSourceJob(SourceRefresher refresher, HangfireScheduler scheduler, FactWording wording)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("Refresh {1}")]
    public async Task RunAsync(int connectionId, string name, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        scheduler.NoteBegun<RefreshSourceJob>(connectionId);
        try
        {
            await refresher.RefreshAsync(connectionId, trigger, cancellationToken);
        }
        catch (SourceRefreshFailedException failure)
        {
            throw new JobFailedException(wording.Say(failure.Reason));
        }
    }
}
