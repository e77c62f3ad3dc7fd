namespace Spotter.Core.Providers;

/// <summary>A music server whose songs can be read.</summary>
public interface ILibraryReader : IProvider
{
    /// <summary>The change detector's present stamp. One request.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    Task<LibraryStamp> ReadStampAsync(CancellationToken cancellationToken);

    /// <summary>The whole library that the account can see, complete or not at all.</summary>
    /// <exception cref="ProviderException">The server could not answer, or what it answered is not plausible.</exception>
    /// <exception cref="LibraryScanningException">A scan is under way, or began during the read.</exception>
    Task<LibraryRead> ReadLibraryAsync(IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken);
}
