namespace Spotter.Core.Providers;

/// <summary>A music server that sends songs as sound.</summary>
public interface ISongPlayer : IProvider
{
    /// <summary>Opens a song. Only its beginning has been received when this returns; the rest comes as it is read. It is not counted as a
    /// listen (a scrobble).</summary>
    /// <param name="songId">The id of a song of the account's library.</param>
    /// <param name="range">The part of the file that is wanted, or null for all of it.</param>
    /// <param name="conversion">What to make of the file, or null for the file as it is. A conversion has no range.</param>
    /// <param name="cancellationToken">Stops the call. It does not stop reading; disposing the stream does.</param>
    /// <exception cref="ProviderException">The server could not answer, has no such song (<see cref="ProviderFailure.NotFound"/>), sent
    /// something that is not audio, or does not convert it (<see cref="ProviderFailure.Forbidden"/>).</exception>
    Task<SongStream> OpenSongAsync(string songId, ByteRange? range, SongConversion? conversion, CancellationToken cancellationToken);
}
