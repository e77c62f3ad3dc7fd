using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Spotter.Core.Telemetry;

namespace Spotter.Web.Hosting;

/// <summary>Sends traces and metrics to a collector if the standard environment variable names one. Otherwise nothing is
/// collected.</summary>
public static class TelemetrySetup
{
    public static IServiceCollection AddSpotterTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("spotter", serviceVersion: SpotterVersion.Full))
            .WithTracing(tracing => tracing.AddSource(SpotterTelemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddMeter(SpotterTelemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .UseOtlpExporter();
        return services;
    }
}
