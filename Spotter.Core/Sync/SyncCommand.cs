using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>What somebody wants of a playlist, before it is stored.</summary>
public sealed record SyncCommand
{
    private SyncCommand(SyncOperation operation) => Operation = operation;

    /// <summary>The operation.</summary>
    public SyncOperation Operation { get; }

    /// <summary>For a pairing: the server's playlist to adopt.</summary>
    public string? PairWithId { get; private init; }

    /// <summary>For a removal: delete the target instead of keeping it.</summary>
    public bool DeleteTarget { get; private init; }

    /// <summary>For a removal: give up the list that was left, for good.</summary>
    public bool LetsGo { get; private init; }

    /// <summary>For a restore: the content to bring back.</summary>
    public int? SnapshotId { get; private init; }

    /// <summary>The fingerprint of the plan that the user saw and approves, or null.</summary>
    public string? ApprovedPlan { get; private init; }

    /// <summary>Whether the approved plan must be the one that is held back now; where not, a plan from a preview will do.</summary>
    public bool ApprovesHeldBack { get; private init; }

    /// <summary>Match, then create or replace.</summary>
    public static SyncCommand Sync() => new(SyncOperation.Sync);

    /// <summary>Sync, and apply exactly this plan although a safety rule held it back.</summary>
    public static SyncCommand ApplyAnyway(string planFingerprint) => new(SyncOperation.Sync) { ApprovedPlan = planFingerprint };

    /// <summary>Apply the plan that is held back, if it is this one still.</summary>
    public static SyncCommand ApproveHeldBack(string planFingerprint) => new(SyncOperation.Sync) { ApprovedPlan = planFingerprint, ApprovesHeldBack = true };

    /// <summary>Make the target anew, then delete the old one.</summary>
    public static SyncCommand Rebuild() => new(SyncOperation.Rebuild);

    /// <summary>Adopt a playlist of the server, then sync; the plan is the one that the user saw in the preview, or null.</summary>
    public static SyncCommand Pair(string navidromePlaylistId, string? previewedPlan = null)
        => new(SyncOperation.Pair) { PairWithId = navidromePlaylistId, ApprovedPlan = previewedPlan };

    /// <summary>Let the target go, or delete it.</summary>
    public static SyncCommand Remove(bool deleteTarget) => new(SyncOperation.Remove) { DeleteTarget = deleteTarget };

    /// <summary>Give up the list that was left when sync was switched off: a later sync makes one of its own.</summary>
    public static SyncCommand LetGo() => new(SyncOperation.Remove) { LetsGo = true };

    /// <summary>Bring an earlier content of the target back.</summary>
    public static SyncCommand Restore(int snapshotId) => new(SyncOperation.Restore) { SnapshotId = snapshotId };
}
