using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome;

/// <summary>Adds Navidrome to Spotter.</summary>
public static class NavidromeServiceCollectionExtensions
{
    /// <summary>Adds the provider and the identity provider. The server is the one in <see cref="ServerOptions"/>.</summary>
    public static IServiceCollection AddNavidrome(this IServiceCollection services)
    {
        services.AddOptions<ServerOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new SubsonicServers(
            provider.GetRequiredService<IOptions<ServerOptions>>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ServerProfiles>()));
        services.AddSingleton<SubsonicTraffic>();
        services.AddSingleton<SubsonicClientFactory>();
        services.AddSingleton<IIdentityProvider>(provider => new NavidromeIdentityProvider(provider.GetRequiredService<SubsonicClientFactory>()));
        services.AddSingleton(provider => new NavidromeProviderFactory(
            provider.GetRequiredService<CredentialVault>(), provider.GetRequiredService<SubsonicClientFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IProviderFactory>(provider => provider.GetRequiredService<NavidromeProviderFactory>());
        AddHttpClient(services);
        return services;
    }

    private static void AddHttpClient(IServiceCollection services)
    {
        services.AddTransient<SubsonicEnvelopeHandler>();
        services.AddTransient<SubsonicTrafficHandler>();
        // A line for each attempt that went well is noise: a library is hundreds of them.
        services.AddLogging(logging => logging.AddFilter("Polly", LogLevel.Warning));
        var client = services.AddHttpClient(SubsonicClientFactory.HttpClientName)
            .ConfigureHttpClient((provider, http) =>
            {
                // The pipeline knows when to give up; the client's own limit would cut through its retries.
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("Spotter/1.0");
                foreach (var (name, value) in provider.GetRequiredService<IOptions<ServerOptions>>().Value.ExtraHeaders)
                {
                    http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
                }
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect is an authentication proxy's doing, and a cookie would tie one user's calls to another's.
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            })
            .RemoveAllLoggers();
        client.AddHttpMessageHandler<SubsonicTrafficHandler>();
        client.AddResilienceHandler(SubsonicClientFactory.HttpClientName, (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            SubsonicResilience.Build(pipeline);
        }).SelectPipelineByAuthority();
        client.AddHttpMessageHandler<SubsonicEnvelopeHandler>();
    }
}
