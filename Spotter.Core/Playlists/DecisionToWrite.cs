namespace Spotter.Core.Playlists;

/// <summary>A decision about a track that a playlist's target is to get, or has just got. One row for a playlist and track, however often it was decided.</summary>
public sealed class DecisionToWrite
{
    /// <summary>Our own id.</summary>
    public long Id { get; set; }

    /// <summary>The playlist.</summary>
    public int PlaylistId { get; set; }

    /// <summary>The source track's key (<see cref="Matching.TrackKey"/>).</summary>
    public required string TrackKey { get; set; }

    /// <summary>The lease of the run that has read the decision; null where it was taken, or taken again, since the last run began.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>When the target got it; null while it is to be written.</summary>
    public DateTimeOffset? WrittenAt { get; set; }
}
