using Spotter.Core.Library;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>A playlist of songs that the user certainly has, to try out a sync.</summary>
public sealed class LibrarySample(LibraryIndexCache library, LibraryRereads rereads, PlaylistImports imports)
{
    private const int Size = 20;
    private const string Name = "A sample of your library";

    /// <summary>Creates it. Returns false if the library is not known yet; it is then read.</summary>
    public async Task<bool> CreateAsync(int userId, int accountId)
    {
        var songs = (await library.GetKnownAsync(accountId, CancellationToken.None)).Songs;
        if (songs.Count == 0)
        {
            await rereads.RequestAsync(userId, CancellationToken.None);
            return false;
        }

        // Spread over the whole library instead of the first artist's albums.
        var step = Math.Max(1, songs.Count / Size);
        var tracks = Enumerable.Range(0, Math.Min(Size, songs.Count)).Select(i => SourceTrack.Of(songs[i * step])).ToList();
        var summary = new SourcePlaylistSummary($"sample:{Name}", Name, tracks.Count) { Description = "Made by Spotter from your own library." };
        await imports.SaveAsync(userId, ProviderKinds.File, new SourcePlaylist(summary, tracks), true, SyncTrigger.User, CancellationToken.None);
        return true;
    }
}
