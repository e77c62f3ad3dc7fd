namespace Spotter.Core.Sync;

/// <summary>Shows what a sync or a pairing would do, by the same code that does it.</summary>
public sealed class SyncPreviews
{
    /// <summary>The preview of a sync of this playlist, or of pairing it with a playlist of the server. Null where it is not this user's.</summary>
    /// <exception cref="Providers.ProviderException">The server could not answer, or the pairing is refused: the message says why.</exception>
    /// <exception cref="Providers.LibraryScanningException">The server is scanning.</exception>
    public Task<SyncPreview?> PreviewAsync(int userId, int playlistId, string? pairWithId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
