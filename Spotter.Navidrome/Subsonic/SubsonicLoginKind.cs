namespace Spotter.Navidrome.Subsonic;

/// <summary>How a call authenticates its user.</summary>
internal enum SubsonicLoginKind
{
    /// <summary>A salted hash of the password.</summary>
    Token,

    /// <summary>The password itself, in hexadecimal, for servers that store it only as a hash.</summary>
    Password,
}
