namespace Spotter.Core.Providers;

/// <summary>A music server that counts its songs by genre.</summary>
public interface IGenreReader : IProvider
{
    /// <summary>The number of songs of each genre, the most frequent first. Empty if no song has a genre. One request.</summary>
    /// <exception cref="ProviderException">The server could not answer, or does not count genres.</exception>
    Task<IReadOnlyList<KeyValuePair<string, int>>> ReadGenresAsync(CancellationToken cancellationToken);
}
