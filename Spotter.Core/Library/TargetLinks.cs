using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Library;

/// <summary>The address of a target in the music server's own pages.</summary>
public sealed class TargetLinks(IDbContextFactory<SpotterDbContext> contexts, ProviderRegistry providers)
{
    /// <summary>The address in a browser, or null if there is no target, no such page, or nobody signed in to ask.</summary>
    public async Task<Uri?> FindAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var playlist = await db.Playlists.AsNoTracking().SingleOrDefaultAsync(p => p.Id == playlistId && p.UserId == userId, cancellationToken);
        var targetId = playlist?.Source == ProviderKinds.Navidrome ? playlist.RemoteId : playlist?.KnownTargetId;
        if (playlist is null || targetId is null)
        {
            return null;
        }

        try
        {
            var server = await providers.FindAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, playlist.AccountId, cancellationToken);
            return server?.LinkTo(targetId);
        }
        catch (ProviderException)
        {
            // A link is optional: problems of the account are reported elsewhere.
            return null;
        }
    }
}
