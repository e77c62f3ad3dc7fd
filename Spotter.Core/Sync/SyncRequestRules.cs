using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>Decides which of two requests for a playlist is served if one is already waiting. Pure.</summary>
public static class SyncRequestRules
{
    /// <summary>
    /// Whether the newer request replaces the waiting one. A removal replaces anything. Switching sync on replaces a removal. Rebuild,
    /// pairing and restore replace a sync. A sync replaces a sync only if it brings an approval.
    /// </summary>
    public static bool Replaces(SyncOperation waiting, SyncOperation newer, bool isApproved, bool isEnabling = false) => (waiting, newer) switch
    {
        (_, SyncOperation.Remove) => true,
        (SyncOperation.Remove, SyncOperation.Pair) => true,
        (SyncOperation.Remove, _) => isEnabling,
        (SyncOperation.Sync, SyncOperation.Sync) => isApproved,
        (_, SyncOperation.Sync) => false,
        _ => true,
    };
}
