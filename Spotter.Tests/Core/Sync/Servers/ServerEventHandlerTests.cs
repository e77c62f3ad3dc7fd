using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Servers;

public sealed class ServerEventHandlerTests : IDisposable
{
    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task When_a_scan_has_ended_every_account_is_looked_at_and_what_waited_goes_on_at_once()
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        _host.Server.IsScanning = true;
        await _host.EnableAndRunAsync(ann, id);
        _host.Scheduler.Accounts.Clear();
        _host.Scheduler.Nudges.Clear();
        _host.Server.IsScanning = false;

        await _host.Get<ServerEventHandler>().TakeAsync(default);

        Assert.Equal([ann.Id, bob.Id], _host.Scheduler.Accounts);
        Assert.Equal([(id, SyncOperation.Sync)], _host.Scheduler.Nudges);
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
    }

    [Fact]
    public async Task What_waits_longest_goes_on_first_with_what_was_asked_for_and_nothing_else_is_touched()
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");
        var ids = new List<int>();
        foreach (var name in new[] { "First", "Second", "Third", "Fourth" })
        {
            ids.Add(await _host.ImportAsync(ann, name, _host.FillLibrary(1)));
            await _host.Requests.SetSyncEnabledAsync(ann.UserId, ids[^1], true, null, SyncTrigger.User, default);
            await _host.Requests.RequestAsync(ann.UserId, ids[^1], ids.Count == 2 ? SyncCommand.Rebuild() : SyncCommand.Sync(), SyncTrigger.User, default);
        }

        var (now, later) = (_host.Clock.GetUtcNow(), _host.Clock.GetUtcNow().AddSeconds(40));
        await using (var db = _host.Database.CreateDbContext())
        {
            var (first, second, third, fourth) = (await db.Playlists.FindAsync(ids[0]), await db.Playlists.FindAsync(ids[1]), await db.Playlists.FindAsync(ids[2]), await db.Playlists.FindAsync(ids[3]));
            (first!.WaitingFor, first.NotBefore, first.SyncWantedAt) = (new Fact.WaitingForScan(null), later, now);
            (second!.WaitingFor, second.NotBefore, second.SyncWantedAt) = (new Fact.WaitingForScan(3), later, now.AddMinutes(-1));
            (third!.WaitingFor, third.NotBefore) = (null, later);
            (fourth!.WaitingFor, fourth.NotBefore, fourth.Status) = (new Fact.WaitingForScan(3), later, SyncStatus.Success);
            await db.SaveChangesAsync();
            await db.Accounts.Where(account => account.Id == bob.Id).ExecuteUpdateAsync(set => set.SetProperty(account => account.NeedsSignIn, true));
        }

        _host.Scheduler.Nudges.Clear();
        await _host.Get<ServerEventHandler>().TakeAsync(default);

        Assert.Equal([(ids[1], SyncOperation.Rebuild), (ids[0], SyncOperation.Sync)], _host.Scheduler.Nudges);
        Assert.Equal([ann.Id], _host.Scheduler.Accounts);
        Assert.Equal([null, null, later, later], [(await _host.FindAsync(ids[0])).NotBefore, (await _host.FindAsync(ids[1])).NotBefore, (await _host.FindAsync(ids[2])).NotBefore, (await _host.FindAsync(ids[3])).NotBefore]);
    }

    [Fact]
    public async Task A_look_of_a_moment_ago_does_not_hide_a_scan_that_has_just_ended()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        var cache = _host.Get<LibraryIndexCache>();
        await cache.GetFreshAsync(ann.Id, null, null, default);
        _host.Server.Library.Add(FakeMusicServer.Song("new", "New"));
        _host.Server.Stamp = "2";

        await _host.Get<ServerEventHandler>().TakeAsync(default);

        Assert.Equal(4, (await cache.GetFreshAsync(ann.Id, null, null, default)).Count);
    }
}
