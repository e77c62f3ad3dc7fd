using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers.Http;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.LastFm;

/// <summary>Adds Last.fm as a source.</summary>
public static class LastFmServiceCollectionExtensions
{
    /// <summary>Below the five requests a second that Last.fm's terms allow.</summary>
    private static readonly RequestPace Pace = new(4, TimeSpan.FromSeconds(1));

    /// <summary>Adds the kind "lastfm".</summary>
    public static IServiceCollection AddLastFm(this IServiceCollection services)
    {
        services.AddSettings<LastFmOptions>(LastFmOptions.Section);
        return services
            .AddSourceHttp(LastFmProviderFactory.KindName, LastFmProviderFactory.Name, Pace)
            .AddSingleton<IProviderFactory, LastFmProviderFactory>();
    }
}
