using Hangfire;
using Spotter.Core.Sync;
using Spotter.Web.Wording;

namespace Spotter.Web.Jobs;

/// <summary>Serves the request for one playlist. Never retried here: the next scheduled sync is the retry. The runner logs failures, so
/// Hangfire's own log line is off.</summary>
public sealed class SyncPlaylistJob(SyncRunner runner, FactWording wording)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("{1}: {2}")]
    public async Task RunAsync(int playlistId, string operation, string playlistName, CancellationToken cancellationToken)
    {
        try
        {
            await runner.RunAsync(playlistId, cancellationToken);
        }
        catch (SyncFailedException failure)
        {
            throw new JobFailedException(wording.Say(failure.Reason));
        }
    }
}
