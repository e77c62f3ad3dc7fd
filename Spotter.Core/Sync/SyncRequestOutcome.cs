namespace Spotter.Core.Sync;

/// <summary>What the door says to a wish.</summary>
public enum SyncRequestOutcome
{
    /// <summary>Stored; a run will serve it.</summary>
    Accepted,

    /// <summary>No such playlist of this user.</summary>
    NotFound,

    /// <summary>Sync is off for it.</summary>
    SyncIsOff,

    /// <summary>It comes from the music server itself, which is no sync source.</summary>
    NotASource,
}
