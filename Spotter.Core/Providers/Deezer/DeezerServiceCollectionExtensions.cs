using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers.Http;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Deezer;

/// <summary>Adds Deezer as a source.</summary>
public static class DeezerServiceCollectionExtensions
{
    /// <summary>Below Deezer's limit of fifty requests in five seconds per address, since others may share ours.</summary>
    private static readonly RequestPace Pace = new(30, TimeSpan.FromSeconds(5));

    /// <summary>Adds the kind "deezer".</summary>
    public static IServiceCollection AddDeezer(this IServiceCollection services)
    {
        services.AddSettings<DeezerOptions>(DeezerOptions.Section);
        return services
            .AddSourceHttp(DeezerProviderFactory.KindName, DeezerProviderFactory.Name, Pace)
            .AddSingleton<IProviderFactory, DeezerProviderFactory>();
    }
}
