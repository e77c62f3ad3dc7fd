namespace Spotter.Core.Providers;

/// <summary>A music server that may accept covers for playlists.</summary>
public interface ICoverWriter : IProvider
{
    /// <summary>False if the server is known to accept no covers.</summary>
    bool MayTakeCovers { get; }

    /// <summary>Whether somebody has uploaded a cover for the playlist. A cover that the server makes from its songs does not
    /// count.</summary>
    /// <exception cref="ProviderException">The server does not say.</exception>
    Task<bool> HasUploadedCoverAsync(string targetId, CancellationToken cancellationToken);

    /// <summary>The playlist's uploaded cover, byte for byte. Null if the server does not return it unchanged.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<CoverImage?> ReadUploadedCoverAsync(string targetId, CancellationToken cancellationToken);

    /// <summary>Sets this as the playlist's cover, replacing any other.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer.</exception>
    Task UploadCoverAsync(string targetId, CoverImage cover, CancellationToken cancellationToken);
}
