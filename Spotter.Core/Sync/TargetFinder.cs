using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>
/// Finds a playlist's target on the server: by its id, by the new id that a server upgrade derived from it, by the marker in its comment,
/// and by its name if the songs agree too. If there are two possible answers, the user is asked. The list that stayed when sync was
/// switched off is used again only with proof that it is that one; if it is gone, it does not count as missing.
/// </summary>
public sealed class TargetFinder(IDbContextFactory<SpotterDbContext> contexts)
{
    /// <summary>The target of the playlist.</summary>
    /// <param name="playlist">The playlist.</param>
    /// <param name="known">The songs by which the target can be recognised. Null accepts proof only, for irreversible actions.</param>
    /// <param name="syncer">The server.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    internal async Task<TargetSearchResult> FindAsync(
        Playlist playlist, IReadOnlyList<Song>? known, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        if (playlist.KnownTargetId is not { } id)
        {
            return TargetSearchResult.None;
        }

        // An administrator may write to everybody's lists. A list that was given to somebody else is no longer ours.
        var isLeft = playlist.NavidromePlaylistId is null;
        if (await syncer.ReadTargetAsync(id, cancellationToken) is { Summary.IsOwn: true } target && !(isLeft && target.Summary.IsReadOnly))
        {
            return TargetSearchResult.Of(target);
        }

        if ((syncer as IIdTranslator)?.Translate(id) is { } translated && translated != id
            && await syncer.ReadTargetAsync(translated, cancellationToken) is { Summary: { IsOwn: true, IsReadOnly: false } } renumbered)
        {
            return TargetSearchResult.Of(renumbered);
        }

        var free = await FreeAsync(playlist, await syncer.ListTargetsAsync(cancellationToken), cancellationToken);
        var marked = free.Where(candidate => TargetMarker.IsIn(candidate.Comment, playlist.Marker)).ToList();
        if (marked is [var only] && await syncer.ReadTargetAsync(only.Id, cancellationToken) is { } ours)
        {
            return TargetSearchResult.Of(ours);
        }

        var namesakes = free.Where(candidate => candidate.Name == playlist.WantedName || candidate.Name == playlist.TargetName).ToList();
        var alike = !isLeft && known is { Count: > 0 } && marked.Count == 0 ? await AlikeAsync(namesakes, known, syncer, cancellationToken) : [];
        return alike is [var same] ? TargetSearchResult.Of(same) : isLeft ? TargetSearchResult.None : new(null, IsGone: true, [.. marked.Concat(namesakes).DistinctBy(candidate => candidate.Id)]);
    }

    /// <summary>The user's own, writable lists that are not, and were not, the target of another playlist.</summary>
    private async Task<IReadOnlyList<TargetSummary>> FreeAsync(Playlist playlist, IReadOnlyList<TargetSummary> found, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var taken = await db.Playlists.Where(p => p.UserId == playlist.UserId && p.Id != playlist.Id && (p.NavidromePlaylistId != null || p.LeftTargetId != null))
            .Select(p => p.NavidromePlaylistId ?? p.LeftTargetId!).ToHashSetAsync(cancellationToken);
        return [.. found.Where(target => target.IsOwn && !target.IsReadOnly && !taken.Contains(target.Id) && !TargetToken.IsIn(target.Name))];
    }

    /// <summary>The lists that share at least half of the songs, relative to the shorter of the two.</summary>
    private static async Task<IReadOnlyList<Target>> AlikeAsync(
        List<TargetSummary> namesakes, IReadOnlyList<Song> known, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        var alike = new List<Target>();
        foreach (var namesake in namesakes)
        {
            if (await syncer.ReadTargetAsync(namesake.Id, cancellationToken) is { Entries.Count: > 0 } target)
            {
                var index = LibraryIndex.Build([.. target.Entries.DistinctBy(song => song.Id)]);
                var shared = known.Count(song => SongIdentity.FindAgain(index, song) is not null);
                if (2 * shared >= Math.Min(known.Count, target.Entries.Count))
                {
                    alike.Add(target);
                }
            }
        }

        return alike;
    }
}
