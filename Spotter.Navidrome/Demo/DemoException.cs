using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>A refused call, which becomes a "failed" envelope.</summary>
internal sealed class DemoException(SubsonicErrorCode code, string message) : Exception(message)
{
    public SubsonicErrorCode Code { get; } = code;

    /// <summary>An HTTP status with plain text instead of the envelope, or null.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Whether the connection is closed without an answer.</summary>
    public bool IsCut { get; init; }

    public static DemoException Missing(string parameter) => new(SubsonicErrorCode.MissingParameter, $"missing parameter: '{parameter}'");

    public static DemoException NotFound(string what) => new(SubsonicErrorCode.NotFound, $"{what} not found");

    public static DemoException NotAuthorized() => new(SubsonicErrorCode.NotAuthorized, "User is not authorized for the given operation");

    /// <summary>An internal error of the server.</summary>
    public static DemoException Internal(string message) => new(SubsonicErrorCode.Generic, message);

    /// <summary>A connection closed without an answer.</summary>
    public static DemoException Cut() => new(SubsonicErrorCode.Generic, "connection closed") { IsCut = true };

    /// <summary>An answer outside the protocol.</summary>
    public static DemoException Plain(int statusCode, string text) => new(SubsonicErrorCode.Generic, text) { StatusCode = statusCode };
}
