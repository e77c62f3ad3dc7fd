using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

/// <summary>Removal, rebuild, pairing and restore.</summary>
public sealed class OtherOperationsTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Switching_off_keeps_the_target_or_deletes_it_as_the_user_said(bool delete, int listsLeft)
    {
        var (ann, id) = await SyncedAsync();

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, delete, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal(listsLeft, Server.Lists.Count);
        Assert.Equal((SyncStatus.Pending, false, null), (playlist.Status, playlist.SyncEnabled, playlist.NavidromePlaylistId));
        Assert.Equal((0, null, null), (playlist.TotalCount, playlist.DesiredFingerprint, playlist.LastSyncedAt));
        Assert.Equal(SyncEventType.Removed, (await _host.EventsAsync(id))[^1].Type);
    }

    [Fact]
    public async Task Deleting_a_target_that_is_gone_already_is_fine()
    {
        var (ann, id) = await SyncedAsync();
        Server.Drop(Server.Lists[0].Id);

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, true, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Pending, null), (playlist.Status, playlist.SyncError));
    }

    [Fact]
    public async Task Off_and_on_again_before_a_run_is_a_sync_and_the_target_stays()
    {
        var (ann, id) = await SyncedAsync();

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, true, SyncTrigger.User, default);
        var playlist = await _host.EnableAndRunAsync(ann, id);

        Assert.Equal((SyncStatus.Success, true), (playlist.Status, playlist.SyncEnabled));
        Assert.Single(Server.Lists);
    }

    [Fact]
    public async Task A_rebuild_makes_a_new_target_before_it_deletes_the_old_one()
    {
        var (ann, id) = await SyncedAsync();
        var old = Server.Lists[0].Id;
        Server.Calls.Clear();

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncWish.Rebuild());

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

        var failed = await _host.RequestAndRunAsync(ann, id, SyncWish.Rebuild());
        (Server.Before, Server.After) = (null, null);
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncWish.Sync());

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
        await _host.RequestAndRunAsync(ann, id, SyncWish.Rebuild());
        Server.After = null;
        Assert.Equal(2, Server.Lists.Count);

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, delete, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Pending, null), (playlist.Status, playlist.SyncError));
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

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncWish.Sync());

        Assert.Equal(SyncStatus.Success, playlist.Status);
        Assert.True(listsLeft == Server.Lists.Count, why);
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(playlist.NavidromePlaylistId!));
    }

    [Fact]
    public async Task Pairing_adopts_the_users_playlist_under_its_name_and_drops_its_own_row()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        await _host.Get<Spotter.Core.Library.LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);
        var list = Server.Add("My roads", ["s3"]);
        await _host.Get<Spotter.Core.Library.ServerPlaylists>().RefreshAsync(ann.UserId, default);

        var preview = await _host.Get<SyncPreviews>().PreviewAsync(ann.UserId, id, list, default);
        Assert.Equal(["s3"], Server.ContentOf(list));
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncWish.Pair(list, preview!.Plan.Fingerprint));

        Assert.Equal(["s1", "s2"], preview.Added.Select(song => song.Id));
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(list));
        Assert.Equal((list, "My roads", true), (playlist.NavidromePlaylistId, playlist.NameOverride, playlist.SyncEnabled));
        Assert.Equal("My roads", Assert.Single(Server.Lists).Name);
        await using var db = _host.Database.CreateDbContext();
        Assert.DoesNotContain(db.Playlists, p => p.Source == ProviderKinds.Navidrome);
        Assert.Equal(["s3"], Assert.Single(db.TargetSnapshots).Songs.Select(song => song.Id));
    }

    [Theory]
    [InlineData("somebody else's", "bob", false, "'Their list' belongs to somebody else, so Spotter cannot keep it. Nothing was changed.")]
    [InlineData("read-only", "ann", true, "'Their list' is a smart playlist or comes from a file, so its songs cannot be written. Nothing was changed.")]
    public async Task A_playlist_that_may_not_be_written_is_not_paired(string why, string owner, bool isReadOnly, string message)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        var list = Server.Add("Their list", ["s3"], owner, isReadOnly);

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncWish.Pair(list));

        Assert.True(playlist.SyncError == message, $"{why}: {playlist.SyncError}");
        Assert.Equal((SyncStatus.Error, null), (playlist.Status, playlist.NavidromePlaylistId));
        Assert.Empty(Server.Writes);
    }

    [Fact]
    public async Task A_pairing_that_would_take_much_away_is_held_back_unless_the_user_saw_it()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(20);
        var id = await _host.ImportAsync(ann, "Road trip", [.. tracks.Take(2)]);
        await _host.Get<Spotter.Core.Library.LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);
        var list = Server.Add("My roads", Enumerable.Range(1, 20).Select(i => $"s{i}"));

        var held = await _host.RequestAndRunAsync(ann, id, SyncWish.Pair(list));

        Assert.Equal(nameof(SafetyRule.TargetWouldShrink), held.HeldBackRule);
        Assert.Equal(20, Server.ContentOf(list).Count);
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncWish.ApplyAnyway(held.HeldBackPlan!));
        Assert.Equal(2, Server.ContentOf(list).Count);
        Assert.Equal(SyncStatus.Success, playlist.Status);
    }

    [Fact]
    public async Task An_earlier_content_comes_back_and_stays_until_the_source_changes()
    {
        var (ann, id) = await SyncedAsync();
        var list = Server.Lists[0].Id;
        Server.SetContent(list, "s3", "s1");
        await _host.RequestAndRunAsync(ann, id, SyncWish.Sync());
        int snapshot;
        await using (var db = _host.Database.CreateDbContext())
        {
            snapshot = db.TargetSnapshots.Single().Id;
        }

        await _host.RequestAndRunAsync(ann, id, SyncWish.Restore(snapshot));
        await _host.RequestAndRunAsync(ann, id, SyncWish.Sync());

        Assert.Equal(["s3", "s1"], Server.ContentOf(list));
        Assert.Contains(await _host.EventsAsync(id), e => e.Type == SyncEventType.Restored);
        await _host.ImportAsync(ann, "Road trip", [CoreHost.Track(CoreHost.TitleOf(2), isrc: CoreHost.IsrcOf(2))]);
        await _host.RunAsync(id);
        Assert.Equal(["s2"], Server.ContentOf(list));
    }

    [Fact]
    public async Task The_last_ten_contents_are_kept()
    {
        var (ann, id) = await SyncedAsync();
        for (var i = 0; i < 12; i++)
        {
            Server.SetContent(Server.Lists[0].Id, "s3");
            await _host.RequestAndRunAsync(ann, id, SyncWish.Sync());
        }

        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(10, db.TargetSnapshots.Count());
    }

    private static ProviderException Unavailable() => new("navidrome", ProviderFailure.Unavailable, "Navidrome did not answer.");

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
