using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Scheduling;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Layout;

/// <summary>Reads what the frame shows, and remembers what the user has seen.</summary>
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
                // What waits for more decisions is not at work.
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
            ReviewCount = counts?.Review ?? 0,
            BusyCount = counts?.Busy ?? 0,
            EnabledCount = counts?.Enabled ?? 0,
            Server = account is null ? ServerState.Unknown : ServerState.Of(account, schedules.NextLook(account.Library.LookAgainAt), clock.GetUtcNow(), wording),
            Notices = await notices.OrderByDescending(e => e.Id).Take(NoticesShown).ToListAsync(cancellationToken),
            UnseenCount = await notices.CountAsync(e => e.Id > seenUpTo, cancellationToken),
        };
    });

    public async Task MarkSeenAsync(int userId)
    {
        if (State.UnseenCount == 0)
        {
            return;
        }

        var upTo = State.Notices[0].Id;
        await using var db = await contexts.CreateDbContextAsync();
        await db.Users.Where(u => u.Id == userId && u.NotificationsSeenUpTo < upTo)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.NotificationsSeenUpTo, upTo));
        State = State with { UnseenCount = 0 };
    }
}
