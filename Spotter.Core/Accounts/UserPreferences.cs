namespace Spotter.Core.Accounts;

/// <summary>A user's preferences. Stored as JSON; a missing field has its default.</summary>
public sealed record UserPreferences
{
    /// <summary>dark, light, or system (default dark).</summary>
    public string Theme { get; init; } = "dark";

    /// <summary>Playlists as a table instead of tiles; default tiles.</summary>
    public bool PlaylistsAsTable { get; init; }

    /// <summary>Low rows in the table of playlists; default high ones.</summary>
    public bool PlaylistsDense { get; init; }

    /// <summary>The columns that the table of playlists leaves out; default none, so that a column of a later version is shown.</summary>
    public IReadOnlyList<string> HiddenPlaylistColumns { get; init; } = [];

    /// <summary>Whether the dialog for switching sync off proposes to delete; null follows the server's setting.</summary>
    public bool? DeleteOnUnsync { get; init; }
}
