using System.Text.Json.Serialization;

namespace Spotter.Web.Api;

/// <summary>Adds the HTTP API for scripts and home automation, and its description.</summary>
public static class ApiSetup
{
    public static IServiceCollection AddSpotterApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.Converters.Add(new UtcMomentConverter());
        });

        // ApiErrors explains values that cannot be read, in every environment.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer<ApiDescription>());
        services.AddSingleton<SyncProgressStream>();
        return services;
    }

    public static void MapSpotterApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api").DisableAntiforgery();
        api.MapPlaylists();
        api.MapImport();
        api.MapSync();
        api.MapSyncProgress();
        api.MapMissing();
        api.MapDecisions();
        api.MapExport();
        api.MapEvents();
        api.MapNewServer();
        api.MapServer();
        endpoints.MapOpenApi();
    }
}
