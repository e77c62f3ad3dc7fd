namespace Spotter.Core.Sync;

/// <summary>What comes of a request.</summary>
public enum SyncRequestOutcome
{
    /// <summary>The request is stored, and a run will serve it.</summary>
    Accepted,

    /// <summary>This user has no such playlist.</summary>
    NotFound,

    /// <summary>Sync is off for the playlist.</summary>
    SyncIsOff,

    /// <summary>Sync is on, and the command is allowed only while it is off.</summary>
    SyncIsOn,

    /// <summary>No plan is held back that could be approved.</summary>
    NothingHeldBack,

    /// <summary>The plan that is held back is not the one that was approved.</summary>
    PlanChanged,

    /// <summary>The playlist comes from the music server itself, which is not a sync source.</summary>
    NotASource,
}
