namespace Spotter.Core.Playlists;

/// <summary>What is known about the cover that Spotter gave to a playlist's target.</summary>
public sealed class TargetCover
{
    /// <summary>The playlist.</summary>
    public int PlaylistId { get; set; }

    /// <summary>The target's id at that time.</summary>
    public required string TargetId { get; set; }

    /// <summary>A hash of the address of the source's image that was last tried.</summary>
    public required string Image { get; set; }

    /// <summary>Whether that image needs no other try: it was uploaded, or the user has chosen another cover.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Whether an upload to this target has succeeded. If it has no cover after that, the user has removed it.</summary>
    public bool HasArrived { get; set; }

    /// <summary>Hashes of the images that Spotter may have put there: the last one uploaded, and one whose upload was begun.</summary>
    public List<string> Contents { get; set; } = [];
}
