using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>The embedded server refuses a call; becomes a "failed" envelope.</summary>
internal sealed class DemoException(SubsonicErrorCode code, string message) : Exception(message)
{
    public SubsonicErrorCode Code { get; } = code;

    public static DemoException Missing(string parameter) => new(SubsonicErrorCode.MissingParameter, $"missing parameter: '{parameter}'");

    public static DemoException NotFound(string what) => new(SubsonicErrorCode.NotFound, $"{what} not found");

    public static DemoException NotAuthorized() => new(SubsonicErrorCode.NotAuthorized, "User is not authorized for the given operation");
}
