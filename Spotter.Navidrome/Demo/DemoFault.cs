namespace Spotter.Navidrome.Demo;

/// <summary>What goes wrong with one request. Made by the named members; tests hand it to the server.</summary>
public sealed record DemoFault
{
    private DemoFault()
    {
    }

    /// <summary>Whether the server does what was asked before it fails.</summary>
    internal bool ActsFirst { get; private init; }

    /// <summary>Waited for before anything else.</summary>
    internal Task? Gate { get; private init; }

    /// <summary>Whether the connection is cut.</summary>
    internal bool CutsConnection { get; private init; }

    /// <summary>Status of the answer in place of the real one, or null.</summary>
    internal int? StatusCode { get; private init; }

    /// <summary>Its media type.</summary>
    internal string ContentType { get; private init; } = "text/plain";

    /// <summary>Its text.</summary>
    internal string Body { get; private init; } = "";

    /// <summary>A failed envelope in place of the real answer: its code, or null.</summary>
    internal int? ErrorCode { get; private init; }

    /// <summary>Whether a search answers "ok" without any song.</summary>
    internal bool SwallowsSongs { get; private init; }

    /// <summary>The connection is cut before anything is done.</summary>
    public static DemoFault Refuse() => new() { CutsConnection = true };

    /// <summary>The server does what was asked, then the connection is cut: the answer is lost.</summary>
    public static DemoFault LoseReply() => new() { CutsConnection = true, ActsFirst = true };

    /// <summary>A sign-in page, as an authentication proxy sends it.</summary>
    public static DemoFault HtmlPage(int statusCode = 200)
        => new() { StatusCode = statusCode, ContentType = "text/html", Body = "<!doctype html><title>Sign in</title><form></form>" };

    /// <summary>Another status and no envelope.</summary>
    public static DemoFault Status(int statusCode) => new() { StatusCode = statusCode, Body = "out of order" };

    /// <summary>Any answer.</summary>
    public static DemoFault Answer(int statusCode, string contentType, string body) => new() { StatusCode = statusCode, ContentType = contentType, Body = body };

    /// <summary>An envelope that says "failed"; nothing is done.</summary>
    public static DemoFault Failed(int code, string message) => new() { ErrorCode = code, Body = message };

    /// <summary>Nothing is done until the task ends; then all is well.</summary>
    public static DemoFault Wait(Task gate) => new() { Gate = gate };

    /// <summary>A search that answers "ok" without any song, as Navidrome does when its database is busy.</summary>
    public static DemoFault Swallow() => new() { SwallowsSongs = true };
}
