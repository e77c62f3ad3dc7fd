using Hangfire;
using Spotter.Core.Providers;
using Spotter.Core.Sync.Servers;
using Spotter.Web.Wording;

namespace Spotter.Web.Jobs;

/// <summary>Checks an account's library and playlists on the music server. Never retried here: the next sign-in or sync checks
/// again.</summary>
public sealed class RefreshAccountJob(AccountRefresher refresher, FactWording wording)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("Refresh library: {1}")]
    public async Task RunAsync(int accountId, string userName, CancellationToken cancellationToken)
    {
        try
        {
            await refresher.RefreshAsync(accountId, cancellationToken);
        }
        catch (ProviderException failure)
        {
            throw new JobFailedException(wording.Say(failure.Reason));
        }
    }
}
