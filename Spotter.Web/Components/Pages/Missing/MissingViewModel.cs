using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Missing;

/// <summary>What the user's playlists want but the library lacks: by album, most wanted first.</summary>
public sealed class MissingViewModel(IDbContextFactory<SpotterDbContext> contexts, MatchCorrections corrections)
{
    private readonly ReadSequencer _reads = new();
    private int _userId;

    public IReadOnlyList<MissingAlbum> Albums { get; private set; } = [];

    /// <summary>Albums and tracks as one list.</summary>
    public IReadOnlyList<MissingLine> Lines { get; private set; } = [];

    public int TrackCount => Albums.Sum(album => album.Tracks.Count);

    public bool IsLoaded { get; private set; }

    /// <summary>Whether any playlist was ever matched. Without one, an empty list means that nothing is known.</summary>
    public bool IsAnythingMatched { get; private set; }

    public Task LoadAsync(int userId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        _userId = userId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Tracks.AsNoTracking()
            .Where(track => track.Zone == MatchZone.None && track.Reason != MatchReason.NeverMatch)
            .Join(db.Playlists.Where(p => p.UserId == userId), track => track.PlaylistId, playlist => playlist.Id, (track, playlist) => new
            {
                track.Id,
                track.Key,
                Track = track.SourceTrack,
                PlaylistId = playlist.Id,
                Playlist = playlist.NameOverride ?? playlist.Name,
            })
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        IsAnythingMatched = rows.Count > 0
            || await db.Playlists.Where(p => p.UserId == userId).SelectMany(p => p.Tracks).AnyAsync(track => track.Zone != null, cancellationToken);

        var tracks = WantedTracks.Group(rows, row => row.Id, row => row.Key, row => row.Track).Select(group => new
        {
            Row = group[0],
            Ids = group.DistinctBy(row => row.Key).Select(row => row.Id).ToList(),
            PlaylistIds = group.Select(row => row.PlaylistId).Distinct().ToList(),
            Playlists = group.Select(row => row.Playlist).Distinct().ToList(),
        });
        Albums =
        [
            .. tracks
                .GroupBy(track => WantedAlbum.Of(track.Row.Track))
                .Select(group => new MissingAlbum(
                    group.First().Row.Track.Album,
                    group.First().Row.Track.Artists is [var first, ..] ? first : "Unknown artist",
                    group.SelectMany(track => track.PlaylistIds).Distinct().Count(),
                    [
                        .. group
                            .OrderByDescending(track => track.Playlists.Count).ThenBy(track => track.Row.Track.Title, StringComparer.OrdinalIgnoreCase)
                            .Select(track => new MissingTrack(track.Ids, track.Row.Track, track.Playlists)),
                    ]))
                .OrderByDescending(album => album.PlaylistCount)
                .ThenByDescending(album => album.Tracks.Count)
                .ThenBy(album => album.Artist, StringComparer.OrdinalIgnoreCase)
                .ThenBy(album => album.Name, StringComparer.OrdinalIgnoreCase),
        ];
        Lines = [.. Albums.SelectMany(album => album.Tracks.Select(track => new MissingLine(album, track)).Prepend(new(album, null)))];
        IsLoaded = true;
    });

    public async Task NeverAsync(MissingTrack track)
    {
        foreach (var id in track.TrackIds)
        {
            await corrections.NeverAsync(_userId, id, CancellationToken.None);
        }
    }

    public async Task UndoAsync(MissingTrack track)
    {
        foreach (var id in track.TrackIds)
        {
            await corrections.UndoAsync(_userId, id, CancellationToken.None);
        }
    }
}
