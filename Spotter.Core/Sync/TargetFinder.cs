using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>Finds a playlist's target on the server: by its id, else by the marker in its comment. Whoever asks more than that asks the user.</summary>
public static class TargetFinder
{
    /// <summary>The target, or null; with it, whether one that we knew is gone.</summary>
    internal static async Task<(Target? Target, bool IsGone)> FindAsync(Playlist playlist, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        if (playlist.NavidromePlaylistId is not { } id)
        {
            return (null, false);
        }

        if (await syncer.ReadTargetAsync(id, cancellationToken) is { } target)
        {
            return (target, false);
        }

        var marked = (await syncer.ListTargetsAsync(cancellationToken))
            .Where(candidate => candidate.IsOwn && !candidate.IsReadOnly && TargetMarker.IsIn(candidate.Comment, playlist.Marker)).ToList();
        return marked is [var only] && await syncer.ReadTargetAsync(only.Id, cancellationToken) is { } found ? (found, false) : (null, true);
    }
}
