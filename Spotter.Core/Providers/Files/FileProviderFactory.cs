namespace Spotter.Core.Providers.Files;

/// <summary>Names the kind "file" where no folder is watched. Files are handed in, never connected to: there is no provider to make.</summary>
public sealed class FileProviderFactory : IProviderFactory
{
    /// <summary>The kind's name for people.</summary>
    internal const string Name = "File";

    /// <inheritdoc/>
    public string Kind => ProviderKinds.File;

    /// <inheritdoc/>
    public string DisplayName => Name;

    /// <inheritdoc/>
    public Task<IProvider?> CreateAsync(int accountId, CancellationToken cancellationToken) => Task.FromResult<IProvider?>(null);
}
