namespace Spotter.Core.Playlists;

/// <summary>The kind of a line in the audit log. Stored as text.</summary>
public enum SyncEventType
{
    /// <summary>A run began.</summary>
    Started,

    /// <summary>A run ended with the target as it should be.</summary>
    Completed,

    /// <summary>A run failed.</summary>
    Failed,

    /// <summary>A run ended without writing, because of a safety rule.</summary>
    HeldBack,

    /// <summary>A run ended without writing, because there was nothing to do.</summary>
    Skipped,

    /// <summary>The target was released or deleted.</summary>
    Removed,

    /// <summary>An existing playlist on the server became the target.</summary>
    Paired,

    /// <summary>The target was recreated.</summary>
    Rebuilt,

    /// <summary>A playlist was imported from a file.</summary>
    Imported,

    /// <summary>A playlist was read again from its source, and had changed.</summary>
    Refreshed,

    /// <summary>An earlier content of the target was restored.</summary>
    Restored,

    /// <summary>The user decided about a match.</summary>
    Pinned,

    /// <summary>The server refuses the user's credentials.</summary>
    SignInNeeded,
}
