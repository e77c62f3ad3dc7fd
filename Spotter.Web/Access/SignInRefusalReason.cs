namespace Spotter.Web.Access;

/// <summary>Why a sign-in was refused.</summary>
public enum SignInRefusalReason
{
    /// <summary>The music server refuses the name or password.</summary>
    WrongCredentials,

    /// <summary>Too many recent failures: the music server was not asked.</summary>
    TooManyTries,

    /// <summary>The music server could not answer.</summary>
    ServerUnavailable,
}
