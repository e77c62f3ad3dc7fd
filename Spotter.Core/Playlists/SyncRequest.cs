namespace Spotter.Core.Playlists;

/// <summary>A run that somebody asked for: the durable queue. Kept until its run has ended, so that a crash resumes the same operation.</summary>
public sealed class SyncRequest
{
    /// <summary>Our own id.</summary>
    public long Id { get; set; }

    /// <summary>The playlist. At most one request of it waits, and at most one is being served.</summary>
    public int PlaylistId { get; set; }

    /// <summary>What is asked for.</summary>
    public SyncOperation Operation { get; set; }

    /// <summary>For <see cref="SyncOperation.Pair"/>: the server's playlist to adopt.</summary>
    public string? PairWithId { get; set; }

    /// <summary>For <see cref="SyncOperation.Remove"/>: delete the target instead of keeping it.</summary>
    public bool DeleteTarget { get; set; }

    /// <summary>For <see cref="SyncOperation.Remove"/>: give up the list for good instead of remembering it.</summary>
    public bool LetsGo { get; set; }

    /// <summary>For <see cref="SyncOperation.Restore"/>: the content to bring back.</summary>
    public int? SnapshotId { get; set; }

    /// <summary>The fingerprint of the held-back plan that the user approved, or null.</summary>
    public string? ApprovedPlan { get; set; }

    /// <summary>Who asked.</summary>
    public SyncTrigger Trigger { get; set; }

    /// <summary>When.</summary>
    public DateTimeOffset RequestedAt { get; set; }

    /// <summary>The lease of the run that serves it; null while it waits.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>When somebody asked for it; null where the clock did.</summary>
    public DateTimeOffset? AskedAt => Trigger == SyncTrigger.Schedule ? null : RequestedAt;
}
