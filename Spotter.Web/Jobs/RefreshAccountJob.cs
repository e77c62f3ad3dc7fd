using Hangfire;
using Spotter.Core.Sync.Servers;

namespace Spotter.Web.Jobs;

/// <summary>Looks at an account's library and playlists on the music server. Never retried here: the next sign-in or sync looks again.</summary>
public sealed class RefreshAccountJob(AccountRefresher refresher)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("Refresh library: {1}")]
    public Task RunAsync(int accountId, string userName, CancellationToken cancellationToken) => refresher.RefreshAsync(accountId, cancellationToken);
}
