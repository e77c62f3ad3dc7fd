using Spotter.Core.Providers;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>Knows a target's content without reading it, if the server says that nobody has changed the list since the last look.</summary>
public sealed class UnchangedTargets(TargetListings listings)
{
    /// <summary>The target as we left it, from our own records. Null if they are not certain. <see cref="IsUntouchedAsync"/> says whether
    /// it is still so.</summary>
    internal static Target? Recall(PlaylistContent content)
    {
        var (playlist, written) = (content.Playlist, content.Written);
        if (playlist is not { NavidromePlaylistId: { } id, TargetName: { } name, TargetChangedAt: not null, TargetFingerprint: not null, HeldBackRule: null }
            || written is not { Pending: null, Songs.Count: > 0 })
        {
            return null;
        }

        var target = new Target(
            new TargetSummary(id, name, written.Songs.Count) { ChangedAt = playlist.TargetChangedAt },
            [.. written.Songs.Where(row => !row.IsAbsent).Select(row => row.Song)]);
        return TargetPlan.FingerprintOf(target.SongIds) == playlist.TargetFingerprint ? target : null;
    }

    /// <summary>Whether the server lists the target with the same name and time of change, in a listing made after the run was
    /// requested.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    internal async Task<bool> IsUntouchedAsync(SyncLease lease, Target recalled, IPlaylistSyncer syncer, CancellationToken cancellationToken)
        => await listings.FindAsync(lease, recalled.Summary.SongCount, syncer, cancellationToken) is { } lists
            && lists.TryGetValue(recalled.Summary.Id, out var list)
            && list.Name == recalled.Summary.Name
            && list.ChangedAt == recalled.Summary.ChangedAt;
}
