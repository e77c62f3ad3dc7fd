using Hangfire;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>The scheduled job: has every account checked, and syncs every enabled playlist that needs it.</summary>
public sealed class SyncAllEnabledJob(PlaylistSyncService service)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("Sync all enabled playlists")]
    public Task RunAsync(CancellationToken cancellationToken) => service.SyncAllEnabledPlaylistsAsync(cancellationToken);
}
