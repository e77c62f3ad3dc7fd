using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;
using Spotter.Web.Addresses;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Layout;

/// <summary>Looks through the user's playlists and library at once.</summary>
public sealed class SearchViewModel(IDbContextFactory<SpotterDbContext> contexts, MatchCorrections library)
{
    private const int PlaylistsShown = 6;
    private const int SongsShown = 12;

    private readonly ReadSequencer _searches = new();
    private string _wanted = "";

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    public Task SearchAsync(int userId, string text, CancellationToken cancellationToken)
    {
        var wanted = _wanted = text.Trim();
        return _searches.RunAsync(async () =>
        {
            // More may have been typed while this search waited for its turn.
            if (_wanted == wanted)
            {
                Hits = wanted.Length == 0 ? [] : await FindAsync(userId, wanted, cancellationToken);
            }
        });
    }

    private async Task<IReadOnlyList<SearchHit>> FindAsync(int userId, string wanted, CancellationToken cancellationToken)
    {
        var playlists = await FindPlaylistsAsync(userId, wanted, cancellationToken);
        var songs = await library.SearchAsync(userId, wanted, SongsShown, cancellationToken);
        var uses = await FindUsesAsync(userId, songs, cancellationToken);
        return [.. playlists, .. songs.Select(song => ToHit(song, uses.GetValueOrDefault(song.Id)))];
    }

    private async Task<List<SearchHit>> FindPlaylistsAsync(int userId, string wanted, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await db.Playlists.Where(p => p.UserId == userId)
            .Select(p => new { p.Id, p.Name, p.NameOverride, p.TrackCount, p.Image })
            .ToListAsync(cancellationToken);

        // In memory, since SQL's LIKE does not fold the case of all letters everywhere.
        return
        [
            .. names.Select(p => (Row: p, Name: p.NameOverride ?? p.Name))
                .Where(p => p.Name.Contains(wanted, StringComparison.CurrentCultureIgnoreCase))
                .OrderBy(p => !p.Name.StartsWith(wanted, StringComparison.CurrentCultureIgnoreCase)).ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)
                .Take(PlaylistsShown)
                .Select(p => new SearchHit(p.Name, Words.Count(p.Row.TrackCount, "track"), p.Row.Image, SpotterUrls.Playlist(p.Row.Id), IsSong: false)),
        ];
    }

    private async Task<Dictionary<string, (int PlaylistId, int Count)>> FindUsesAsync(
        int userId, IReadOnlyList<Song> songs, CancellationToken cancellationToken)
    {
        var ids = songs.Select(song => song.Id).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = db.Playlists.Where(p => p.UserId == userId);
        var uses = await db.Tracks
            .Where(t => t.SongId != null && ids.Contains(t.SongId) && own.Any(p => p.Id == t.PlaylistId))
            .Select(t => new { t.SongId, t.PlaylistId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return uses.GroupBy(use => use.SongId!).ToDictionary(group => group.Key, group => (group.Min(use => use.PlaylistId), group.Count()));
    }

    private static SearchHit ToHit(Song song, (int PlaylistId, int Count) use)
    {
        var what = string.IsNullOrEmpty(song.Album) ? song.Artist : $"{song.Artist} · {song.Album}";
        var detail = use.Count switch
        {
            0 => $"{what} · in no playlist",
            _ => $"{what} · in {Words.Count(use.Count, "playlist")}",
        };
        return new SearchHit(song.Title, detail, song.CoverArtId, use.Count == 0 ? null : SpotterUrls.Playlist(use.PlaylistId, search: song.Title), IsSong: true);
    }
}
