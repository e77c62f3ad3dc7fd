using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Web.Components.Pages.Playlists;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>The playlists that the user imported from files. Those of a watched folder are on the folder's card.</summary>
public sealed class ImportedPlaylists(IDbContextFactory<SpotterDbContext> contexts, PlaylistActions acts, PlaylistChoices choices)
{
    public async Task<IReadOnlyList<Playlist>> ListAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Playlists.AsNoTracking()
            .Where(p => p.UserId == userId && p.Source == ProviderKinds.File && p.ConnectionId == null)
            .OrderByDescending(p => p.RefreshedAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Switches sync on for those that were off. Returns how many were skipped because the server has a playlist of the same name.</summary>
    public async Task<int> SwitchOnAsync(int userId, IReadOnlyList<int> playlistIds)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var playlists = await db.Playlists.AsNoTracking()
            .Where(p => p.UserId == userId && playlistIds.Contains(p.Id) && !p.SyncEnabled)
            .ToListAsync();
        return (await acts.EnableAsync(userId, playlists)).Namesakes;
    }

    /// <summary>Removes a playlist from Spotter. The one on the server stays.</summary>
    public Task<bool> ForgetAsync(int userId, int playlistId) => choices.ForgetAsync(userId, playlistId, CancellationToken.None);
}
