namespace Spotter.Navidrome.Subsonic;

/// <summary>The error codes of the protocol. Servers may send others, which are kept as numbers.</summary>
public enum SubsonicErrorCode
{
    /// <summary>Anything without a code of its own, including a busy database.</summary>
    Generic = 0,

    /// <summary>A parameter is missing. On some servers also: this kind of login is not supported.</summary>
    MissingParameter = 10,

    /// <summary>The client must be upgraded.</summary>
    ClientTooOld = 20,

    /// <summary>The server must be upgraded.</summary>
    ServerTooOld = 30,

    /// <summary>Wrong user name or password.</summary>
    WrongCredentials = 40,

    /// <summary>Token login is not possible for this user.</summary>
    TokenNotSupported = 41,

    /// <summary>This kind of login is not supported.</summary>
    AuthenticationNotSupported = 42,

    /// <summary>Several kinds of login were used at once.</summary>
    ConflictingAuthentication = 43,

    /// <summary>The API key is not valid.</summary>
    InvalidApiKey = 44,

    /// <summary>Not allowed for this user: not the owner, or a read-only playlist.</summary>
    NotAuthorized = 50,

    /// <summary>The trial period is over.</summary>
    TrialOver = 60,

    /// <summary>It does not exist, or is hidden from this user.</summary>
    NotFound = 70,
}
