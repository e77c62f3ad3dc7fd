using Spotter.Web.Addresses;

namespace Spotter.Web.Access;

/// <summary>
/// Refuses requests that foreign pages make a browser send: everything that is not a read, and all of a circuit, which a WebSocket opens
/// without asking. The browser adds the visitor's cookie or password by itself, and only the browser can say which page a request comes
/// from, which it does.
/// </summary>
public static partial class ForeignPages
{
    /// <summary>The path of circuits.</summary>
    public const string Circuit = "/_blazor";

    public static void UseForeignPages(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ForeignPages).FullName!);
        app.Use((context, next) =>
        {
            if ((IsRead(context.Request) && !context.Request.Path.StartsWithSegments(Circuit)) || IsOwn(context))
            {
                return next(context);
            }

            Log.Refused(logger, context.Request.Headers.Origin.ToString(), PublicAddress.RawHostOf(context).ToString());
            return TypedResults.Problem(
                "This request came from a page that is not Spotter's. If it was Spotter's, a proxy changes the host name: set PublicUrl to the address in the browser.",
                statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        });
    }

    private static bool IsRead(HttpRequest request)
        => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);

    private static bool IsOwn(HttpContext context)
    {
        // The browser's own statement, sent over TLS and on this machine. "none" means that the visitor entered the address.
        if (context.Request.Headers["Sec-Fetch-Site"] is [var site, ..])
        {
            return site is "same-origin" or "none";
        }

        // Programs send no origin, and nothing that they were not told to.
        return context.Request.Headers.Origin is not [var origin, ..] || IsOwn(origin, context);
    }

    private static bool IsOwn(string? origin, HttpContext context)
        => Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Scheme is "http" or "https"
            && ((IsHost(page, context.Request.Host) && page.Scheme == context.Request.Scheme) || IsHost(page, PublicAddress.RawHostOf(context)));

    // Without a port it is the scheme's default, and only a proxy with TLS in front of us knows the scheme.
    private static bool IsHost(Uri page, HostString host)
        => string.Equals(page.IdnHost, new Uri($"http://{host.Host}").IdnHost, StringComparison.OrdinalIgnoreCase)
            && (host.Port is { } port ? page.Port == port : page.IsDefaultPort);

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "A request from a page at {Origin} was refused: Spotter is at {Host}.")]
        public static partial void Refused(ILogger logger, string origin, string host);
    }
}
