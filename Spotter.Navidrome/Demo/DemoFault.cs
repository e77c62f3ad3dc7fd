namespace Spotter.Navidrome.Demo;

/// <summary>A fault in one request. Tests create it with the static members and hand it to the server.</summary>
public sealed record DemoFault
{
    private DemoFault(string name) => Name = name;

    /// <summary>Its name, for counting.</summary>
    public string Name { get; }

    /// <summary>Whether the server carries out the call before it fails.</summary>
    internal bool ActsFirst { get; private init; }

    /// <summary>A task to wait for before anything else.</summary>
    internal Task? Gate { get; private init; }

    /// <summary>A change made before the request is processed.</summary>
    internal Action<DemoServer>? Change { get; private init; }

    /// <summary>How the connection fails.</summary>
    internal DemoFaultWire Wire { get; private init; }

    /// <summary>The status of the answer that replaces the real one, or null.</summary>
    internal int? StatusCode { get; private init; }

    /// <summary>The headers of that answer.</summary>
    internal IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    /// <summary>The media type of that answer.</summary>
    internal string ContentType { get; private init; } = "text/plain";

    /// <summary>The text of that answer.</summary>
    internal string Body { get; private init; } = "";

    /// <summary>The bytes of that answer if it is not text, or null.</summary>
    internal byte[]? Bytes { get; private init; }

    /// <summary>The code of a failed envelope that replaces the real answer, or null.</summary>
    internal int? ErrorCode { get; private init; }

    /// <summary>Whether a search answers "ok" without any song.</summary>
    internal bool SwallowsSongs { get; private init; }

    /// <summary>The connection is closed before the call is carried out.</summary>
    public static DemoFault Refuse() => new("reset before acting") { Wire = DemoFaultWire.Cut };

    /// <summary>The call is carried out, then the connection is closed: the answer is lost.</summary>
    public static DemoFault LoseReply() => new("reset after acting") { Wire = DemoFaultWire.Cut, ActsFirst = true };

    /// <summary>The call is neither carried out nor answered until the caller gives up.</summary>
    public static DemoFault Hang() => new("time-out") { Wire = DemoFaultWire.Hang };

    /// <summary>The call is carried out, but not answered until the caller gives up.</summary>
    public static DemoFault ActAndHang() => new("time-out after acting") { Wire = DemoFaultWire.Hang, ActsFirst = true };

    /// <summary>The call is carried out. The first half of the answer is sent, the rest is not, and the connection stays open.</summary>
    public static DemoFault Dribble() => new("slow bytes") { Wire = DemoFaultWire.Dribble, ActsFirst = true };

    /// <summary>The call is carried out. The connection is closed in the middle of the answer.</summary>
    public static DemoFault Truncate() => new("truncated body") { Wire = DemoFaultWire.Truncate, ActsFirst = true };

    /// <summary>A sign-in page, as some authentication proxies send.</summary>
    public static DemoFault HtmlPage(int statusCode = 200)
        => new("login page") { StatusCode = statusCode, ContentType = "text/html", Body = "<!doctype html><title>Sign in</title><form></form>" };

    /// <summary>A redirect to a sign-in page, as other proxies send.</summary>
    public static DemoFault Redirect()
        => new("redirect") { StatusCode = 302, Headers = new Dictionary<string, string> { ["Location"] = "/outpost/sign-in" } };

    /// <summary>The caller must try again later.</summary>
    public static DemoFault TooMany(int retryAfterSeconds)
        => new("too many requests")
        {
            StatusCode = 429,
            Body = "Too Many Requests",
            Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        };

    /// <summary>An error status without an envelope.</summary>
    public static DemoFault Status(int statusCode) => new($"HTTP {statusCode}") { StatusCode = statusCode, Body = "out of order" };

    /// <summary>Any answer, as text.</summary>
    public static DemoFault Answer(int statusCode, string contentType, string body)
        => new("strange answer") { StatusCode = statusCode, ContentType = contentType, Body = body };

    /// <summary>Any answer, as bytes.</summary>
    /// <param name="statusCode">The status.</param>
    /// <param name="contentType">The media type, whatever the bytes are.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="encoding">The declared content encoding, or null.</param>
    public static DemoFault Answer(int statusCode, string contentType, byte[] body, string? encoding = null) => new("strange bytes")
    {
        StatusCode = statusCode,
        ContentType = contentType,
        Bytes = body,
        Headers = encoding is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Content-Encoding"] = encoding },
    };

    /// <summary>An envelope that says "failed". The call is not carried out.</summary>
    public static DemoFault Failed(int code, string message) => new($"code {code}") { ErrorCode = code, Body = message };

    /// <summary>The server's database is locked, as during a scan. The call is not carried out.</summary>
    public static DemoFault Locked() => new("database is locked") { ErrorCode = 0, Body = "Internal Server Error: database is locked" };

    /// <summary>The call waits until the task completes, then succeeds.</summary>
    public static DemoFault Wait(Task gate) => new("wait") { Gate = gate };

    /// <summary>A search answers "ok" without any song, like Navidrome with a busy database.</summary>
    public static DemoFault Swallow() => new("hidden error") { SwallowsSongs = true };

    /// <summary>Something changes on the server at this very moment. Then the request is answered normally.</summary>
    public static DemoFault Happens(string name, Action<DemoServer> change) => new(name) { Change = change };
}
