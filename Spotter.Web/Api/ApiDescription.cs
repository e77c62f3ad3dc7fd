using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Spotter.Core.Telemetry;
using Spotter.Web.Access;

namespace Spotter.Web.Api;

/// <summary>The parts of the OpenAPI document besides the calls: the description, and how to sign in.</summary>
public sealed class ApiDescription : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Spotter",
            Version = SpotterVersion.Number,
            Description = "Playlists kept in sync with a music server. Errors are problem details (RFC 9457), times ISO 8601 in UTC, percentages 0 to 100.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [SpotterSchemes.Basic] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "basic",
                Description = "Name and password of the music server.",
            },
            [SpotterSchemes.Cookie] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Cookie,
                Name = "spotter",
                Description = "The browser's session; for GET only. Over TLS its name begins with __Host-, or below a path with __Secure-.",
            },
        };
        foreach (var (method, operation) in document.Paths.Values.SelectMany(path => path.Operations ?? []))
        {
            operation.Security = [Requirement(SpotterSchemes.Basic, document)];
            if (method == HttpMethod.Get)
            {
                operation.Security.Add(Requirement(SpotterSchemes.Cookie, document));
            }
        }

        return Task.CompletedTask;
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, OpenApiDocument document)
        => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
}
