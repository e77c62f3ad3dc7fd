using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Navidrome;

namespace Spotter.Web.Hosting;

/// <summary>/healthz says that the process answers, /readyz that it can work. They need no sign-in, so neither says more than a word for
/// each part.</summary>
public static class HealthSetup
{
    public static IServiceCollection AddSpotterHealth(this IServiceCollection services)
    {
        services.AddHttpClient(MusicServerHealth.ClientName, client => client.Timeout = TimeSpan.FromSeconds(5))
            .ConfigurePrimaryHttpMessageHandler(provider =>
            {
                var handler = new SocketsHttpHandler();
                ServerCertificates.Trust(handler.SslOptions, provider.GetRequiredService<IOptions<ServerOptions>>().Value);
                return handler;
            });
        services.AddSingleton<MusicServerHealth>();
        services.AddSingleton<DatabaseHealth>();
        services.AddSingleton<KeysHealth>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database")
            .AddCheck<KeysHealth>("keys")
            .AddCheck<MusicServerHealth>("musicServer", HealthStatus.Degraded);
        return services;
    }

    public static void MapSpotterHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        endpoints.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
        => context.Response.WriteAsJsonAsync(
            new
            {
                status = Word(report.Status),
                checks = report.Entries.ToDictionary(entry => entry.Key, entry => Word(entry.Value.Status)),
            },
            JsonSerializerOptions.Web,
            context.RequestAborted);

    private static string Word(HealthStatus status) => status.ToString().ToLowerInvariant();
}
