using System.Globalization;

namespace Spotter.Navidrome;

/// <summary>What the stamp of a Navidrome server is made of.</summary>
/// <param name="Version">The server's release.</param>
/// <param name="LastScan">The end of its last scan, as the server writes it.</param>
/// <param name="Count">The songs that it counts over all its libraries.</param>
/// <param name="Libraries">The ids of the libraries that the account may see.</param>
internal sealed record NavidromeStamp(string? Version, string LastScan, long? Count, string Libraries)
{
    /// <summary>The stamp in a text that <see cref="Parse"/> made, or null.</summary>
    public static NavidromeStamp? Parse(string? text)
        => text?.Split('|') is [var version, var lastScan, var count, var libraries]
            ? new(version, lastScan, long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, libraries)
            : null;

    /// <summary>Whether only scans lie between the two: the same release, seen by an account with the same libraries.</summary>
    public bool DiffersByScansAlone(NavidromeStamp other) => Version == other.Version && Libraries == other.Libraries;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}|{LastScan}|{Count}|{Libraries}");
}
