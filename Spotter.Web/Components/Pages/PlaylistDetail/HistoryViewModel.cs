using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Web.Components.Shared.AuditLog;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>What happened to one playlist, newest first, and the contents that can be restored.</summary>
public sealed class HistoryViewModel(IDbContextFactory<SpotterDbContext> contexts)
{
    private const int PageSize = 50;

    private static readonly SyncEventType[] Told =
    [
        SyncEventType.Completed, SyncEventType.Failed, SyncEventType.HeldBack, SyncEventType.Skipped, SyncEventType.Removed, SyncEventType.Paired,
        SyncEventType.Rebuilt, SyncEventType.Restored, SyncEventType.Imported, SyncEventType.Refreshed, SyncEventType.SignInNeeded,
    ];
    private readonly ReadSequencer _reads = new();

    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    /// <summary>Kept contents whose run is not among the entries shown.</summary>
    public IReadOnlyList<KeptContent> OtherContents { get; private set; } = [];

    public bool IsLoaded { get; private set; }

    public bool HasOlder { get; private set; }

    public Task LoadAsync(int userId, int playlistId, CancellationToken cancellationToken)
        => _reads.RunAsync(() => ReadAsync(userId, playlistId, Math.Max(PageSize, Entries.Count), cancellationToken));

    public Task LoadOlderAsync(int userId, int playlistId, CancellationToken cancellationToken)
        => _reads.RunAsync(() => ReadAsync(userId, playlistId, Entries.Count + PageSize, cancellationToken));

    private async Task ReadAsync(int userId, int playlistId, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var events = await db.SyncEvents.AsNoTracking()
            .Where(e => e.UserId == userId && e.PlaylistId == playlistId && Told.Contains(e.Type))
            .OrderByDescending(e => e.Id)
            .Take(count + 1)
            .ToListAsync(cancellationToken);
        var own = db.Playlists.Where(p => p.Id == playlistId && p.UserId == userId);
        var contents = await db.TargetSnapshots.AsNoTracking()
            .Where(s => s.PlaylistId == playlistId && own.Any())
            .OrderByDescending(s => s.Id)
            .Select(s => new KeptContent(s.Id, s.TakenAt, s.Name, s.SongCount, s.OperationId))
            .ToListAsync(cancellationToken);
        HasOlder = events.Count > count;
        var shown = events.Take(count).ToList();
        var byRun = contents.GroupBy(content => content.OperationId).ToDictionary(group => group.Key, group => group.First());

        // A run has one closing entry. If it should have two, only the later one gets the content.
        Entries = [.. shown.Select(e => new HistoryEntry(e, EventFigures.Read(e.Metadata), byRun.Remove(e.OperationId, out var before) ? before : null))];
        var placed = Entries.Where(entry => entry.Before is not null).Select(entry => entry.Before!.Id).ToHashSet();
        OtherContents = [.. contents.Where(content => !placed.Contains(content.Id))];
        IsLoaded = true;
    }
}
