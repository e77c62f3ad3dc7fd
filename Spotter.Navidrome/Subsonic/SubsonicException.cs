namespace Spotter.Navidrome.Subsonic;

/// <summary>The server answered in the protocol, and the answer is "failed".</summary>
/// <param name="method">The method that was called.</param>
/// <param name="code">The error code.</param>
/// <param name="serverMessage">The server's own words.</param>
/// <param name="isOpenSubsonic">Whether the server calls itself OpenSubsonic.</param>
public sealed class SubsonicException(string method, SubsonicErrorCode code, string serverMessage, bool isOpenSubsonic)
    : Exception($"{method} failed with code {(int)code}: {serverMessage}")
{
    /// <summary>The method that was called.</summary>
    public string Method { get; } = method;

    /// <summary>The error code.</summary>
    public SubsonicErrorCode Code { get; } = code;

    /// <summary>The server's own words.</summary>
    public string ServerMessage { get; } = serverMessage;

    /// <summary>Whether the server calls itself OpenSubsonic. Older servers use code 10 for an unsupported login.</summary>
    public bool IsOpenSubsonic { get; } = isOpenSubsonic;

    /// <summary>The server's type, or null.</summary>
    public string? ServerType { get; init; }

    /// <summary>
    /// Whether the thing named does not exist. Some servers cannot even parse an id of another server's form: supysonic reports that with
    /// code 0, and gonic with the code for a missing parameter, which none of our calls leaves out.
    /// </summary>
    public bool IsNotFound => Code switch
    {
        SubsonicErrorCode.NotFound => true,
        SubsonicErrorCode.Generic => ServerMessage.Contains("badly formed", StringComparison.OrdinalIgnoreCase)
            || (ServerType == "gonic" && Method == SubsonicMethod.Stream && ServerMessage.StartsWith("error looking up id", StringComparison.Ordinal)),
        SubsonicErrorCode.MissingParameter => ServerType == "gonic" && Method is "createPlaylist" or "updatePlaylist" or "getPlaylist" or "deletePlaylist" or SubsonicMethod.Stream,
        _ => false,
    };

    /// <summary>
    /// Whether this user may not do that. Navidrome before 0.61 has no separate code for it: a replacement is "not authorized", a deletion
    /// "permission denied".
    /// </summary>
    public bool IsForbidden => Code == SubsonicErrorCode.NotAuthorized
        || (Code == SubsonicErrorCode.Generic
            && (ServerMessage.Contains("not authorized", StringComparison.OrdinalIgnoreCase) || ServerMessage.Contains("permission denied", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether the call carried more than the server reads at once, so that nothing was done. Servers written in Go use these
    /// words since January 2026.</summary>
    public bool IsTooMuch => Code == SubsonicErrorCode.Generic
        && (ServerMessage.Contains("query parameters exceeded", StringComparison.OrdinalIgnoreCase)
            || ServerMessage.Contains("body too large", StringComparison.OrdinalIgnoreCase)
            || ServerMessage.Contains("POST too large", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the server's database was busy, as during a scan. The same call may succeed in a moment.</summary>
    public bool IsBusy => Code == SubsonicErrorCode.Generic && ServerMessage.Contains("database is locked", StringComparison.OrdinalIgnoreCase);
}
