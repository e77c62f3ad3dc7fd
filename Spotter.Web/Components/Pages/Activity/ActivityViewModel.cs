using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Web.Components.Shared.AuditLog;

namespace Spotter.Web.Components.Pages.Activity;

/// <summary>The user's audit log, newest first, read in pages.</summary>
public sealed class ActivityViewModel(IDbContextFactory<SpotterDbContext> contexts)
{
    private const int PageSize = 50;

    private readonly ReadSequencer _reads = new();
    private readonly List<SyncEvent> _events = [];
    private int _userId;
    private int? _playlistId;

    public ActivityKind Kind { get; private set; } = ActivityKind.All;

    public IReadOnlyList<ActivityLine> Lines { get; private set; } = [];

    public bool IsLoaded { get; private set; }

    public bool HasOlder { get; private set; }

    /// <summary>The playlists in the filter.</summary>
    public IReadOnlyDictionary<int, string> PlaylistNames { get; private set; } = new Dictionary<int, string>();

    /// <summary>Whether this view is already loaded.</summary>
    public bool IsShowing(ActivityKind kind, int? playlistId) => IsLoaded && Kind.Word == kind.Word && _playlistId == playlistId;

    public Task LoadAsync(int userId, ActivityKind kind, int? playlistId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        (_userId, Kind, _playlistId) = (userId, kind, playlistId);
        _events.Clear();
        await ReadOlderAsync(cancellationToken);
        IsLoaded = true;
    });

    public Task LoadOlderAsync(CancellationToken cancellationToken) => _reads.RunAsync(() => ReadOlderAsync(cancellationToken));

    /// <summary>Adds newer entries on top. The entries on the page stay where they are.</summary>
    public Task LoadNewerAsync(CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = _events.Count == 0 ? 0 : _events[0].Id;
        var newer = await Matching(db).Where(e => e.Id > newest).OrderByDescending(e => e.Id).Take(PageSize * 4).ToListAsync(cancellationToken);
        if (newer.Count > 0)
        {
            _events.InsertRange(0, newer);
        }

        await ShowAsync(db, cancellationToken);
    });

    private async Task ReadOlderAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var before = _events.Count == 0 ? long.MaxValue : _events[^1].Id;
        var older = await Matching(db).Where(e => e.Id < before).OrderByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        HasOlder = older.Count > PageSize;
        _events.AddRange(older.Take(PageSize));
        await ShowAsync(db, cancellationToken);
    }

    private IQueryable<SyncEvent> Matching(SpotterDbContext db)
    {
        var events = db.SyncEvents.AsNoTracking().Where(e => e.UserId == _userId);
        events = _playlistId is { } playlistId ? events.Where(e => e.PlaylistId == playlistId) : events;
        var types = Kind.Types;
        return types.Count == 0 ? events : events.Where(e => types.Contains(e.Type));
    }

    private async Task ShowAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        PlaylistNames = await db.Playlists.Where(p => p.UserId == _userId).ToDictionaryAsync(p => p.Id, p => p.NameOverride ?? p.Name, cancellationToken);

        // The closing entry of a finished run is enough. "Started" is shown only while the run is under way.
        var ended = _events.Where(e => e.Type != SyncEventType.Started).Select(e => e.OperationId).ToHashSet();
        Lines =
        [
            .. _events
                .Where(e => e.Type != SyncEventType.Started || Kind.Types.Contains(SyncEventType.Started) || !ended.Contains(e.OperationId))
                .Select(LineOf),
        ];
    }

    private ActivityLine LineOf(SyncEvent e)
    {
        var figures = EventFigures.Read(e.Metadata);
        return e.PlaylistId is { } id && PlaylistNames.TryGetValue(id, out var name)
            ? new(e, figures, name, true)
            : new(e, figures, figures.PlaylistName, false);
    }
}
