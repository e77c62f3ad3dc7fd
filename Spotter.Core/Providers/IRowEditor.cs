namespace Spotter.Core.Providers;

/// <summary>A music server that can change single rows of a playlist by their stored position, including rows that it does not show.
/// Positions count from 0.</summary>
public interface IRowEditor : IProvider
{
    /// <summary>False if the server is known to be unable to edit rows.</summary>
    bool MayEditRows { get; }

    /// <summary>Whether the playlist stores exactly these rows: the same number, so that none is hidden, and these songs at the given
    /// positions.</summary>
    /// <param name="targetId">The playlist.</param>
    /// <param name="songIds">The songs that it shows, in order.</param>
    /// <param name="positions">The positions to compare, in ascending order.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<bool> HoldsRowsAsync(string targetId, IReadOnlyList<string> songIds, IReadOnlyList<int> positions, CancellationToken cancellationToken);

    /// <summary>Removes rows in one call. It is not idempotent and never retried here.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer. The rows may be gone anyway.</exception>
    Task RemoveRowsAsync(string targetId, IReadOnlyList<int> positions, CancellationToken cancellationToken);

    /// <summary>Moves one row to the position that it has afterwards. It is not idempotent and never retried here.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer. The row may have moved anyway.</exception>
    Task MoveRowAsync(string targetId, int from, int to, CancellationToken cancellationToken);
}
