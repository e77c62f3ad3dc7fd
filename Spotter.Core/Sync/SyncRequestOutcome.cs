namespace Spotter.Core.Sync;

/// <summary>What comes of a request.</summary>
public enum SyncRequestOutcome
{
    /// <summary>Stored; a run will serve it.</summary>
    Accepted,

    /// <summary>No such playlist of this user.</summary>
    NotFound,

    /// <summary>Sync is off for it.</summary>
    SyncIsOff,

    /// <summary>Sync is on, and this is only done while it is off.</summary>
    SyncIsOn,

    /// <summary>Nothing is held back that could be approved.</summary>
    NothingHeldBack,

    /// <summary>What is held back is another plan than the one that was approved.</summary>
    PlanChanged,

    /// <summary>It comes from the music server itself, which is no sync source.</summary>
    NotASource,
}
