namespace Spotter.Core.Providers;

/// <summary>A music server that can change single rows of a playlist by their stored position, those of rows included that it does not show. Positions count from 0.</summary>
public interface IRowEditor : IProvider
{
    /// <summary>Whether the server is worth asking: false where it is known to be unable.</summary>
    bool MayEditRows { get; }

    /// <summary>Whether the playlist stores these rows, as far as the positions that matter go: so many in all, so that none is hidden, and these songs there.</summary>
    /// <param name="targetId">The playlist.</param>
    /// <param name="songIds">What it shows, in order.</param>
    /// <param name="positions">The positions that matter, rising.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<bool> HoldsRowsAsync(string targetId, IReadOnlyList<string> songIds, IReadOnlyList<int> positions, CancellationToken cancellationToken);

    /// <summary>Takes rows out, in one call. Not idempotent, and never retried here.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer; the rows may be gone all the same.</exception>
    Task RemoveRowsAsync(string targetId, IReadOnlyList<int> positions, CancellationToken cancellationToken);

    /// <summary>Moves one row to the position that it has afterwards. Not idempotent, and never retried here.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer; the row may have moved all the same.</exception>
    Task MoveRowAsync(string targetId, int from, int to, CancellationToken cancellationToken);
}
