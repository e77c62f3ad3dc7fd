namespace Spotter.Core.Providers;

/// <summary>A music server that may take covers for playlists.</summary>
public interface ICoverWriter : IProvider
{
    /// <summary>Whether the server is worth asking: false where it is known to take none.</summary>
    bool MayTakeCovers { get; }

    /// <summary>Whether somebody has uploaded a cover for the playlist; one that the server makes of its songs does not count.</summary>
    /// <exception cref="ProviderException">The server does not say.</exception>
    Task<bool> HasUploadedCoverAsync(string targetId, CancellationToken cancellationToken);

    /// <summary>The playlist's cover byte by byte as it was uploaded, or null where the server does not give it out like that.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<CoverImage?> ReadUploadedCoverAsync(string targetId, CancellationToken cancellationToken);

    /// <summary>Makes this the playlist's cover, in place of any other.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer.</exception>
    Task UploadCoverAsync(string targetId, CoverImage cover, CancellationToken cancellationToken);
}
