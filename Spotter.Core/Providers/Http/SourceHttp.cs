using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spotter.Core.Facts;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Providers.Http;

/// <summary>Adds the HTTP client of a service: one gate, one pipeline, no cookies, no redirects.</summary>
internal static class SourceHttp
{
    // A service may want to know who is calling.
    internal static readonly string UserAgent = $"{SpotterVersion.Product} (self-hosted playlist sync for music servers)";

    /// <summary>More bytes than any real list has.</summary>
    private const long MaxList = 32 * 1024 * 1024;

    /// <summary>Adds the client under the service's kind, and its <see cref="ServiceGate"/> as a keyed service.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="kind">The service's kind.</param>
    /// <param name="name">Its display name.</param>
    /// <param name="pace">How fast it may be called.</param>
    /// <param name="patience">How long one answer may take. Null keeps <see cref="SourceResilience.AttemptTimeout"/>.</param>
    /// <param name="maxAnswer">The maximum size of an answer in bytes, uncompressed.</param>
    public static IServiceCollection AddSourceHttp(
        this IServiceCollection services, string kind, ServiceName name, RequestPace pace, Func<IServiceProvider, TimeSpan>? patience = null, long maxAnswer = MaxList)
    {
        services.AddKeyedSingleton(kind, (provider, _) => new ServiceGate(
            kind, pace, provider.GetRequiredService<IServicePauses>(), provider.GetRequiredService<TimeProvider>()));
        services.AddLogging(logging => logging.AddFilter("Polly", LogLevel.Warning));
        var client = services.AddHttpClient(kind)
            .ConfigureHttpClient(http =>
            {
                // The pipeline has its own time limits. The client's limit would cut its retries off.
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would carry the token to a different host.
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            })
            // A log line per request would contain addresses with keys.
            .RemoveAllLoggers();
        client.AddResilienceHandler(kind, (pipeline, context) =>
        {
            pipeline.TimeProvider = context.ServiceProvider.GetRequiredService<TimeProvider>();
            SourceResilience.Build(pipeline, patience?.Invoke(context.ServiceProvider) ?? SourceResilience.AttemptTimeout);
        });
        client.AddHttpMessageHandler(provider => new ServiceGateHandler(
            provider.GetRequiredKeyedService<ServiceGate>(kind), name, maxAnswer, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
