namespace Spotter.Core.Playlists;

/// <summary>Stored before a playlist is created on the server, since creating is not idempotent: a list with the token is provably
/// ours.</summary>
public sealed class TargetIntention
{
    /// <summary>The playlist, which has at most one intention.</summary>
    public int PlaylistId { get; set; }

    /// <summary>A random token, part of the name under which the target is created.</summary>
    public required string Token { get; set; }

    /// <summary>The ids of the playlists that existed before, for servers that do not return the new id.</summary>
    public List<string> ExistingIds { get; set; } = [];

    /// <summary>The id of the new target once it is known.</summary>
    public string? CreatedId { get; set; }

    /// <summary>In a rebuild, the target to delete once the new one is complete. Null in a first creation.</summary>
    public string? ReplacesId { get; set; }

    /// <summary>When it was stored.</summary>
    public DateTimeOffset CreatedAt { get; set; }
}
