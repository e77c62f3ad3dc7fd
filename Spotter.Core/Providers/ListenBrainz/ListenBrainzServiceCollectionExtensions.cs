using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers.Http;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>Adds ListenBrainz as a source.</summary>
public static class ListenBrainzServiceCollectionExtensions
{
    /// <summary>Well below the limit without a token (30 requests in 10 seconds).</summary>
    private static readonly RequestPace Pace = new(20, TimeSpan.FromSeconds(10));

    /// <summary>Adds the kind "listenbrainz".</summary>
    public static IServiceCollection AddListenBrainz(this IServiceCollection services)
    {
        services.AddSettings<ListenBrainzOptions>(ListenBrainzOptions.Section);
        return services
            .AddSourceHttp(ListenBrainzProviderFactory.KindName, ListenBrainzProviderFactory.Name, Pace)
            .AddSingleton<IProviderFactory, ListenBrainzProviderFactory>();
    }
}
