namespace Spotter.Core.Accounts;

/// <summary>A user's preferences. Stored as JSON; a missing field has its default.</summary>
public sealed record UserPreferences
{
    /// <summary>dark, light, or system (default dark).</summary>
    public string Theme { get; init; } = "dark";

    /// <summary>Playlists as a table instead of tiles; default tiles.</summary>
    public bool PlaylistsAsTable { get; init; }

    /// <summary>Whether the dialog for switching sync off proposes to delete; null follows the server's setting.</summary>
    public bool? DeleteOnUnsync { get; init; }
}
