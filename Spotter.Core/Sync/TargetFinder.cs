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
/// Finds a playlist's target on the server: by its id, by the id that an upgrade of the server made of it, by the marker in its comment, and
/// by its name where its songs agree too. Where two answers are possible the user is asked. The list that was left when sync was
/// switched off is only gone on with where it is proved to be that one; where it is gone, nobody misses it.
/// </summary>
public sealed class TargetFinder(IDbContextFactory<SpotterDbContext> contexts)
{
    /// <summary>The target of the playlist.</summary>
    /// <param name="playlist">The playlist.</param>
    /// <param name="known">The songs that the target held, to know it by; null accepts proof only, for acts that cannot be taken back.</param>
    /// <param name="syncer">The server.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    internal async Task<TargetSearchResult> FindAsync(
        Playlist playlist, IReadOnlyList<Song>? known, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        if (playlist.KnownTargetId is not { } id)
        {
            return TargetSearchResult.None;
        }

        // An administrator may write to everybody's lists: one that was given to somebody else is not ours any more.
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

    /// <summary>The user's own, writable lists that are nobody's target, and that nobody has left.</summary>
    private async Task<IReadOnlyList<TargetSummary>> FreeAsync(Playlist playlist, IReadOnlyList<TargetSummary> found, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var taken = await db.Playlists.Where(p => p.UserId == playlist.UserId && p.Id != playlist.Id && (p.NavidromePlaylistId != null || p.LeftTargetId != null))
            .Select(p => p.NavidromePlaylistId ?? p.LeftTargetId!).ToHashSetAsync(cancellationToken);
        return [.. found.Where(target => target.IsOwn && !target.IsReadOnly && !taken.Contains(target.Id) && !TargetToken.IsIn(target.Name))];
    }

    /// <summary>Those that hold at least half of the songs, measured at the shorter of the two.</summary>
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
