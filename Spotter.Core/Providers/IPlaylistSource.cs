using Spotter.Core.Tracks;

namespace Spotter.Core.Providers;

/// <summary>A provider that playlists come from.</summary>
public interface IPlaylistSource : IProvider
{
    /// <summary>Every playlist that the account can see, without tracks.</summary>
    /// <exception cref="ProviderException">The service could not answer.</exception>
    Task<IReadOnlyList<SourcePlaylistSummary>> ListPlaylistsAsync(CancellationToken cancellationToken);

    /// <summary>One playlist with its tracks, or null where it is gone.</summary>
    /// <exception cref="ProviderException">The service could not answer.</exception>
    Task<SourcePlaylist?> GetPlaylistAsync(string remoteId, CancellationToken cancellationToken);
}
