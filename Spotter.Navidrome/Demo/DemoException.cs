using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>The embedded server refuses a call; becomes a "failed" envelope.</summary>
internal sealed class DemoException(SubsonicErrorCode code, string message) : Exception(message)
{
    public SubsonicErrorCode Code { get; } = code;

    /// <summary>An HTTP status and plain text in place of the envelope, or null.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Whether the connection is closed in place of any answer.</summary>
    public bool IsCut { get; init; }

    public static DemoException Missing(string parameter) => new(SubsonicErrorCode.MissingParameter, $"missing parameter: '{parameter}'");

    public static DemoException NotFound(string what) => new(SubsonicErrorCode.NotFound, $"{what} not found");

    public static DemoException NotAuthorized() => new(SubsonicErrorCode.NotAuthorized, "User is not authorized for the given operation");

    /// <summary>Something of the server's own went wrong.</summary>
    public static DemoException Internal(string message) => new(SubsonicErrorCode.Generic, message);

    /// <summary>No answer at all.</summary>
    public static DemoException Cut() => new(SubsonicErrorCode.Generic, "connection closed") { IsCut = true };

    /// <summary>An answer outside the protocol.</summary>
    public static DemoException Plain(int statusCode, string text) => new(SubsonicErrorCode.Generic, text) { StatusCode = statusCode };
}
