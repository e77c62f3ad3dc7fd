using System.Globalization;

namespace Spotter.Navidrome;

/// <summary>The parts of a Navidrome server's stamp.</summary>
/// <param name="Version">The server's release.</param>
/// <param name="LastScan">The end of its last scan, in the server's notation.</param>
/// <param name="Count">The number of songs over all its libraries.</param>
/// <param name="Libraries">The ids of the libraries that the account may see.</param>
internal sealed record NavidromeStamp(string? Version, string LastScan, long? Count, string Libraries)
{
    /// <summary>Parses the text of <see cref="ToString"/>. Null if it is not one.</summary>
    public static NavidromeStamp? Parse(string? text)
        => text?.Split('|') is [var version, var lastScan, var count, var libraries]
            ? new(version, lastScan, long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null, libraries)
            : null;

    /// <summary>Whether only scans can have changed the library between the two: the release and the account's libraries are the
    /// same.</summary>
    public bool DiffersByScansAlone(NavidromeStamp other) => Version == other.Version && Libraries == other.Libraries;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}|{LastScan}|{Count}|{Libraries}");
}
