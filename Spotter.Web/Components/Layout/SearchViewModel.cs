using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;
using Spotter.Web.Addresses;
using Spotter.Web.Components.Shared;
using Spotter.Web.Settings;

namespace Spotter.Web.Components.Layout;

/// <summary>Searches the user's playlists and library at the same time, and offers pages and actions.</summary>
public sealed class SearchViewModel(
    IDbContextFactory<SpotterDbContext> contexts, MatchCorrections library, ServerLinks links, ServerProfiles servers, DemoMode demo)
{
    private const int PlaylistsShown = 6;
    private const int RecentShown = 5;
    private const int SongsShown = 12;
    private const string OfPlaylists = "Playlists";
    private const string OfRecent = "Recent playlists";
    private const string OfSongs = "In your library";
    private const string OfPages = "Go to";
    private const string OfActs = "Do";
    private const string OfHolders = "Playlists with this song";

    private static readonly IReadOnlyList<SearchHit> Pages =
    [
        new(OfPages, "Playlists") { Url = SpotterUrls.Playlists, Icon = Icons.Material.Rounded.QueueMusic },
        new(OfPages, "Review") { Url = SpotterUrls.Review, Icon = Icons.Material.Rounded.Rule },
        new(OfPages, "Decisions") { Url = SpotterUrls.Decisions, Icon = Icons.Material.Rounded.PushPin },
        new(OfPages, "Missing") { Url = SpotterUrls.Missing, Icon = Icons.Material.Rounded.SearchOff },
        new(OfPages, "Sources") { Url = SpotterUrls.Sources, Icon = Icons.Material.Rounded.Input },
        new(OfPages, "Mixtapes") { Url = SpotterUrls.Mixtapes, Icon = Icons.Material.Rounded.AutoAwesome },
        new(OfPages, "Activity") { Url = SpotterUrls.Activity, Icon = Icons.Material.Rounded.History },
        new(OfPages, "Settings") { Url = SpotterUrls.Settings, Icon = Icons.Material.Rounded.Tune },
    ];

    private static readonly IReadOnlyList<SearchHit> Acts =
    [
        new(OfActs, "Sync all playlists") { Act = SearchAct.SyncAll, Icon = Icons.Material.Rounded.Sync },
        new(OfActs, "Import files") { Act = SearchAct.Import, Icon = Icons.Material.Rounded.FileUpload },
    ];

    private readonly ReadSequencer _searches = new();
    private string _wanted = "";

    public IReadOnlyList<SearchHit> Hits { get; private set; } = [];

    /// <summary>The song whose details are shown, or null.</summary>
    public Song? Song { get; private set; }

    /// <summary>Searches for a text. Without one, it suggests pages and actions.</summary>
    public Task SearchAsync(int userId, string text, CancellationToken cancellationToken)
    {
        var wanted = _wanted = text.Trim();
        return _searches.RunAsync(async () =>
        {
            // The user may have typed more while this search waited for its turn.
            if (_wanted == wanted)
            {
                Hits = wanted.Length == 0 ? await OfferAsync(userId, cancellationToken) : await FindAsync(userId, wanted, cancellationToken);
                Song = null;
            }
        });
    }

    /// <summary>Shows what is known about a song.</summary>
    public Task LookIntoAsync(int userId, Song song, CancellationToken cancellationToken) => _searches.RunAsync(async () =>
    {
        List<SearchHit> hits = [];
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var rows = await db.Tracks
                .Where(t => t.SongId == song.Id)
                .Join(db.Playlists.Where(p => p.UserId == userId), t => t.PlaylistId, p => p.Id, (t, p) => new { p.Id, Name = p.NameOverride ?? p.Name, p.Image, t.Position })
                .ToListAsync(cancellationToken);
            hits.AddRange(rows.GroupBy(row => row.Id).Select(group => group.MinBy(row => row.Position)!).OrderBy(row => row.Name, StringComparer.CurrentCultureIgnoreCase)
                .Select(row => new SearchHit(OfHolders, row.Name)
                {
                    Detail = $"as track {Words.Number(row.Position)}", Image = row.Image, Url = SpotterUrls.Playlist(row.Id, search: song.Title),
                }));
        }

        // The demo's server has no web pages.
        if (!demo.IsDemo && await links.FindAsync(userId, song, cancellationToken) is { } link)
        {
            hits.Add(new SearchHit(servers.Name.AtStart, $"Open {servers.Name.Place}") { Url = link.AbsoluteUri, IsOutside = true, Icon = Icons.Material.Rounded.OpenInNew });
        }

        (Hits, Song) = (hits, song);
    });

    private async Task<IReadOnlyList<SearchHit>> OfferAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var recent = await db.Playlists.AsNoTracking().Where(p => p.UserId == userId && p.LastSyncedAt != null)
            .OrderByDescending(p => p.LastSyncedAt)
            .Take(RecentShown)
            .ToListAsync(cancellationToken);
        return [.. recent.Select(p => HitOf(OfRecent, p)), .. Acts, .. Pages];
    }

    private async Task<IReadOnlyList<SearchHit>> FindAsync(int userId, string wanted, CancellationToken cancellationToken)
    {
        var playlists = await FindPlaylistsAsync(userId, wanted, cancellationToken);
        var songs = await library.SearchAsync(userId, wanted, SongsShown, cancellationToken);
        var uses = await CountUsesAsync(userId, songs, cancellationToken);
        return
        [
            .. playlists,
            .. songs.Select(song => HitOf(song, uses.GetValueOrDefault(song.Id))),
            .. Acts.Concat(Pages).Where(hit => hit.Title.Split(' ').Any(word => word.StartsWith(wanted, StringComparison.CurrentCultureIgnoreCase))
                || hit.Title.StartsWith(wanted, StringComparison.CurrentCultureIgnoreCase)),
        ];
    }

    private async Task<List<SearchHit>> FindPlaylistsAsync(int userId, string wanted, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await db.Playlists.AsNoTracking().Where(p => p.UserId == userId).ToListAsync(cancellationToken);

        // In memory, since SQL's LIKE does not fold the case of all letters.
        return
        [
            .. names.Where(p => p.WantedName.Contains(wanted, StringComparison.CurrentCultureIgnoreCase))
                .OrderBy(p => !p.WantedName.StartsWith(wanted, StringComparison.CurrentCultureIgnoreCase)).ThenBy(p => p.WantedName, StringComparer.CurrentCultureIgnoreCase)
                .Take(PlaylistsShown)
                .Select(p => HitOf(OfPlaylists, p)),
        ];
    }

    private async Task<Dictionary<string, int>> CountUsesAsync(int userId, IReadOnlyList<Song> songs, CancellationToken cancellationToken)
    {
        var ids = songs.Select(song => song.Id).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = db.Playlists.Where(p => p.UserId == userId);
        var uses = await db.Tracks
            .Where(t => t.SongId != null && ids.Contains(t.SongId) && own.Any(p => p.Id == t.PlaylistId))
            .Select(t => new { t.SongId, t.PlaylistId })
            .Distinct()
            .ToListAsync(cancellationToken);
        return uses.GroupBy(use => use.SongId!).ToDictionary(group => group.Key, group => group.Count());
    }

    private static SearchHit HitOf(string group, Playlist playlist) => new(group, playlist.WantedName)
    {
        Detail = Words.Count(playlist.TrackCount, "track"), Image = playlist.Image, Url = SpotterUrls.Playlist(playlist.Id),
    };

    private static SearchHit HitOf(Song song, int uses)
    {
        var what = SongWords.From(song);
        return new(OfSongs, song.Title)
        {
            Detail = uses == 0 ? $"{what} · in no playlist" : $"{what} · in {Words.Count(uses, "playlist")}", Image = song.CoverArtId, Song = song,
        };
    }
}
