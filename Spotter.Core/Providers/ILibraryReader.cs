using Spotter.Core.Tracks;

namespace Spotter.Core.Providers;

/// <summary>A music server whose songs can be read.</summary>
public interface ILibraryReader : IProvider
{
    /// <summary>The change detector's current stamp. One request, or two if the account's libraries are part of the stamp.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<LibraryStamp> ReadStampAsync(CancellationToken cancellationToken);

    /// <summary>The whole library that the account can see. It is either complete or an exception.</summary>
    /// <exception cref="ProviderException">The server could not answer, or its answer is not plausible.</exception>
    /// <exception cref="LibraryScanningException">A scan is running, or began during the read.</exception>
    Task<LibraryRead> ReadLibraryAsync(IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken);

    /// <summary>What has changed since the library was read. Null if the server cannot tell, or if so much has changed that reading
    /// everything is cheaper.</summary>
    /// <param name="known">The last read.</param>
    /// <param name="now">The current stamp.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    /// <exception cref="LibraryScanningException">A scan began during the read.</exception>
    Task<LibraryNews?> ReadNewsAsync(KnownLibrary known, LibraryStamp now, CancellationToken cancellationToken);

    /// <summary>The address at which the server's own pages show the song, or null where there are no such pages.</summary>
    Uri? LinkTo(Song song);
}
