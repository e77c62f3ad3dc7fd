namespace Spotter.Web.Access;

/// <summary>
/// Asks programs for name and password with HTTP Basic, but never browsers: a browser would remember the password and send it with requests
/// that foreign pages make.
/// </summary>
public static class BasicChallenge
{
    /// <summary>The value of the header.</summary>
    public const string Text = "Basic realm=\"Spotter\", charset=\"UTF-8\"";

    /// <summary>Adds the header if the caller is a program.</summary>
    public static void AddTo(HttpContext context)
    {
        if (!IsBrowser(context.Request))
        {
            context.Response.Headers.WWWAuthenticate = Text;
        }
    }

    // Over TLS and on this machine, browsers send Sec-Fetch headers. Over plain HTTP, only their request for a page gives them away.
    private static bool IsBrowser(HttpRequest request)
        => request.Headers.ContainsKey("Sec-Fetch-Mode")
            || request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true);
}
