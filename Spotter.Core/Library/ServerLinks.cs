using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;

namespace Spotter.Core.Library;

/// <summary>The addresses of targets and songs in the music server's own pages.</summary>
public sealed class ServerLinks(IDbContextFactory<SpotterDbContext> contexts, ProviderRegistry providers)
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

        return await AskAsync<IPlaylistSyncer>(playlist.AccountId, server => server.LinkTo(targetId), cancellationToken);
    }

    /// <summary>The address at which a browser finds a song of the user's library, or null if there is no such page, or nobody signed in to ask.</summary>
    public async Task<Uri?> FindAsync(int userId, Song song, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(song);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accountId = await db.Accounts.Where(account => account.UserId == userId).Select(account => account.Id).FirstAsync(cancellationToken);
        return await AskAsync<ILibraryReader>(accountId, server => server.LinkTo(song), cancellationToken);
    }

    private async Task<Uri?> AskAsync<TServer>(int accountId, Func<TServer, Uri?> ask, CancellationToken cancellationToken)
        where TServer : class, IProvider
    {
        try
        {
            return await providers.FindAsync<TServer>(ProviderKinds.Navidrome, accountId, cancellationToken) is { } server ? ask(server) : null;
        }
        catch (ProviderException)
        {
            // A link is optional: problems of the account are reported elsewhere.
            return null;
        }
    }
}
