using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>What a sync or pairing would do now. Nothing is written.</summary>
/// <param name="Plan">What the target would be.</param>
/// <param name="Added">Songs that would be added.</param>
/// <param name="Removed">Songs that would be removed.</param>
/// <param name="Moved">Songs that would change their position.</param>
/// <param name="HeldBack">The safety rule that would hold it back, or null.</param>
/// <param name="Matched">The number of matched tracks.</param>
/// <param name="Review">The number of tracks in review.</param>
/// <param name="Missing">The number of tracks without a match.</param>
public sealed record SyncPreview(
    TargetPlan Plan,
    IReadOnlyList<Song> Added,
    IReadOnlyList<Song> Removed,
    IReadOnlyList<Song> Moved,
    SafetyVerdict? HeldBack,
    int Matched,
    int Review,
    int Missing)
{
    /// <summary>What somebody changed on the server since the last sync, or null.</summary>
    public TargetDrift? Drift { get; init; }

    /// <summary>A warning about the playlist to pair with ("a scan may overwrite it"), or null.</summary>
    public Fact? Caution { get; init; }
}
