namespace Spotter.Web.Access;

/// <summary>
/// Asks programs for name and password by HTTP Basic, and never a browser: it would keep the password and send it along with whatever a page of somebody
/// else makes it send here.
/// </summary>
public static class BasicChallenge
{
    /// <summary>The header's text.</summary>
    public const string Text = "Basic realm=\"Spotter\", charset=\"UTF-8\"";

    /// <summary>Adds the header where a program asks.</summary>
    public static void AddTo(HttpContext context)
    {
        if (!IsBrowser(context.Request))
        {
            context.Response.Headers.WWWAuthenticate = Text;
        }
    }

    // Browsers tell what they fetch for over TLS and on this machine; over plain HTTP only their wish for a page gives them away.
    private static bool IsBrowser(HttpRequest request)
        => request.Headers.ContainsKey("Sec-Fetch-Mode")
            || request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true);
}
