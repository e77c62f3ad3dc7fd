namespace Spotter.Core.Providers;

/// <summary>A music server that has covers.</summary>
public interface ICoverReader : IProvider
{
    /// <summary>The cover, or null if there is none.</summary>
    /// <param name="coverArtId">The cover id of a song or playlist.</param>
    /// <param name="size">The requested edge length in pixels.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<CoverImage?> ReadCoverAsync(string coverArtId, int size, CancellationToken cancellationToken);
}
