namespace Spotter.Core.Providers.Files;

/// <summary>Names the kind "file" if no folder is watched. Files are uploaded, not connected to, so there is no provider.</summary>
public sealed class FileProviderFactory : IProviderFactory
{
    internal const string Name = "File";

    /// <inheritdoc/>
    public string Kind => ProviderKinds.File;

    /// <inheritdoc/>
    public string DisplayName => Name;

    /// <inheritdoc/>
    public Task<IProvider?> CreateAsync(int accountId, CancellationToken cancellationToken) => Task.FromResult<IProvider?>(null);
}
