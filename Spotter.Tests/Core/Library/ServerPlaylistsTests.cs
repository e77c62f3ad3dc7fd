using Microsoft.EntityFrameworkCore;
using Spotter.Core.Library;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Library;

public sealed class ServerPlaylistsTests : IDisposable
{
    private readonly CoreHost _host = new();

    private ServerPlaylists Playlists => _host.Get<ServerPlaylists>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_servers_own_playlists_become_rows_and_targets_and_lists_in_the_making_do_not()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(2));
        await _host.EnableAndRunAsync(ann, id);
        _host.Server.Add("By hand", ["s1"]);
        _host.Server.Add("Bob's", ["s1"], owner: "bob");
        _host.Server.Add(TargetToken.NameWith("Half", TargetToken.Create()), ["s1"]);

        var count = await Playlists.RefreshAsync(ann.UserId, default);
        await Playlists.RefreshAsync(ann.UserId, default);

        Assert.Equal(1, count);
        await using var db = _host.Database.CreateDbContext();
        var row = await db.Playlists.SingleAsync(p => p.Source == ProviderKinds.Navidrome);
        Assert.Equal(("By hand", 1), (row.Name, row.TrackCount));
    }

    [Fact]
    public async Task One_that_vanished_is_marked_and_kept()
    {
        var ann = await _host.Database.AddUserAsync();
        var list = _host.Server.Add("By hand", []);
        await Playlists.RefreshAsync(ann.UserId, default);
        _host.Server.Drop(list);

        await Playlists.RefreshAsync(ann.UserId, default);

        await using var db = _host.Database.CreateDbContext();
        Assert.True((await db.Playlists.SingleAsync()).IsGoneAtSource);
    }

    [Fact]
    public async Task Only_own_writable_playlists_that_nobody_keeps_can_be_paired_with()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(2));
        await _host.EnableAndRunAsync(ann, id);
        var free = _host.Server.Add("Free", []);
        _host.Server.Add("Smart", [], isReadOnly: true);
        _host.Server.Add("Bob's", [], owner: "bob");

        Assert.Equal(free, Assert.Single(await Playlists.ListPairableAsync(ann.UserId, default)).Id);
    }

    [Fact]
    public async Task They_are_no_sync_source()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.Server.Add("By hand", []);
        await Playlists.RefreshAsync(ann.UserId, default);
        await using var db = _host.Database.CreateDbContext();

        var outcome = await _host.Requests.SetSyncEnabledAsync(ann.UserId, (await db.Playlists.SingleAsync()).Id, true, null, SyncTrigger.User, default);

        Assert.Equal(SyncRequestOutcome.NotASource, outcome);
    }
}
