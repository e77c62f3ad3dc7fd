using Spotter.Core.Tracks;

namespace Spotter.Core.Providers;

/// <summary>A service that playlists come from.</summary>
public interface IPlaylistSource : IProvider
{
    /// <summary>Every playlist that the account can see, without tracks.</summary>
    /// <exception cref="ProviderException">The service could not answer.</exception>
    Task<IReadOnlyList<SourcePlaylistSummary>> ListPlaylistsAsync(CancellationToken cancellationToken);

    /// <summary>A playlist with its tracks, or null if it is gone.</summary>
    /// <exception cref="ProviderException">The service could not answer.</exception>
    Task<SourcePlaylist?> GetPlaylistAsync(string remoteId, CancellationToken cancellationToken);
}
