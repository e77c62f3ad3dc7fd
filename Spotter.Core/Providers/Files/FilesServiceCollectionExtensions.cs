using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Spotter.Core.Formats;
using Spotter.Core.Providers.Files.Watching;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Files;

/// <summary>Adds playlist files as a source.</summary>
public static class FilesServiceCollectionExtensions
{
    /// <summary>Adds the kind "file" and the <see cref="PlaylistFileReader"/>. If a folder is watched, the kind is a standing
    /// source.</summary>
    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddSettings<FilesOptions>(FilesOptions.Section);

        // The default, until a room that stores decisions about tables replaces it.
        services.TryAddSingleton<FindKnownTables>((_, _) => Task.FromResult(KnownTables.None));
        // The default, until a room that knows users' libraries replaces it: artist and title stay as read.
        services.TryAddSingleton<SidesOf>((_, playlist, _) => Task.FromResult(playlist));
        return services
            .AddSingleton<PlaylistFileReader>()
            .AddSingleton<IProviderFactory>(provider => provider.GetRequiredService<IOptions<FilesOptions>>().Value.WatchFolder is { Length: > 0 } path
                ? ActivatorUtilities.CreateInstance<WatchedFolderFactory>(provider, path)
                : new FileProviderFactory());
    }
}
