using Hangfire;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;

namespace Spotter.Web.Jobs;

/// <summary>The clock's job: asks for a sync of every enabled playlist of every user.</summary>
public sealed class SyncAllEnabledJob(PlaylistSyncService service)
{
    [AutomaticRetry(Attempts = 0, LogEvents = false)]
    [JobDisplayName("Sync all enabled playlists")]
    public Task RunAsync(CancellationToken cancellationToken) => service.SyncAllEnabledPlaylistsAsync(SyncTrigger.Schedule, cancellationToken);
}
