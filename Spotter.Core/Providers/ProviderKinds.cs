namespace Spotter.Core.Providers;

/// <summary>The kinds that Core must know by name. Every other kind is known only to its own folder.</summary>
public static class ProviderKinds
{
    /// <summary>The music server: library and targets, never a sync source.</summary>
    public const string Navidrome = "navidrome";

    /// <summary>Playlist files.</summary>
    public const string File = "file";

    /// <summary>Playlists that a model makes from the user's own library.</summary>
    public const string Mixtape = "mixtape";
}
