using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Scheduling;
using Spotter.Core.Sync;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>The user's playlists, filtered, with the selection and the progress of runs.</summary>
public sealed class PlaylistsViewModel(
    IDbContextFactory<SpotterDbContext> contexts, SyncProgressBoard board, Schedules schedules, ProviderRegistry providers, ServerProfiles servers)
{
    private const int CoverRows = 12;
    private const int CoversShown = 4;

    private readonly ReadSequencer _reads = new();
    private readonly Dictionary<int, PlaylistItem> _items = [];
    private readonly HashSet<int> _selected = [];

    public ServerName Server => servers.Name;

    public bool IsLoaded { get; private set; }

    public string? Source { get; private set; }

    public string? Status { get; private set; }

    public string? Search { get; private set; }

    public PlaylistSort Sort { get; private set; } = PlaylistSort.Default;

    /// <summary>The playlists that Spotter can sync and that pass the filters, sorted.</summary>
    public IReadOnlyList<PlaylistItem> Shown { get; private set; } = [];

    /// <summary>The music server's own playlists that pass the filters, sorted.</summary>
    public IReadOnlyList<PlaylistItem> OnServer { get; private set; } = [];

    /// <summary>Playlists that Spotter can sync.</summary>
    public int Count => _items.Values.Count(item => item.CanSync);

    /// <summary>Whether nothing was ever synced, so that the page should explain how to start.</summary>
    public bool IsNew => _items.Values.All(item => item.Playlist is { SyncEnabled: false, LastSyncedAt: null, SyncWantedAt: null });

    public bool IsFiltered => Source is not null || Status is not null || !string.IsNullOrWhiteSpace(Search);

    /// <summary>The selected playlists that still exist and can be synced.</summary>
    public IReadOnlyList<PlaylistItem> Selected => [.. _items.Values.Where(item => _selected.Contains(item.Id) && item.CanSync)];

    /// <summary>Each source that occurs, with its number of playlists.</summary>
    public IReadOnlyList<(string Kind, int Count)> Sources
        => [.. _items.Values.GroupBy(item => item.Playlist.Source).Select(group => (group.Key, group.Count())).OrderBy(pair => pair.Key, StringComparer.Ordinal)];

    /// <summary>Each state that occurs or is filtered by, with its number of playlists.</summary>
    public IReadOnlyList<(SyncFace Face, int Count)> States
        => [.. SyncFace.All.Select(face => (face, _items.Values.Count(item => item.CanSync && item.Face.Key == face.Key))).Where(pair => pair.Item2 > 0 || pair.face.Key == Status)];

    public Task LoadAsync(int userId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var all = db.Playlists.Where(p => p.UserId == userId);
        var playlists = await all.AsNoTracking().ToListAsync(cancellationToken);
        var covers = await ReadCoversAsync(all, cancellationToken);
        _items.Clear();
        foreach (var playlist in playlists)
        {
            _items[playlist.Id] = Item(playlist, covers);
        }

        IsLoaded = true;
        Apply();
    });

    /// <summary>Reads some rows again, with two queries however many there are. Deleted ones leave the list.</summary>
    public Task ReloadAsync(int userId, IReadOnlyList<int> playlistIds, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var some = db.Playlists.Where(p => p.UserId == userId && EF.Parameter(playlistIds).Contains(p.Id));
        var playlists = await some.AsNoTracking().ToListAsync(cancellationToken);
        var covers = await ReadCoversAsync(some, cancellationToken);
        foreach (var playlistId in playlistIds)
        {
            _items.Remove(playlistId);
        }

        foreach (var playlist in playlists)
        {
            _items[playlist.Id] = Item(playlist, covers);
        }

        Apply();
    });

    /// <summary>Shows the progress of runs.</summary>
    public void Show(IReadOnlyList<SyncProgressed> progresses)
    {
        foreach (var progress in progresses)
        {
            if (_items.TryGetValue(progress.PlaylistId, out var item))
            {
                _items[progress.PlaylistId] = item with { Progress = progress };
            }
        }

        Apply();
    }

    public void Arrange(string? source, string? status, string? search, PlaylistSort sort)
    {
        (Source, Status, Search, Sort) = (Blank(source), Blank(status), Blank(search), sort);
        Apply();

        static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public bool IsSelected(int playlistId) => _selected.Contains(playlistId);

    public void Select(int playlistId, bool isSelected)
    {
        if (isSelected)
        {
            _selected.Add(playlistId);
        }
        else
        {
            _selected.Remove(playlistId);
        }
    }

    public void SelectShown() => _selected.UnionWith(Shown.Where(item => item.CanSync).Select(item => item.Id));

    public void ClearSelection() => _selected.Clear();

    /// <summary>The display name of a source.</summary>
    public string NameOf(string kind) => kind == ProviderKinds.File ? "Files" : providers.DisplayNameOf(kind);

    /// <summary>When the schedule syncs it next, or null while its sync is off.</summary>
    public DateTimeOffset? NextSyncOf(PlaylistItem item) => schedules.NextSync(item.Playlist);

    private PlaylistItem Item(Playlist playlist, Dictionary<int, List<string>> covers)
        => new(playlist, covers.GetValueOrDefault(playlist.Id) ?? [])
        {
            Progress = playlist.Status == SyncStatus.Syncing ? board.Find(playlist.Id) : null,
        };

    private void Apply()
    {
        var shown = Sort.Apply(_items.Values.Where(item => item.Fits(Source, Status, Search)), NameOf, NextSyncOf).ToLookup(item => item.CanSync);
        (Shown, OnServer) = ([.. shown[true]], [.. shown[false]]);
    }

    // A file has no cover, so it uses those of its first matched songs.
    private static async Task<Dictionary<int, List<string>>> ReadCoversAsync(IQueryable<Playlist> playlists, CancellationToken cancellationToken)
    {
        var songs = await playlists.Where(p => p.Image == null).SelectMany(p => p.Tracks).AsNoTracking()
            .Where(t => t.Position <= CoverRows && t.Zone == MatchZone.Auto)
            .OrderBy(t => t.Position)
            .Select(t => new { t.PlaylistId, t.Song })
            .ToListAsync(cancellationToken);
        return songs
            .Where(row => row.Song?.CoverArtId is not null)
            .GroupBy(row => row.PlaylistId)
            .ToDictionary(
                group => group.Key,
                group => group.DistinctBy(row => row.Song!.AlbumId ?? row.Song.CoverArtId).Select(row => row.Song!.CoverArtId!).Take(CoversShown).ToList());
    }
}
