using Spotter.Core.Providers;

namespace Spotter.Core.Library;

/// <summary>The music server's own playlists: shown as rows with source Navidrome, and offered for pairing.</summary>
public sealed class ServerPlaylists
{
    /// <summary>Reads the list from the server and brings the rows up to date; targets of Spotter's are left out. Returns how many there are.</summary>
    /// <exception cref="ProviderException">The server could not answer; the rows stay as they are.</exception>
    public Task<int> RefreshAsync(int userId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The user's own, writable playlists that one may pair with, asked of the server now.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    public Task<IReadOnlyList<TargetSummary>> ListPairableAsync(int userId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>A server playlist with its songs, or null where it is gone.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    public Task<Target?> ReadAsync(int userId, string navidromePlaylistId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
