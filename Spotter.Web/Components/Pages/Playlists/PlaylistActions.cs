using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>The list's actions on one or many playlists.</summary>
public sealed class PlaylistActions(SyncRequests requests, SyncSwitcher switching)
{
    public Task SyncAsync(int userId, int playlistId)
        => requests.RequestAsync(userId, playlistId, SyncCommand.Sync(), SyncTrigger.User, CancellationToken.None);

    /// <summary>Returns how many were queued.</summary>
    public async Task<int> SyncAsync(int userId, IReadOnlyList<int> playlistIds)
    {
        var queued = 0;
        foreach (var playlistId in playlistIds)
        {
            var outcome = await requests.RequestAsync(userId, playlistId, SyncCommand.Sync(), SyncTrigger.User, CancellationToken.None);
            queued += outcome == SyncRequestOutcome.Accepted ? 1 : 0;
        }

        return queued;
    }

    /// <summary>Switches sync on, but skips playlists that need an answer because the server has one of the same name.</summary>
    public async Task<(int Enabled, int Namesakes)> EnableAsync(int userId, IReadOnlyList<Playlist> playlists)
    {
        var namesakes = await switching.FindNamesakesAsync(userId, playlists);
        var enabled = 0;
        foreach (var playlist in playlists.Where(p => !namesakes.ContainsKey(p.Id)))
        {
            enabled += await switching.SwitchOnAsync(userId, playlist.Id) ? 1 : 0;
        }

        return (enabled, namesakes.Count);
    }
}
