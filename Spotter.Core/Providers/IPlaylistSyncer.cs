namespace Spotter.Core.Providers;

/// <summary>A music server that playlists are written to.</summary>
public interface IPlaylistSyncer : IProvider
{
    /// <summary>Every playlist that the account can see, other people's public ones included.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<IReadOnlyList<TargetSummary>> ListTargetsAsync(CancellationToken cancellationToken);

    /// <summary>One playlist with its entries, or null where it is gone.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<Target?> ReadTargetAsync(string targetId, CancellationToken cancellationToken);

    /// <summary>How many songs one call may carry, as far as is known: a call that is refused for more than that teaches less.</summary>
    int SongsPerCall { get; }

    /// <summary>
    /// Creates a playlist with these songs, in one call. Not idempotent, and never retried here: where the reply is lost, the caller looks for
    /// the name, which must therefore be one that nobody else uses.
    /// </summary>
    /// <returns>The playlist as the server shows it, or null where the server does not return it: the caller finds it by its name.</returns>
    /// <exception cref="ProviderException">The server could not answer; the playlist may exist all the same.</exception>
    Task<Target?> SyncPlaylistAsync(string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken);

    /// <summary>Replaces the whole content in place, in one call: id, name, comment, cover and visibility stay. An empty list empties it. Idempotent.</summary>
    /// <param name="targetId">The playlist.</param>
    /// <param name="name">Its present name, since some servers rename to what they are given here.</param>
    /// <param name="songIds">The new content, in order.</param>
    /// <param name="cancellationToken">Stops the call, not what the server has already done.</param>
    /// <returns>The playlist as the server shows it afterwards; an id that it does not know is missing there.</returns>
    /// <exception cref="ProviderException">The server refused or could not answer.</exception>
    Task<Target> UpdatePlaylistTracksAsync(string targetId, string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken);

    /// <summary>
    /// Adds songs at the end, in one call. Not idempotent, and never retried here: where the reply is lost, the caller looks at what arrived.
    /// </summary>
    /// <exception cref="ProviderException">The server refused or could not answer; the songs may stand there all the same.</exception>
    Task AppendAsync(string targetId, IReadOnlyList<string> songIds, CancellationToken cancellationToken);

    /// <summary>Sets name and comment; null leaves the one there is.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer.</exception>
    Task UpdateDetailsAsync(string targetId, string? name, string? comment, CancellationToken cancellationToken);

    /// <summary>Deletes it, where the server was upgraded meanwhile under the id that it has now; already gone is fine.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer.</exception>
    Task DeletePlaylistAsync(string targetId, CancellationToken cancellationToken);

    /// <summary>Where a person can look at it in the server's own pages, or null.</summary>
    Uri? LinkTo(string targetId);
}
