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

        // Until somebody keeps what users say of files, they have said nothing.
        services.TryAddSingleton<FindKnownDecisions>((_, _) => Task.FromResult(KnownDecisions.None));
        // And until somebody knows their libraries, lists are read as most people write them.
        services.TryAddSingleton<SidesOf>((_, playlist, _) => Task.FromResult(playlist));
        services.TryAddSingleton<PlaylistFileReader>();
        return services.AddSingleton<IProviderFactory>(provider => provider.GetRequiredService<IOptions<FilesOptions>>().Value.WatchFolder is { Length: > 0 } path
            ? ActivatorUtilities.CreateInstance<WatchedFolderFactory>(provider, path)
            : new FileProviderFactory());
    }
}
