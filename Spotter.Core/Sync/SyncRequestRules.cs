using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>Which of two requests for one playlist is served, where one waits already. Pure.</summary>
public static class SyncRequestRules
{
    /// <summary>
    /// Whether the newer request takes the place of the waiting one. A removal replaces anything; switching on replaces a removal;
    /// rebuild, pairing and restore replace a sync; a sync replaces a sync only where it brings an approval.
    /// </summary>
    public static bool Replaces(SyncOperation waiting, SyncOperation newer, bool isEnabling, bool isApproved) => (waiting, newer) switch
    {
        (_, SyncOperation.Remove) => true,
        (SyncOperation.Remove, SyncOperation.Pair) => true,
        (SyncOperation.Remove, _) => isEnabling,
        (SyncOperation.Sync, SyncOperation.Sync) => isApproved,
        (_, SyncOperation.Sync) => false,
        _ => true,
    };
}
