namespace Spotter.Core.Providers;

/// <summary>A music server that playlists are written to.</summary>
public interface IPlaylistSyncer : IProvider
{
    /// <summary>Every playlist that the account can see, including other people's public ones.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<IReadOnlyList<TargetSummary>> ListTargetsAsync(CancellationToken cancellationToken);

    /// <summary>A playlist with its entries, or null if it is gone.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<Target?> ReadTargetAsync(string targetId, CancellationToken cancellationToken);

    /// <summary>How many songs one call may carry, as far as known. It falls when the server refuses a call as too large.</summary>
    int SongsPerCall { get; }

    /// <summary>
    /// Creates a playlist with these songs in one call. It is not idempotent and never retried here: if the reply is lost, the caller looks
    /// for the name, which must therefore be unique.
    /// </summary>
    /// <returns>The playlist as the server shows it. Null if the server does not return it: the caller finds it by its name.</returns>
    /// <exception cref="ProviderException">The server could not answer. The playlist may exist anyway.</exception>
    Task<Target?> SyncPlaylistAsync(string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken);

    /// <summary>Replaces the whole content in place in one call. Id, name, comment, cover and visibility stay. An empty list empties the
    /// playlist. Idempotent.</summary>
    /// <param name="targetId">The playlist.</param>
    /// <param name="name">Its current name, since some servers rename the playlist to this.</param>
    /// <param name="songIds">The new content, in order.</param>
    /// <param name="cancellationToken">Stops the call, but does not undo what the server has already done.</param>
    /// <returns>The playlist as the server shows it afterwards, without ids that the server does not know.</returns>
    /// <exception cref="ProviderException">The server refused or could not answer.</exception>
    Task<Target> UpdatePlaylistTracksAsync(string targetId, string name, IReadOnlyList<string> songIds, CancellationToken cancellationToken);

    /// <summary>
    /// Adds songs at the end in one call. It is not idempotent and never retried here: if the reply is lost, the caller checks what
    /// arrived.
    /// </summary>
    /// <exception cref="ProviderException">The server refused or could not answer. The songs may have been added anyway.</exception>
    Task AppendAsync(string targetId, IReadOnlyList<string> songIds, CancellationToken cancellationToken);

    /// <summary>Sets name and comment. Null keeps the current one.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer.</exception>
    Task UpdateDetailsAsync(string targetId, string? name, string? comment, CancellationToken cancellationToken);

    /// <summary>Deletes the playlist, if the server was upgraded in the meantime under its new id. An already deleted playlist is not an
    /// error.</summary>
    /// <exception cref="ProviderException">The server refused or could not answer.</exception>
    Task DeletePlaylistAsync(string targetId, CancellationToken cancellationToken);

    /// <summary>The address of the playlist in the server's own web interface, or null.</summary>
    Uri? LinkTo(string targetId);
}
