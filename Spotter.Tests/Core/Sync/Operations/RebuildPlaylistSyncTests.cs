using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

/// <summary>A rebuild creates the new target before it deletes the old one, wherever it is interrupted.</summary>
public sealed class RebuildPlaylistSyncTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_rebuild_makes_a_new_target_before_it_deletes_the_old_one()
    {
        var (ann, id) = await SyncedAsync();
        var old = Server.Lists[0].Id;
        Server.Calls.Clear();

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild());

        var list = Assert.Single(Server.Lists);
        Assert.NotEqual(old, list.Id);
        Assert.Equal(["create", "describe", "delete"], Server.Writes);
        Assert.Equal((list.Id, SyncStatus.Success, "Road trip"), (playlist.NavidromePlaylistId, playlist.Status, list.Name));
        Assert.Equal(SyncEventType.Rebuilt, (await _host.EventsAsync(id))[^1].Type);
    }

    [Theory]
    [InlineData("create", true)]
    [InlineData("create", false)]
    [InlineData("describe", false)]
    [InlineData("describe", true)]
    [InlineData("delete", false)]
    [InlineData("delete", true)]
    public async Task A_rebuild_that_is_cut_short_anywhere_ends_with_one_target(string call, bool afterItActed)
    {
        var (ann, id) = await SyncedAsync();
        Func<string, Task> fail = name => name == call ? throw Unavailable() : Task.CompletedTask;
        (Server.Before, Server.After) = afterItActed ? (null, fail) : (fail, (Func<string, Task>?)null);

        var failed = await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild());
        (Server.Before, Server.After) = (null, null);
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(SyncStatus.Error, failed.Status);
        var list = Assert.Single(Server.Lists);
        Assert.Equal((SyncStatus.Success, list.Id, "Road trip"), (playlist.Status, playlist.NavidromePlaylistId, list.Name));
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(list.Id));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Switching_off_in_the_middle_of_a_rebuild_keeps_the_old_target_or_deletes_both(bool delete, int listsLeft)
    {
        var (ann, id) = await SyncedAsync();
        var old = Server.Lists[0].Id;
        Server.After = name => name == "create" ? throw Unavailable() : Task.CompletedTask;
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild());
        Server.After = null;
        Assert.Equal(2, Server.Lists.Count);

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, delete, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Pending, null), (playlist.Status, playlist.SyncError.Words));
        Assert.Equal(listsLeft, Server.Lists.Count);
        Assert.All(Server.Lists, list => Assert.Equal((old, "Road trip"), (list.Id, list.Name)));
    }

    [Theory]
    [InlineData("a copy that nobody touched goes", false, 1)]
    [InlineData("one that somebody edited is not ours to delete", true, 2)]
    public async Task Of_two_lists_with_the_same_token_one_is_adopted(string why, bool isEdited, int listsLeft)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Server.After = name => name == "create" ? throw Unavailable() : Task.CompletedTask;
        await _host.EnableAndRunAsync(ann, id);
        Server.After = null;
        Server.Add(Server.Lists[0].Name, isEdited ? ["s2"] : ["s1", "s2", "s3"]);

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(SyncStatus.Success, playlist.Status);
        Assert.True(listsLeft == Server.Lists.Count, why);
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(playlist.NavidromePlaylistId!));
    }

    [Fact]
    public async Task A_rebuild_that_would_lose_too_much_is_held_back()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(20));
        var before = await _host.EnableAndRunAsync(ann, id);
        Server.Library.RemoveRange(5, 15);
        Server.Stamp = "2";
        _host.Clock.Advance(TimeSpan.FromHours(1));
        Server.Calls.Clear();

        var held = await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild());

        Assert.Empty(Server.Writes);
        Assert.Equal((SyncStatus.Warning, SafetyRule.LibraryShrank), (held.Status, held.HeldBackRule));
        Assert.Equal(before.NavidromePlaylistId, held.NavidromePlaylistId);
    }

    [Fact]
    public async Task Switching_off_twice_in_a_rebuild_still_keeps_the_old_target()
    {
        var (ann, id) = await SyncedAsync();
        var old = Server.Lists[0].Id;
        Server.After = name => name == "create" ? throw Unavailable() : Task.CompletedTask;
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild());
        Server.After = name => name == "delete" ? throw Unavailable() : Task.CompletedTask;
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        var failed = await _host.RunAsync(id);
        Server.After = null;

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Error, SyncStatus.Pending), (failed.Status, playlist.Status));
        Assert.Equal((old, "Road trip"), (Assert.Single(Server.Lists).Id, Server.Lists[0].Name));
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(old));
    }

    private static ProviderException Unavailable() => new("navidrome", ProviderFailure.Unavailable, new Fact.SaidBefore("Navidrome did not answer."));

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
