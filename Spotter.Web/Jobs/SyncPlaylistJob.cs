using Hangfire;
using Spotter.Core.Sync;
using Spotter.Web.Wording;

namespace Spotter.Web.Jobs;

/// <summary>Serves what is wanted for one playlist. Never retried here: the next schedule is the retry. The runner logs what failed, Hangfire's own log would say it twice.</summary>
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
