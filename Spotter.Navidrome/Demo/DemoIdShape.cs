namespace Spotter.Navidrome.Demo;

/// <summary>The form of a server's ids.</summary>
internal enum DemoIdShape
{
    /// <summary>128 bits in 22 letters and digits: Navidrome since 0.64.</summary>
    Canonical,

    /// <summary>22 random letters and digits: Navidrome 0.55 to 0.63.</summary>
    Random,

    /// <summary>A hash of 32 hexadecimal digits for a song, a UUID for a playlist: Navidrome before 0.55.</summary>
    HashAndUuid,

    /// <summary>UUIDs: supysonic.</summary>
    Uuid,

    /// <summary>A kind and a number: gonic.</summary>
    Numbered,
}
