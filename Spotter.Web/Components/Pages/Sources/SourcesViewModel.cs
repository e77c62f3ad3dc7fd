using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>The sources of playlists and songs, and the state of each.</summary>
public sealed class SourcesViewModel(
    IDbContextFactory<SpotterDbContext> contexts, ImportedPlaylists imported, ServerPlaylists serverPlaylists, LibraryIndexCache library, LibraryRereads rereads,
    ServerContacts server)
{
    private readonly ReadSequencer _reads = new();

    public bool IsLoaded { get; private set; }

    public Account? Account { get; private set; }

    /// <summary>The number of the server's own playlists at the last read.</summary>
    public int ServerPlaylistCount { get; private set; }

    public IReadOnlyList<Playlist> Files { get; private set; } = [];

    /// <summary>The progress of reading the library, or null if it is not being read.</summary>
    public LibraryReadProgress? Reading { get; set; }

    /// <summary>Why the server's playlists could not be read just now, or null.</summary>
    public Fact? ServerError { get; private set; }

    public bool IsReadingPlaylists { get; private set; }

    public Task LoadAsync(int userId, int accountId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            Account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.UserId == userId, cancellationToken);
            ServerPlaylistCount = await db.Playlists.CountAsync(
                p => p.UserId == userId && p.Source == ProviderKinds.Navidrome && !p.IsGoneAtSource, cancellationToken);
        }

        Files = await imported.ListAsync(userId, cancellationToken);
        Reading = library.FindProgress(accountId);
        IsLoaded = true;
    });

    public Task ReadLibraryAsync(int userId)
    {
        Reading ??= new LibraryReadProgress(0, null);
        return rereads.RequestAsync(userId, CancellationToken.None);
    }

    /// <summary>Checks the server now, and retries what has failed meanwhile.</summary>
    public Task LookNowAsync(int userId) => server.LookNowAsync(userId, CancellationToken.None);

    /// <summary>Reads the server's own playlists now.</summary>
    public async Task ReadPlaylistsAsync(int userId)
    {
        IsReadingPlaylists = true;
        ServerError = null;
        try
        {
            ServerPlaylistCount = await serverPlaylists.RefreshAsync(userId, CancellationToken.None);
        }
        catch (ProviderException exception)
        {
            ServerError = exception.Reason;
        }
        finally
        {
            IsReadingPlaylists = false;
        }
    }

    public Task<bool> ForgetAsync(int userId, int playlistId) => imported.ForgetAsync(userId, playlistId);
}
