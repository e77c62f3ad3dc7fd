namespace Spotter.Core.Providers.Files;

/// <summary>Names the kind "file". Files are handed in, never connected to: there is no provider to make.</summary>
public sealed class FileProviderFactory : IProviderFactory
{
    /// <inheritdoc/>
    public string Kind => ProviderKinds.File;

    /// <inheritdoc/>
    public string DisplayName => "File";

    /// <inheritdoc/>
    public Task<IProvider?> CreateAsync(int accountId, CancellationToken cancellationToken) => Task.FromResult<IProvider?>(null);
}
