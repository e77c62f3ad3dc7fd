using Spotter.Core.Tracks;

namespace Spotter.Core.Providers;

/// <summary>A music server whose songs can be read.</summary>
public interface ILibraryReader : IProvider
{
    /// <summary>The change detector's present stamp. One request, or two where the account's libraries are part of it.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<LibraryStamp> ReadStampAsync(CancellationToken cancellationToken);

    /// <summary>The whole library that the account can see, complete or not at all.</summary>
    /// <exception cref="ProviderException">The server could not answer, or what it answered is not plausible.</exception>
    /// <exception cref="LibraryScanningException">A scan is under way, or began during the read.</exception>
    Task<LibraryRead> ReadLibraryAsync(IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken);

    /// <summary>What has changed since the library was read, or null where the server cannot tell, or so much has that reading everything is cheaper.</summary>
    /// <param name="known">The last read.</param>
    /// <param name="now">The present stamp.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    /// <exception cref="LibraryScanningException">A scan began meanwhile.</exception>
    Task<LibraryNews?> ReadNewsAsync(KnownLibrary known, LibraryStamp now, CancellationToken cancellationToken);

    /// <summary>The address at which the server's own pages show the song, or null where there are no such pages.</summary>
    Uri? LinkTo(Song song);
}
