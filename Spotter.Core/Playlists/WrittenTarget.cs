namespace Spotter.Core.Playlists;

/// <summary>What Spotter last wrote to a playlist's target. The difference from it is what the user has changed.</summary>
public sealed class WrittenTarget
{
    /// <summary>The playlist.</summary>
    public int PlaylistId { get; set; }

    /// <summary>The rows as the last run left them, in order.</summary>
    public List<WrittenSong> Songs { get; set; } = [];

    /// <summary>The rows that a run was about to write. After a crash it is unknown whether they arrived. Null between runs.</summary>
    public List<WrittenSong>? Pending { get; set; }

    /// <summary>The progress of that write. Null between runs.</summary>
    public PendingWrite? Write { get; set; }

    /// <summary>The last changes that somebody made on the server. Null if there are none, or if the user has dismissed the note.</summary>
    public TargetDrift? Drift { get; set; }
}
