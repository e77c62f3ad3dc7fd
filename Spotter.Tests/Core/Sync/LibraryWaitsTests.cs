using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>Which queued playlists are put off while the server scans a library that was never read.</summary>
public sealed class LibraryWaitsTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    private LibraryWaits Waits => _host.Get<LibraryWaits>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_playlist_waits_for_the_first_scan_a_minute_at_a_time_and_its_pages_are_told()
    {
        var (userId, id) = await QueuedAsync();
        await using var db = _host.Database.CreateDbContext();
        var ann = await db.Accounts.SingleAsync();
        var other = await _host.ImportAsync(ann, "Rain", CoreHost.Tracks(1, 3));
        await _host.Requests.SetSyncEnabledAsync(userId, other, true, null, SyncTrigger.User, default);
        Server.IsScanning = true;
        var told = new List<int>();
        using var pages = _host.Get<EventBus>().Subscribe<PlaylistStatusChanged>(userId, change => told.Add(change.PlaylistId));

        Assert.True(await Waits.MustWaitAsync(id, default));

        var row = await _host.FindAsync(id);
        Assert.Equal((SyncStatus.Pending, _host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1)), (row.Status, row.NotBefore));
        Assert.Equal(3, Assert.IsType<Fact.WaitingForScan>(row.WaitingFor).Files);
        Assert.Equal([id], told);
        Assert.Equal((null, null), ((await _host.FindAsync(other)).NotBefore, (await _host.FindAsync(other)).WaitingFor));

        // Until then, the server is not asked.
        Server.Calls.Clear();
        Assert.False(await Waits.MustWaitAsync(id, default));
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public async Task Nothing_waits_where_the_server_does_not_scan_or_the_library_was_read_before()
    {
        var (_, id) = await QueuedAsync();
        Assert.False(await Waits.MustWaitAsync(id, default));

        await _host.RunAsync(id);
        Server.IsScanning = true;
        await _host.Requests.RequestAsync((await _host.FindAsync(id)).UserId, id, SyncCommand.Sync(), SyncTrigger.User, default);
        Assert.False(await Waits.MustWaitAsync(id, default));
        Assert.Null((await _host.FindAsync(id)).WaitingFor);
    }

    [Fact]
    public async Task A_removal_needs_no_library()
    {
        var (userId, id) = await QueuedAsync();
        await _host.Requests.SetSyncEnabledAsync(userId, id, false, false, SyncTrigger.User, default);
        Server.IsScanning = true;
        Server.Calls.Clear();

        Assert.False(await Waits.MustWaitAsync(id, default));
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public async Task What_is_not_queued_does_not_wait()
    {
        var (_, id) = await QueuedAsync();
        Server.IsScanning = true;
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, SyncStatus.Success));
        }

        Assert.False(await Waits.MustWaitAsync(id, default));
        Assert.False(await Waits.MustWaitAsync(id + 1, default));
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public async Task A_server_that_cannot_say_is_the_runs_own_trouble()
    {
        var (_, id) = await QueuedAsync();
        Server.Before = _ => throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It went away."));

        Assert.False(await Waits.MustWaitAsync(id, default));
    }

    private async Task<(int UserId, int PlaylistId)> QueuedAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Assert.Equal(SyncRequestOutcome.Accepted, await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, true, null, SyncTrigger.User, default));
        Server.Calls.Clear();
        return (ann.UserId, id);
    }
}
