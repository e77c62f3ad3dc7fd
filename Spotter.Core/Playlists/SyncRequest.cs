namespace Spotter.Core.Playlists;

/// <summary>A requested run, as an entry of a durable queue. Kept until its run has ended, so that a crash resumes the same
/// operation.</summary>
public sealed class SyncRequest
{
    /// <summary>Spotter's own id.</summary>
    public long Id { get; set; }

    /// <summary>The playlist. At most one of its requests waits, and at most one is being served.</summary>
    public int PlaylistId { get; set; }

    /// <summary>The requested operation.</summary>
    public SyncOperation Operation { get; set; }

    /// <summary>For <see cref="SyncOperation.Pair"/>: the id of the playlist on the server to take over.</summary>
    public string? PairWithId { get; set; }

    /// <summary>For <see cref="SyncOperation.Remove"/>: whether to delete the target instead of keeping it.</summary>
    public bool DeleteTarget { get; set; }

    /// <summary>For <see cref="SyncOperation.Remove"/>: whether to give up the list permanently instead of remembering it.</summary>
    public bool LetsGo { get; set; }

    /// <summary>For <see cref="SyncOperation.Restore"/>: the snapshot to restore.</summary>
    public int? SnapshotId { get; set; }

    /// <summary>The fingerprint of the held-back plan that the user approved, or null.</summary>
    public string? ApprovedPlan { get; set; }

    /// <summary>Who asked.</summary>
    public SyncTrigger Trigger { get; set; }

    /// <summary>When it was requested.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>The lease of the run that serves it. Null while it waits.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>When somebody asked for it. Null if the schedule did.</summary>
    public DateTimeOffset? AskedAt => Trigger == SyncTrigger.Schedule ? null : RequestedAt;
}
