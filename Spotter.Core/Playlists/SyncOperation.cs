namespace Spotter.Core.Playlists;

/// <summary>What a stored request asks for. Stored as text.</summary>
public enum SyncOperation
{
    /// <summary>Match, then create the target or replace its content in place.</summary>
    Sync,

    /// <summary>Leave the target on the server, or delete it.</summary>
    Remove,

    /// <summary>Create a new target, then delete the old one.</summary>
    Rebuild,

    /// <summary>Take over an existing playlist on the server as the target, then sync.</summary>
    Pair,

    /// <summary>Restore an earlier content of the target.</summary>
    Restore,
}
