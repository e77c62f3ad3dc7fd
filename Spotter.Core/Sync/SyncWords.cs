using System.Globalization;
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

    /// <summary>What a playlist waits for whose library cannot be read yet.</summary>
    /// <param name="seen">How many files the scan has seen so far, or null where the server does not say.</param>
    internal static string WaitingForScan(int? seen)
        => seen is > 0 ? string.Create(CultureInfo.InvariantCulture, $"waiting for the scan ({seen:N0} files so far)") : "waiting for the scan";

    internal static string StartOf(SyncOperation operation) => operation switch
    {
        SyncOperation.Sync => "Sync started.",
        SyncOperation.Remove => "Removal started.",
        SyncOperation.Rebuild => "Rebuild started.",
        SyncOperation.Pair => "Pairing started.",
        SyncOperation.Restore => "Restore started.",
    };
}
