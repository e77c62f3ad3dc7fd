using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Scheduling;
using Spotter.Core.Tracks;
using Spotter.Web.Components.Shared;
using Spotter.Web.Components.Shared.AuditLog;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Layout;

/// <summary>Reads what the frame shows, and remembers which notices the user has seen.</summary>
public sealed class FrameViewModel(IDbContextFactory<SpotterDbContext> contexts, FactWording wording, Schedules schedules, TimeProvider clock)
{
    private const int NoticesShown = 20;
    private readonly ReadSequencer _reads = new();

    public FrameState State { get; private set; } = new();

    public Task LoadAsync(int userId, int accountId, CancellationToken cancellationToken) => _reads.RunAsync(async () =>
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var playlists = db.Playlists.AsNoTracking().Where(p => p.UserId == userId);
        var counts = await playlists
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Review = all.Sum(p => p.ReviewCount),
                // A playlist that waits for more decisions is not busy.
                Busy = all.Count(p => p.Status == SyncStatus.Syncing || (p.SyncWantedAt != null && (p.NotBefore == null || p.WaitingFor != null))),
                Enabled = all.Count(p => p.SyncEnabled),
            })
            .SingleOrDefaultAsync(cancellationToken);

        var seenUpTo = await db.Users.Where(u => u.Id == userId).Select(u => u.NotificationsSeenUpTo).SingleOrDefaultAsync(cancellationToken);
        var notices = db.SyncEvents.AsNoTracking().Where(e => e.UserId == userId
            && (e.Type == SyncEventType.Failed || e.Type == SyncEventType.HeldBack || e.Type == SyncEventType.SignInNeeded));
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.UserId == userId, cancellationToken);

        State = new FrameState
        {
            ReviewCount = counts is { Review: > 0 } ? await CountDecisionsAsync(db, playlists, cancellationToken) : 0,
            BusyCount = counts?.Busy ?? 0,
            EnabledCount = counts?.Enabled ?? 0,
            Server = account is null ? ServerState.Unknown : ServerState.Of(account, schedules.NextLook(account.Library.LookAgainAt), clock.GetUtcNow(), wording),
            Notices = await NameAsync(await notices.OrderByDescending(e => e.Id).Take(NoticesShown).ToListAsync(cancellationToken), playlists, cancellationToken),
            UnseenCount = await notices.CountAsync(e => e.Id > seenUpTo, cancellationToken),
        };
    });

    // Rows of the same track are one decision, whatever id each source gives it.
    private static async Task<int> CountDecisionsAsync(SpotterDbContext db, IQueryable<Playlist> playlists, CancellationToken cancellationToken)
    {
        var wanted = await db.Tracks
            .Where(track => track.Zone == MatchZone.Review)
            .Join(playlists, track => track.PlaylistId, playlist => playlist.Id, (track, _) => new { track.Id, track.Key, track.SourceTrack.Title, track.SourceTrack.Artists, track.SourceTrack.Album })
            .ToListAsync(cancellationToken);
        return WantedTracks.Group(wanted, row => row.Id, row => row.Key, row => new SourceTrack { Title = row.Title, Artists = row.Artists, Album = row.Album }).Count();
    }

    private static async Task<IReadOnlyList<FrameNotice>> NameAsync(List<SyncEvent> events, IQueryable<Playlist> playlists, CancellationToken cancellationToken)
    {
        var ids = events.Select(e => e.PlaylistId).OfType<int>().Distinct().ToList();
        var names = ids.Count == 0 ? [] : await playlists.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.NameOverride ?? p.Name, cancellationToken);
        return
        [
            .. events.Select(e => e.PlaylistId is { } id && names.TryGetValue(id, out var name)
                ? new FrameNotice(e, name, id)
                : new FrameNotice(e, EventFigures.Read(e.Metadata).PlaylistName, null)),
        ];
    }

    public async Task MarkSeenAsync(int userId)
    {
        if (State.UnseenCount == 0)
        {
            return;
        }

        var upTo = State.Notices[0].Event.Id;
        await using var db = await contexts.CreateDbContextAsync();
        await db.Users.Where(u => u.Id == userId && u.NotificationsSeenUpTo < upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.NotificationsSeenUpTo, upTo));
        State = State with { UnseenCount = 0 };
    }
}
