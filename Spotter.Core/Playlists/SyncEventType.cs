namespace Spotter.Core.Playlists;

/// <summary>What a line of the audit log tells. Stored as text.</summary>
public enum SyncEventType
{
    /// <summary>A run began.</summary>
    Started,

    /// <summary>A run ended with the target as it should be.</summary>
    Completed,

    /// <summary>A run failed.</summary>
    Failed,

    /// <summary>A run ended without writing, by a safety rule.</summary>
    HeldBack,

    /// <summary>A run ended without writing, since there was nothing to do.</summary>
    Skipped,

    /// <summary>The target was let go or deleted.</summary>
    Removed,

    /// <summary>An existing playlist of the server became the target.</summary>
    Paired,

    /// <summary>The target was recreated.</summary>
    Rebuilt,

    /// <summary>A playlist came in from a file.</summary>
    Imported,

    /// <summary>A playlist was read again from its source, and had changed.</summary>
    Refreshed,

    /// <summary>An earlier content of the target was brought back.</summary>
    Restored,

    /// <summary>The user decided about a match.</summary>
    Pinned,

    /// <summary>The server refuses the user's credentials.</summary>
    SignInNeeded,
}
