using Hangfire;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>Nudges Hangfire's workers. A job too many finds nothing to do.</summary>
public sealed class HangfireSyncScheduler(IBackgroundJobClientV2 jobs) : ISyncScheduler
{
    public void Nudge(int playlistId, string playlistName, SyncOperation operation)
        => jobs.Enqueue<SyncPlaylistJob>(job => job.RunAsync(playlistId, operation.ToString(), playlistName, CancellationToken.None));

    public void NudgeAccount(int accountId, string userName)
        => jobs.Enqueue<RefreshAccountJob>(job => job.RunAsync(accountId, userName, CancellationToken.None));
}
