namespace Spotter.Core.Playlists;

/// <summary>What is known of the cover that Spotter gave to a playlist's target.</summary>
public sealed class TargetCover
{
    /// <summary>The playlist.</summary>
    public int PlaylistId { get; set; }

    /// <summary>The target's id at that time.</summary>
    public required string TargetId { get; set; }

    /// <summary>A hash of the address of the source's image that was tried last.</summary>
    public required string Image { get; set; }

    /// <summary>Whether that image needs no other try: it was uploaded, or the target has a cover of the user's choice.</summary>
    public bool IsSettled { get; set; }

    /// <summary>Whether an upload to this target went well: where there is no cover after that, the user has removed it.</summary>
    public bool HasArrived { get; set; }

    /// <summary>Hashes of the images that may stand there by our doing: the last one uploaded, and one whose upload was begun.</summary>
    public List<string> Contents { get; set; } = [];
}
