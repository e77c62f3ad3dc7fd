namespace Spotter.Navidrome.Subsonic;

/// <summary>The codes of the protocol. A server may send others; they are kept as numbers.</summary>
public enum SubsonicErrorCode
{
    /// <summary>Anything that has no code of its own; a busy database too.</summary>
    Generic = 0,

    /// <summary>A parameter is missing; on some servers also: this way to log in is not supported.</summary>
    MissingParameter = 10,

    /// <summary>The client must be upgraded.</summary>
    ClientTooOld = 20,

    /// <summary>The server must be upgraded.</summary>
    ServerTooOld = 30,

    /// <summary>Wrong user name or password.</summary>
    WrongCredentials = 40,

    /// <summary>Token login is not possible for this user.</summary>
    TokenNotSupported = 41,

    /// <summary>This way to log in is not supported.</summary>
    AuthenticationNotSupported = 42,

    /// <summary>Several ways to log in were used at once.</summary>
    ConflictingAuthentication = 43,

    /// <summary>The API key is not valid.</summary>
    InvalidApiKey = 44,

    /// <summary>Not allowed to this user: not the owner, or a list that cannot be written.</summary>
    NotAuthorized = 50,

    /// <summary>A trial period is over.</summary>
    TrialOver = 60,

    /// <summary>Not there, or hidden from this user.</summary>
    NotFound = 70,
}
