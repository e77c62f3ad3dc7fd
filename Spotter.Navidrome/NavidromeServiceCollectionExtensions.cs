using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Core.Telemetry;
using Spotter.Navidrome.Native;
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
            provider.GetRequiredService<IOptions<ServerOptions>>(), provider.GetRequiredService<TimeProvider>(), provider.GetService<ServerProfiles>(),
            provider.GetService<ServerContacts>()));
        services.AddSingleton<SubsonicTraffic>();
        services.AddSingleton<SubsonicClientFactory>();
        services.AddSingleton<NativeSessions>();
        services.AddSingleton<NativeClientFactory>();
        services.AddSingleton(provider => new ServerProbe(provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<SubsonicServers>()));
        services.AddSingleton<IIdentityProvider>(provider => new NavidromeIdentityProvider(provider.GetRequiredService<SubsonicClientFactory>()));
        services.AddSingleton(provider => new NavidromeProviderFactory(
            provider.GetRequiredService<CredentialVault>(), provider.GetRequiredService<SubsonicClientFactory>(),
            provider.GetRequiredService<NativeClientFactory>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IProviderFactory>(provider => provider.GetRequiredService<NavidromeProviderFactory>());
        services.AddHostedService<KnownServer>();
        services.AddHostedService<EventListener>();
        AddHttpClient(services);
        return services;
    }

    private static void AddHttpClient(IServiceCollection services)
    {
        services.AddTransient<SubsonicEnvelopeHandler>();
        services.AddTransient<SubsonicTrafficHandler>();
        // A log line per successful attempt is noise: a library takes hundreds of them.
        services.AddLogging(logging => logging.AddFilter("Polly", LogLevel.Warning));
        // The pipeline has its own time limits. The client's limit would cut its retries off.
        var client = AddHttpClient(services, SubsonicClientFactory.HttpClientName, Timeout.InfiniteTimeSpan);
        client.AddHttpMessageHandler<SubsonicTrafficHandler>();
        client.AddResilienceHandler(SubsonicClientFactory.HttpClientName, (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            SubsonicResilience.Build(pipeline);
        }).SelectPipelineByAuthority();
        client.AddHttpMessageHandler<SubsonicEnvelopeHandler>();

        AddHttpClient(services, ServerProbe.HttpClientName, ServerProbe.Patience)
            .ConfigureHttpClient(http => http.MaxResponseContentBufferSize = ServerProbe.MaxAnswerBytes);

        // Nothing depends on it: one try, whose time limit the client keeps itself.
        AddHttpClient(services, NativeClientFactory.HttpClientName, Timeout.InfiniteTimeSpan)
            .ConfigureHttpClient(http => http.MaxResponseContentBufferSize = NativeClient.MaxAnswerBytes)
            .AddHttpMessageHandler<SubsonicTrafficHandler>();
    }

    private static IHttpClientBuilder AddHttpClient(IServiceCollection services, string name, TimeSpan timeout)
        => services.AddHttpClient(name)
            .ConfigureHttpClient((provider, http) =>
            {
                http.Timeout = timeout;
                http.DefaultRequestHeaders.UserAgent.ParseAdd(SpotterVersion.Product);
                foreach (var (header, value) in provider.GetRequiredService<IOptions<ServerOptions>>().Value.ExtraHeaders)
                {
                    http.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
                }
            })
            .ConfigurePrimaryHttpMessageHandler(provider => CreateHandler(provider.GetRequiredService<IOptions<ServerOptions>>().Value))
            .RemoveAllLoggers();

    private static SocketsHttpHandler CreateHandler(ServerOptions server)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect comes from an authentication proxy, and a cookie would mix up users.
            AllowAutoRedirect = false,
            UseCookies = false,
            // .NET reports damaged Brotli data like a bug of its own.
            AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        };
        ServerCertificates.Trust(handler.SslOptions, server);
        return handler;
    }
}
