using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Spotter.Tests.Support;

/// <summary>Every endpoint that the application's router knows.</summary>
internal static partial class Endpoints
{
    public static IReadOnlyList<RouteEndpoint> Of(SpotterApp spotter)
        => [.. spotter.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>A request to the endpoint, with one id for every number and a letter for every text in its address.</summary>
    public static HttpRequestMessage RequestTo(RouteEndpoint endpoint, int id)
    {
        var method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        var path = Parameter().Replace("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), match => match.Value.Contains(":int", StringComparison.Ordinal) ? $"{id}" : "a");
        return new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();
}
