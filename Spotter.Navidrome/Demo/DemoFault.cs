namespace Spotter.Navidrome.Demo;

/// <summary>What goes wrong with one request. Made by the named members; tests hand it to the server.</summary>
public sealed record DemoFault
{
    private DemoFault(string name) => Name = name;

    /// <summary>What it is, for counting.</summary>
    public string Name { get; }

    /// <summary>Whether the server does what was asked before it fails.</summary>
    internal bool ActsFirst { get; private init; }

    /// <summary>Waited for before anything else.</summary>
    internal Task? Gate { get; private init; }

    /// <summary>Done before the request is looked at.</summary>
    internal Action<DemoServer>? Change { get; private init; }

    /// <summary>How the connection fails.</summary>
    internal DemoFaultWire Wire { get; private init; }

    /// <summary>Status of the answer in place of the real one, or null.</summary>
    internal int? StatusCode { get; private init; }

    /// <summary>Its headers.</summary>
    internal IReadOnlyDictionary<string, string> Headers { get; private init; } = new Dictionary<string, string>();

    /// <summary>Its media type.</summary>
    internal string ContentType { get; private init; } = "text/plain";

    /// <summary>Its text.</summary>
    internal string Body { get; private init; } = "";

    /// <summary>Its bytes, where they are no text; else null.</summary>
    internal byte[]? Bytes { get; private init; }

    /// <summary>A failed envelope in place of the real answer: its code, or null.</summary>
    internal int? ErrorCode { get; private init; }

    /// <summary>Whether a search answers "ok" without any song.</summary>
    internal bool SwallowsSongs { get; private init; }

    /// <summary>The connection is cut before anything is done.</summary>
    public static DemoFault Refuse() => new("reset before acting") { Wire = DemoFaultWire.Cut };

    /// <summary>The server does what was asked, then the connection is cut: the answer is lost.</summary>
    public static DemoFault LoseReply() => new("reset after acting") { Wire = DemoFaultWire.Cut, ActsFirst = true };

    /// <summary>Nothing is done and nothing is answered until the caller gives up.</summary>
    public static DemoFault Hang() => new("time-out") { Wire = DemoFaultWire.Hang };

    /// <summary>The server does what was asked, and no answer comes until the caller gives up.</summary>
    public static DemoFault ActAndHang() => new("time-out after acting") { Wire = DemoFaultWire.Hang, ActsFirst = true };

    /// <summary>The server does what was asked; the first half of the answer comes, the rest does not, and the line stays open.</summary>
    public static DemoFault Dribble() => new("slow bytes") { Wire = DemoFaultWire.Dribble, ActsFirst = true };

    /// <summary>The server does what was asked; the connection is cut in the middle of the answer.</summary>
    public static DemoFault Truncate() => new("truncated body") { Wire = DemoFaultWire.Truncate, ActsFirst = true };

    /// <summary>A sign-in page, as an authentication proxy sends it.</summary>
    public static DemoFault HtmlPage(int statusCode = 200)
        => new("login page") { StatusCode = statusCode, ContentType = "text/html", Body = "<!doctype html><title>Sign in</title><form></form>" };

    /// <summary>The way to a sign-in page, as another proxy sends it.</summary>
    public static DemoFault Redirect()
        => new("redirect") { StatusCode = 302, Headers = new Dictionary<string, string> { ["Location"] = "/outpost/sign-in" } };

    /// <summary>The caller is to come back later.</summary>
    public static DemoFault TooMany(int retryAfterSeconds)
        => new("too many requests")
        {
            StatusCode = 429,
            Body = "Too Many Requests",
            Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture) },
        };

    /// <summary>Another status and no envelope.</summary>
    public static DemoFault Status(int statusCode) => new($"HTTP {statusCode}") { StatusCode = statusCode, Body = "out of order" };

    /// <summary>Any answer.</summary>
    public static DemoFault Answer(int statusCode, string contentType, string body)
        => new("strange answer") { StatusCode = statusCode, ContentType = contentType, Body = body };

    /// <summary>Any answer, byte by byte.</summary>
    /// <param name="statusCode">Its status.</param>
    /// <param name="contentType">Its media type, whatever the bytes are.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="encoding">How it says that they are packed, or null.</param>
    public static DemoFault Answer(int statusCode, string contentType, byte[] body, string? encoding = null) => new("strange bytes")
    {
        StatusCode = statusCode,
        ContentType = contentType,
        Bytes = body,
        Headers = encoding is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Content-Encoding"] = encoding },
    };

    /// <summary>An envelope that says "failed"; nothing is done.</summary>
    public static DemoFault Failed(int code, string message) => new($"code {code}") { ErrorCode = code, Body = message };

    /// <summary>The server's database is locked, as while a scan writes; nothing is done.</summary>
    public static DemoFault Locked() => new("database is locked") { ErrorCode = 0, Body = "Internal Server Error: database is locked" };

    /// <summary>Nothing is done until the task ends; then all is well.</summary>
    public static DemoFault Wait(Task gate) => new("wait") { Gate = gate };

    /// <summary>A search that answers "ok" without any song, as Navidrome does when its database is busy.</summary>
    public static DemoFault Swallow() => new("hidden error") { SwallowsSongs = true };

    /// <summary>Something happens on the server at this very moment; then the request is answered as ever.</summary>
    public static DemoFault Happens(string name, Action<DemoServer> change) => new(name) { Change = change };
}
