using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>Names the five operations of a playlist's sync.</summary>
public sealed class PlaylistSyncService
{
    /// <summary>The scheduler's job: asks for a sync of every enabled playlist of every user. One user's failure stops nobody else. Returns how many.</summary>
    public Task<int> SyncAllEnabledPlaylistsAsync(SyncTrigger trigger, CancellationToken cancellationToken) => throw new NotImplementedException();
}
