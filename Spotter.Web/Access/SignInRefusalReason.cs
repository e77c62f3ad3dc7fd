namespace Spotter.Web.Access;

/// <summary>Why somebody was not let in.</summary>
public enum SignInRefusalReason
{
    /// <summary>The music server refuses name or password.</summary>
    WrongCredentials,

    /// <summary>Too many failures lately: nothing was asked of the music server.</summary>
    TooManyTries,

    /// <summary>The music server could not say.</summary>
    ServerUnavailable,
}
