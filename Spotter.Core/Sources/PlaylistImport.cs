using Spotter.Core.Tracks;


namespace Spotter.Core.Sources;

/// <summary>A playlist that is to be stored.</summary>
/// <param name="Playlist">What the source gives.</param>
/// <param name="ApprovesRemoval">Whether the user agreed to losing more tracks than may vanish without asking.</param>
public sealed record PlaylistImport(SourcePlaylist Playlist, bool ApprovesRemoval);
