namespace Spotter.Navidrome.Subsonic;

/// <summary>The server answered in the protocol, and the answer is "failed".</summary>
/// <param name="method">The method that was called.</param>
/// <param name="code">Why.</param>
/// <param name="serverMessage">The server's own words.</param>
/// <param name="isOpenSubsonic">Whether the server calls itself OpenSubsonic.</param>
public sealed class SubsonicException(string method, SubsonicErrorCode code, string serverMessage, bool isOpenSubsonic)
    : Exception($"{method} failed with code {(int)code}: {serverMessage}")
{
    /// <summary>The method that was called.</summary>
    public string Method { get; } = method;

    /// <summary>Why.</summary>
    public SubsonicErrorCode Code { get; } = code;

    /// <summary>The server's own words.</summary>
    public string ServerMessage { get; } = serverMessage;

    /// <summary>Whether the server calls itself OpenSubsonic; older ones use code 10 for a login that they do not support.</summary>
    public bool IsOpenSubsonic { get; } = isOpenSubsonic;

    /// <summary>What the server calls itself, or null.</summary>
    public string? ServerType { get; init; }

    /// <summary>
    /// Whether what was named is not there. An id of another server's shape cannot even be read by some: supysonic says so by code 0,
    /// gonic by the code for a missing parameter, which none of our calls lets out.
    /// </summary>
    public bool IsNotFound => Code switch
    {
        SubsonicErrorCode.NotFound => true,
        SubsonicErrorCode.Generic => ServerMessage.Contains("badly formed", StringComparison.OrdinalIgnoreCase),
        SubsonicErrorCode.MissingParameter => ServerType == "gonic" && Method is "createPlaylist" or "updatePlaylist" or "getPlaylist" or "deletePlaylist",
        _ => false,
    };

    /// <summary>
    /// Whether this user may not do that. Navidrome before 0.61 has no code of its own for it: a replacement is "not authorized", a deletion "permission denied".
    /// </summary>
    public bool IsForbidden => Code == SubsonicErrorCode.NotAuthorized
        || (Code == SubsonicErrorCode.Generic
            && (ServerMessage.Contains("not authorized", StringComparison.OrdinalIgnoreCase) || ServerMessage.Contains("permission denied", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the call carried more than the server reads at once: it has done nothing of it. Servers in Go say it in these words since January 2026.</summary>
    public bool IsTooMuch => Code == SubsonicErrorCode.Generic
        && (ServerMessage.Contains("query parameters exceeded", StringComparison.OrdinalIgnoreCase)
            || ServerMessage.Contains("body too large", StringComparison.OrdinalIgnoreCase)
            || ServerMessage.Contains("POST too large", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the server's database was busy, as during a scan: the same call may succeed in a moment.</summary>
    public bool IsBusy => Code == SubsonicErrorCode.Generic && ServerMessage.Contains("database is locked", StringComparison.OrdinalIgnoreCase);
}
