namespace Spotter.Core.Playlists;

/// <summary>What happened to a playlist's sync.</summary>
public enum SyncSignal
{
    /// <summary>Somebody asked for a run.</summary>
    Requested,

    /// <summary>A run took the lease.</summary>
    Started,

    /// <summary>Everything was matched and written.</summary>
    WrittenInFull,

    /// <summary>Written, but some tracks are unmatched.</summary>
    WrittenInPart,

    /// <summary>No track was matched, so nothing was written.</summary>
    NothingMatched,

    /// <summary>A safety rule held the write back.</summary>
    HeldBack,

    /// <summary>The target was released.</summary>
    Removed,

    /// <summary>The run failed.</summary>
    Failed,

    /// <summary>The lease expired or was handed back before the run ended.</summary>
    LeaseLost,
}
