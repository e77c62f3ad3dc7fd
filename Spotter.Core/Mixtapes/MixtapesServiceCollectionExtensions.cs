using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.Mixtapes;
using Spotter.Core.Settings;

namespace Spotter.Core.Mixtapes;

/// <summary>Adds mixtapes.</summary>
public static class MixtapesServiceCollectionExtensions
{
    /// <summary>A making asks only a few times. More than this is a bug in Spotter.</summary>
    private static readonly RequestPace Pace = new(30, TimeSpan.FromMinutes(1));

    /// <summary>Adds the kind "mixtape" and everything that makes mixtapes. The host adds an <see cref="IMixtapeScheduler"/>.</summary>
    public static IServiceCollection AddMixtapes(this IServiceCollection services)
    {
        services.AddSettings<MixtapeOptions>(MixtapeOptions.Section);
        services.AddSourceHttp(
            ProviderKinds.Mixtape, ServiceName.Model, Pace,
            provider => TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<MixtapeOptions>>().Value.TimeoutSeconds));
        services.AddTransient<KeylessHandler>();
        services.AddHttpClient(ProviderKinds.Mixtape).AddHttpMessageHandler<KeylessHandler>();
        services.AddSingleton<IProviderFactory, MixtapeProviderFactory>();
        services.AddSingleton<MixtapeChat>();
        services.AddSingleton<MixtapeRecord>();
        services.AddSingleton<MixtapeChooser>();
        services.AddSingleton<MixtapeMaker>();
        services.AddSingleton<MixtapeStore>();
        services.AddSingleton<PersonaStore>();
        services.AddHostedService<MixtapeClock>();
        return services;
    }
}
