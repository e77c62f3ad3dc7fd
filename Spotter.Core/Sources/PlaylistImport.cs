using Spotter.Core.Formats;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>A playlist that is to be stored.</summary>
/// <param name="Playlist">What the source gives.</param>
/// <param name="ApprovesRemoval">Whether the user agreed to losing more tracks than may vanish without asking.</param>
public sealed record PlaylistImport(SourcePlaylist Playlist, bool ApprovesRemoval)
{
    /// <summary>What the user said of how its file is to be read, to be remembered with it; null where they said nothing this time.</summary>
    public ReadingChoice? Choice { get; init; }
}
