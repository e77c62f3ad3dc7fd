using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spotter.Core.Providers.Http;
using Spotter.Core.Settings;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>Adds MusicBrainz as the catalogue of other names.</summary>
public static class MusicBrainzServiceCollectionExtensions
{
    // The service allows an address one request a second. The interval is a little longer, since requests sent a second apart may arrive
    // closer together.
    private static readonly RequestPace Pace = new(1, TimeSpan.FromSeconds(1.1));

    // Fifty recordings of a search are a tenth of this.
    private const long MaxAnswer = 4 * 1024 * 1024;

    /// <summary>Adds the client.</summary>
    public static IServiceCollection AddMusicBrainz(this IServiceCollection services)
    {
        services.AddSettings<MusicBrainzOptions>(MusicBrainzOptions.Section);
        services.AddSourceHttp(MusicBrainzClient.Kind, MusicBrainzClient.Name, Pace, maxAnswer: MaxAnswer);
        services.AddHttpClient(MusicBrainzClient.Kind).ConfigureHttpClient((provider, http) =>
        {
            var options = provider.GetRequiredService<IOptions<MusicBrainzOptions>>().Value;
            http.BaseAddress = new Uri(AddressOf(options));
            http.DefaultRequestHeaders.UserAgent.Clear();
            http.DefaultRequestHeaders.UserAgent.ParseAdd(options.Contact.Length == 0 ? SourceHttp.UserAgent : $"{SpotterVersion.Product} ({options.Contact})");
            http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        });
        services.AddSingleton<MusicBrainzClient>();
        return services;
    }

    // People who copy the address from MusicBrainz's documentation include the version.
    private static string AddressOf(MusicBrainzOptions options)
    {
        var address = options.BaseUrl.Trim().TrimEnd('/');
        return address.EndsWith("/ws/2", StringComparison.OrdinalIgnoreCase) ? address[..^"/ws/2".Length] : address;
    }
}
