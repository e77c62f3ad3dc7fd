using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>Operations and triggers in words, for events and job names.</summary>
public static class SyncWords
{
    /// <summary>The operation's name: "Sync".</summary>
    public static string NameOf(SyncOperation operation) => operation switch
    {
        SyncOperation.Sync => "Sync",
        SyncOperation.Remove => "Remove",
        SyncOperation.Rebuild => "Rebuild",
        SyncOperation.Pair => "Pair",
        SyncOperation.Restore => "Restore",
    };

    internal static string StartOf(SyncOperation operation) => operation switch
    {
        SyncOperation.Sync => "Sync started.",
        SyncOperation.Remove => "Removal started.",
        SyncOperation.Rebuild => "Rebuild started.",
        SyncOperation.Pair => "Pairing started.",
        SyncOperation.Restore => "Restore started.",
    };
}
