namespace Spotter.Core.Playlists;

/// <summary>The sync status of a playlist. Stored as text.</summary>
public enum SyncStatus
{
    /// <summary>Nothing is running: a run is queued, or there has been none yet.</summary>
    Pending,

    /// <summary>A run holds the lease.</summary>
    Syncing,

    /// <summary>Everything was matched and written.</summary>
    Success,

    /// <summary>Written in part, nothing matched, or held back by a safety rule.</summary>
    Warning,

    /// <summary>The last run failed.</summary>
    Error,
}
