using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers.Http;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Spotify;

/// <summary>Adds Spotify as a source.</summary>
public static class SpotifyServiceCollectionExtensions
{
    /// <summary>Spotify counts requests over 30 seconds and does not publish its limit. This rate works without trouble.</summary>
    private static readonly RequestPace Pace = new(45, TimeSpan.FromSeconds(30));

    /// <summary>Adds the kind "spotify".</summary>
    public static IServiceCollection AddSpotify(this IServiceCollection services)
    {
        services.AddSettings<SpotifyOptions>(SpotifyOptions.Section);
        return services
            .AddSourceHttp(SpotifyProviderFactory.KindName, SpotifyProviderFactory.Name, Pace)
            .AddSourceHttp(SpotifyProviderFactory.AccountsClient, SpotifyProviderFactory.Name, Pace)
            .AddSingleton<IProviderFactory, SpotifyProviderFactory>();
    }
}
