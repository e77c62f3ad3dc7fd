namespace Spotter.Core.Playlists;

/// <summary>What we left in a playlist's target: what the user changes there is told by the difference to it.</summary>
public sealed class WrittenTarget
{
    /// <summary>The playlist.</summary>
    public int PlaylistId { get; set; }

    /// <summary>The rows as the last run left them, in order.</summary>
    public List<WrittenSong> Songs { get; set; } = [];

    /// <summary>The rows that a run was about to write: after a crash nobody knows whether they arrived. Null between runs.</summary>
    public List<WrittenSong>? Pending { get; set; }

    /// <summary>How far that write has come. Null between runs.</summary>
    public PendingWrite? Write { get; set; }

    /// <summary>The last changes found that somebody made on the server; null for none, or when the user has put the note away.</summary>
    public TargetDrift? Drift { get; set; }
}
