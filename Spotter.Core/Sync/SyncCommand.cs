using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>What somebody asks Spotter to do with a playlist, before it is stored.</summary>
public sealed record SyncCommand
{
    private SyncCommand(SyncOperation operation) => Operation = operation;

    /// <summary>The operation.</summary>
    public SyncOperation Operation { get; }

    /// <summary>For a pairing: the id of the playlist on the server to take over.</summary>
    public string? PairWithId { get; private init; }

    /// <summary>For a removal: whether to delete the target instead of keeping it.</summary>
    public bool DeleteTarget { get; private init; }

    /// <summary>For a removal: whether to give up permanently the list that stayed when sync was switched off.</summary>
    public bool LetsGo { get; private init; }

    /// <summary>For a restore: the snapshot to restore.</summary>
    public int? SnapshotId { get; private init; }

    /// <summary>The fingerprint of the plan that the user has seen and approves, or null.</summary>
    public string? ApprovedPlan { get; private init; }

    /// <summary>Whether the approved plan must be the one that is held back now. Otherwise a plan from a preview is accepted too.</summary>
    public bool ApprovesHeldBack { get; private init; }

    /// <summary>Matches, then creates or replaces the target.</summary>
    public static SyncCommand Sync() => new(SyncOperation.Sync);

    /// <summary>Syncs, and applies exactly this plan even though a safety rule held it back.</summary>
    public static SyncCommand ApplyAnyway(string planFingerprint) => new(SyncOperation.Sync) { ApprovedPlan = planFingerprint };

    /// <summary>Applies the plan that is held back, if it is still this one.</summary>
    public static SyncCommand ApproveHeldBack(string planFingerprint) => new(SyncOperation.Sync) { ApprovedPlan = planFingerprint, ApprovesHeldBack = true };

    /// <summary>Creates a new target, then deletes the old one.</summary>
    public static SyncCommand Rebuild() => new(SyncOperation.Rebuild);

    /// <summary>Takes over a playlist on the server, then syncs. The plan is the one that the user saw in the preview, or null.</summary>
    public static SyncCommand Pair(string navidromePlaylistId, string? previewedPlan = null)
        => new(SyncOperation.Pair) { PairWithId = navidromePlaylistId, ApprovedPlan = previewedPlan };

    /// <summary>Leaves the target on the server, or deletes it.</summary>
    public static SyncCommand Remove(bool deleteTarget) => new(SyncOperation.Remove) { DeleteTarget = deleteTarget };

    /// <summary>Gives up the list that stayed when sync was switched off: a later sync creates a new one.</summary>
    public static SyncCommand LetGo() => new(SyncOperation.Remove) { LetsGo = true };

    /// <summary>Restores an earlier content of the target.</summary>
    public static SyncCommand Restore(int snapshotId) => new(SyncOperation.Restore) { SnapshotId = snapshotId };
}
