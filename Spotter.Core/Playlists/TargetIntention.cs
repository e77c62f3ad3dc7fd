namespace Spotter.Core.Playlists;

/// <summary>Stored before a playlist is created on the server, since creating is not idempotent: whatever carries the token is provably ours.</summary>
public sealed class TargetIntention
{
    /// <summary>The playlist; one intention at a time.</summary>
    public int PlaylistId { get; set; }

    /// <summary>Random; part of the name under which the target is created.</summary>
    public required string Token { get; set; }

    /// <summary>The ids of the playlists that existed before, for servers that return none.</summary>
    public List<string> ExistingIds { get; set; } = [];

    /// <summary>The id of the new target once it is known.</summary>
    public string? CreatedId { get; set; }

    /// <summary>In a rebuild, the target to delete when the new one stands; null in a first creation.</summary>
    public string? ReplacesId { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
