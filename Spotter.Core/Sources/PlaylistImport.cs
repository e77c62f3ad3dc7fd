using Spotter.Core.Tracks;


namespace Spotter.Core.Sources;

/// <summary>A playlist to store.</summary>
/// <param name="Playlist">The playlist from the source.</param>
/// <param name="ApprovesRemoval">Whether the user agreed to lose more tracks than allowed without asking.</param>
public sealed record PlaylistImport(SourcePlaylist Playlist, bool ApprovesRemoval);
