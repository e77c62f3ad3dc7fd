namespace Spotter.Core.Providers;

/// <summary>A music server that has covers.</summary>
public interface ICoverReader : IProvider
{
    /// <summary>The cover, or null where there is none.</summary>
    /// <param name="coverArtId">The id that a song or playlist names.</param>
    /// <param name="size">Edge length in pixels that is asked for.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<CoverImage?> ReadCoverAsync(string coverArtId, int size, CancellationToken cancellationToken);
}
