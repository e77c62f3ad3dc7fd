namespace Spotter.Core.Playlists;

/// <summary>What a stored request asks for. Stored as text.</summary>
public enum SyncOperation
{
    /// <summary>Match, then create the target or replace its content in place.</summary>
    Sync,

    /// <summary>Let the target go, or delete it.</summary>
    Remove,

    /// <summary>Make the target anew, then delete the old one.</summary>
    Rebuild,

    /// <summary>Adopt an existing playlist of the server as the target, then sync.</summary>
    Pair,

    /// <summary>Bring an earlier content of the target back.</summary>
    Restore,
}
