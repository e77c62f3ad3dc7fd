namespace Spotter.Navidrome.Demo;

/// <summary>In what the embedded server behaves like one or another real server.</summary>
public sealed record DemoProfile
{
    /// <summary>A present-day Navidrome.</summary>
    public static DemoProfile Navidrome { get; } = new();

    /// <summary>An old server in the manner of supysonic.</summary>
    public static DemoProfile Plain { get; } = new()
    {
        Type = null,
        ServerVersion = null,
        IsOpenSubsonic = false,
        TakesTokens = false,
        ReturnsPlaylistOnCreate = false,
        EmptyReplaceEmpties = true,
        RefusesUnknownSongs = true,
        QuotesMeanEverything = false,
        HasLastScan = false,
    };

    /// <summary>The "type" of every answer; null leaves it out.</summary>
    public string? Type { get; init; } = "navidrome";

    /// <summary>The "serverVersion" of every answer; null leaves it out.</summary>
    public string? ServerVersion { get; init; } = "0.64.0 (demo)";

    /// <summary>Whether answers say "openSubsonic", and songs carry its fields (default true).</summary>
    public bool IsOpenSubsonic { get; init; } = true;

    /// <summary>Whether token login works; where not, it is answered with code 10 (default true).</summary>
    public bool TakesTokens { get; init; } = true;

    /// <summary>Whether createPlaylist returns the playlist (default true).</summary>
    public bool ReturnsPlaylistOnCreate { get; init; } = true;

    /// <summary>Whether replacing with no songs empties a list and a name given there renames it; Navidrome does neither (default false).</summary>
    public bool EmptyReplaceEmpties { get; init; }

    /// <summary>Whether replacing an unknown playlist makes a new one, as on gonic (default false).</summary>
    public bool ReplaceCreatesUnknown { get; init; }

    /// <summary>Whether a search pays no heed to its offset (default false).</summary>
    public bool IgnoresOffset { get; init; }

    /// <summary>Whether an unknown song id is refused with code 70; Navidrome takes it in silence (default false).</summary>
    public bool RefusesUnknownSongs { get; init; }

    /// <summary>Whether a query of two quotes finds every song (default true).</summary>
    public bool QuotesMeanEverything { get; init; } = true;

    /// <summary>Whether getScanStatus answers ordinary users and names the last scan (default true).</summary>
    public bool HasLastScan { get; init; } = true;
}
