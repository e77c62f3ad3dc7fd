using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>What a sweep finds, and what it leaves alone.</summary>
public sealed class SyncRecoveryTests : IDisposable
{
    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_lease_that_is_over_is_told_to_the_pages_and_one_that_is_not_is_not()
    {
        var (ann, id) = await WantedAsync();
        var told = new List<int>();
        using var listening = _host.Get<EventBus>().Subscribe<PlaylistStatusChanged>(ann.UserId, change => told.Add(change.PlaylistId));
        Assert.NotNull(await _host.Get<SyncLeases>().TryTakeAsync(id, default));

        _host.Clock.Advance(TimeSpan.FromSeconds(120));
        await SweepAsync();
        Assert.Empty(told);
        _host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await SweepAsync();

        Assert.Equal([id], told);
        var last = (await _host.EventsAsync(id))[^1];
        Assert.Equal((SyncEventType.Skipped, "Interrupted; it runs again."), (last.Type, last.Message.Words));
    }

    [Fact]
    public async Task After_the_third_loss_the_error_is_said_and_nobody_is_nudged()
    {
        var (_, id) = await WantedAsync();
        for (var loss = 1; loss <= 3; loss++)
        {
            _host.Scheduler.Nudges.Clear();
            Assert.NotNull(await _host.Get<SyncLeases>().TryTakeAsync(id, default));
            _host.Clock.Advance(TimeSpan.FromSeconds(121));
            await SweepAsync();
            Assert.Equal((loss % 3, loss < 3 ? 1 : 0), ((await _host.FindAsync(id)).LeaseLosses, _host.Scheduler.Nudges.Count));
        }

        var playlist = await _host.FindAsync(id);
        const string message = "The sync was interrupted three times in a row. Try again. If this continues, check Spotter's log.";
        Assert.Equal((message, null, null), (playlist.SyncError.Words, playlist.LeaseId, playlist.LeaseUntil));
        var last = (await _host.EventsAsync(id))[^1];
        Assert.Equal((SyncEventType.Failed, message), (last.Type, last.Message.Words));
        Assert.Contains("\"status\":\"error\"", last.Metadata, StringComparison.Ordinal);
        await using var db = _host.Database.CreateDbContext();
        Assert.False(await db.SyncRequests.AnyAsync());
    }

    [Fact]
    public async Task What_was_put_off_is_nudged_when_its_time_has_come()
    {
        var (_, id) = await WantedAsync();
        _host.Server.IsScanning = true;
        await _host.RunAsync(id);
        _host.Scheduler.Nudges.Clear();

        _host.Clock.Advance(TimeSpan.FromSeconds(59));
        await SweepAsync();
        Assert.Empty(_host.Scheduler.Nudges);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await SweepAsync();

        Assert.Equal(id, Assert.Single(_host.Scheduler.Nudges).PlaylistId);
    }

    [Fact]
    public async Task A_wish_of_a_clock_that_was_ahead_is_nudged()
    {
        var (_, id) = await WantedAsync();
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.SyncWantedAt, _host.Clock.GetUtcNow().AddDays(1)));
        }

        _host.Scheduler.Nudges.Clear();
        await SweepAsync();

        Assert.Equal(id, Assert.Single(_host.Scheduler.Nudges).PlaylistId);
    }

    [Fact]
    public async Task What_waits_longest_is_nudged_first()
    {
        var (ann, first) = await WantedAsync();
        var second = await _host.ImportAsync(ann, "Second", CoreHost.Tracks(1, 1));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, second, true, null, SyncTrigger.User, default);
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.Where(p => p.Id == second).ExecuteUpdateAsync(set => set.SetProperty(p => p.SyncWantedAt, _host.Clock.GetUtcNow().AddMinutes(-1)));
        }

        _host.Scheduler.Nudges.Clear();
        await _host.Get<SyncRecovery>().SweepAsync(atStart: true, default);

        Assert.Equal([second, first], _host.Scheduler.Nudges.Select(nudge => nudge.PlaylistId));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(30, false)]
    [InlineData(60, false)]
    [InlineData(3_600, true)]
    public async Task A_server_that_was_scanning_is_looked_at_when_its_time_has_come_and_then_a_minute_later(int seconds, bool isNow)
    {
        var (ann, _) = await WantedAsync();
        var now = _host.Clock.GetUtcNow();
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Library.LookAgainAt, now.AddSeconds(seconds)));
        }

        await SweepAsync();
        await SweepAsync();

        Assert.Equal(isNow ? [ann.Id] : [], _host.Scheduler.Accounts);
        await using var after = _host.Database.CreateDbContext();
        Assert.Equal(now.AddSeconds(isNow ? 60 : seconds), (await after.Accounts.SingleAsync()).Library.LookAgainAt);
    }

    [Fact]
    public async Task At_its_first_turn_it_queues_what_waits_and_from_then_on_every_thirty_seconds_what_is_due()
    {
        var (ann, id) = await WantedAsync();
        _host.Scheduler.Nudges.Clear();
        var recovery = _host.Get<SyncRecovery>();

        await recovery.StartAsync(default);
        await Eventually.HoldsAsync("the first turn", () => Task.FromResult(!_host.Scheduler.Nudges.IsEmpty));
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Library.LookAgainAt, _host.Clock.GetUtcNow()));
        }

        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        await Eventually.HoldsAsync("the second turn", () => Task.FromResult(_host.Scheduler.Accounts.Contains(ann.Id)));
        await recovery.StopAsync(default);

        Assert.Equal(id, Assert.Single(_host.Scheduler.Nudges).PlaylistId);
    }

    private Task SweepAsync() => _host.Get<SyncRecovery>().SweepAsync(atStart: false, default);

    private async Task<(Account Ann, int PlaylistId)> WantedAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, true, null, SyncTrigger.User, default);
        return (ann, id);
    }
}
