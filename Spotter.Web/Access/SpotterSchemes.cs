namespace Spotter.Web.Access;

/// <summary>The authentication schemes.</summary>
public static class SpotterSchemes
{
    /// <summary>Chooses one of the others, depending on the request.</summary>
    public const string Choose = "Spotter";

    /// <summary>The browser's cookie.</summary>
    public const string Cookie = "Cookie";

    /// <summary>HTTP Basic with the credentials of the music server, for scripts.</summary>
    public const string Basic = "Basic";

    /// <summary>The scheme for the request.</summary>
    public static string For(HttpRequest request)
    {
        if (!IsForPrograms(request.Path) || (request.Headers.Authorization.Count == 0 && IsReading(request)))
        {
            return Cookie;
        }

        // The API has no antiforgery tokens: changes need credentials that a browser does not send by itself.
        return Basic;
    }

    /// <summary>Whether the path belongs to the API, which answers with problem details and never redirects to a form.</summary>
    public static bool IsForPrograms(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi");

    private static bool IsReading(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
