namespace Spotter.Core.Accounts;

/// <summary>How a user likes the pages. Stored as JSON; a field that is missing has its default.</summary>
public sealed record UserPreferences
{
    /// <summary>dark, light, or system (default dark).</summary>
    public string Theme { get; init; } = "dark";

    /// <summary>Playlists as a table instead of tiles; default tiles.</summary>
    public bool PlaylistsAsTable { get; init; }

    /// <summary>What switching sync off proposes: null follows the server's setting.</summary>
    public bool? DeleteOnUnsync { get; init; }
}
