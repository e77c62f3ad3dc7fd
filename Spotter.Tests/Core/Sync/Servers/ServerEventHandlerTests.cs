using Spotter.Core.Library;
using Spotter.Core.Playlists;
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
