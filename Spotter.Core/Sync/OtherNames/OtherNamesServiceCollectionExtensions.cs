using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers.MusicBrainz;

namespace Spotter.Core.Sync.OtherNames;

/// <summary>Adds the search for other names of tracks that were not found.</summary>
public static class OtherNamesServiceCollectionExtensions
{
    /// <summary>Adds MusicBrainz and the background service that asks it. Nothing is asked until it is switched on.</summary>
    public static IServiceCollection AddOtherNames(this IServiceCollection services)
    {
        services.AddMusicBrainz();
        services.AddSingleton<CatalogueLookup>();
        services.AddHostedService(provider => provider.GetRequiredService<CatalogueLookup>());
        return services;
    }
}
