namespace Spotter.Navidrome.Subsonic;

/// <summary>How a call proves who makes it.</summary>
internal enum SubsonicLoginKind
{
    /// <summary>A salted hash of the password.</summary>
    Token,

    /// <summary>The password itself, in hexadecimal, for servers that keep it only as a hash.</summary>
    Password,
}
