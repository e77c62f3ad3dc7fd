using Microsoft.Extensions.DependencyInjection;

namespace Spotter.Core.Providers.Files;

/// <summary>Adds playlist files as a source.</summary>
public static class FilesServiceCollectionExtensions
{
    /// <summary>Adds the kind "file" and the <see cref="PlaylistFileReader"/>.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services)
        => services
            .AddSingleton<IProviderFactory, FileProviderFactory>()
            .AddSingleton<PlaylistFileReader>();
}
