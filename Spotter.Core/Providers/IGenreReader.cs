namespace Spotter.Core.Providers;

/// <summary>A music server that counts its songs by genre.</summary>
public interface IGenreReader : IProvider
{
    /// <summary>How many songs there are of each genre, the most frequent first; empty where no song names one. One request.</summary>
    /// <exception cref="ProviderException">The server could not answer, or does not count them.</exception>
    Task<IReadOnlyList<KeyValuePair<string, int>>> ReadGenresAsync(CancellationToken cancellationToken);
}
