using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
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

        Assert.Equal((SyncStatus.Pending, null), (playlist.Status, playlist.SyncError.Words));
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
    public async Task Pairing_adopts_the_users_playlist_under_its_name_and_drops_its_own_row()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        await _host.Get<Spotter.Core.Library.LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);
        var list = Server.Add("My roads", ["s3"]);
        await _host.Get<Spotter.Core.Library.ServerPlaylists>().RefreshAsync(ann.UserId, default);

        var preview = await _host.Get<SyncPreviews>().PreviewAsync(ann.UserId, id, list, default);
        Assert.Equal(["s3"], Server.ContentOf(list));
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list, preview!.Plan.Fingerprint));

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

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));

        Assert.True(playlist.SyncError.Words == message, $"{why}: {playlist.SyncError.Words}");
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

        var held = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));

        Assert.Equal(SafetyRule.TargetWouldShrink, held.HeldBackRule);
        Assert.Equal(20, Server.ContentOf(list).Count);
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway(held.HeldBackPlan!));
        Assert.Equal(2, Server.ContentOf(list).Count);
        Assert.Equal(SyncStatus.Success, playlist.Status);
    }

    [Fact]
    public async Task An_earlier_content_comes_back_and_stays_until_the_source_changes()
    {
        var (ann, id) = await SyncedAsync();
        var list = Server.Lists[0].Id;
        Server.SetContent(list, "s3", "s1");
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        int snapshot;
        await using (var db = _host.Database.CreateDbContext())
        {
            snapshot = db.TargetSnapshots.Single().Id;
        }

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(snapshot));
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(["s3", "s1"], Server.ContentOf(list));
        Assert.Contains(await _host.EventsAsync(id), e => e.Type == SyncEventType.Restored);
        await _host.ImportAsync(ann, "Road trip", [CoreHost.Track(CoreHost.TitleOf(2), isrc: CoreHost.IsrcOf(2))]);
        await _host.RunAsync(id);
        Assert.Equal(["s2"], Server.ContentOf(list));
    }

    [Fact]
    public async Task The_last_ten_contents_of_each_playlist_are_kept()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(12);
        var quiet = await _host.ImportAsync(ann, "Quiet", [tracks[0]]);
        var busy = await _host.ImportAsync(ann, "Busy", [.. tracks.Take(3)]);
        await SyncWithContentAsync(ann, quiet, "s9");
        for (var i = 1; i <= 12; i++)
        {
            await SyncWithContentAsync(ann, busy, $"s{i}");
        }

        Assert.Equal(Enumerable.Range(3, 10).Select(i => $"s{i}"), (await KeptAsync(busy)).Select(Assert.Single));
        Assert.Equal(["s9"], Assert.Single(await KeptAsync(quiet)));
    }

    [Theory]
    [InlineData("a sync")]
    [InlineData("a rebuild")]
    [InlineData("a pairing")]
    [InlineData("a restore")]
    [InlineData("a deletion")]
    public async Task What_a_list_holds_is_kept_before_it_is_changed(string by)
    {
        var (ann, id) = await SyncedAsync();
        var list = Server.Lists[0].Id;
        await SyncWithContentAsync(ann, id, "s2");
        var earlier = (await SnapshotsAsync(id)).Single().Id;
        var other = Server.Add("My roads", ["s3"]);
        Server.SetContent(list, "s3", "s1");
        var changed = by == "a pairing" ? other : list;
        var held = Server.ContentOf(changed).ToList();
        IReadOnlyList<string>? kept = null;
        Server.Calls.Clear();
        Server.Before = async _ => kept ??= Server.Writes.Count > 0 ? (await KeptAsync(id))[^1] : null;

        var playlist = by switch
        {
            "a rebuild" => await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild()),
            "a pairing" => await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(other)),
            "a restore" => await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(earlier)),
            "a deletion" => await DeleteAsync(ann, id),
            _ => await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync()),
        };

        Assert.Null(playlist.SyncError.Words);
        Assert.NotEmpty(Server.Writes);
        Assert.Equal(held, kept ?? []);
    }

    [Theory]
    [InlineData("a sync")]
    [InlineData("a rebuild")]
    [InlineData("a deletion")]
    public async Task Before_each_change_of_the_server_the_lease_is_pushed_out(string by)
    {
        var (ann, id) = await SyncedAsync();
        Server.Edit(Server.Lists[0].Id, list => list with { Comment = "" });
        Server.SetContent(Server.Lists[0].Id, "s3", "s1");
        var late = new List<string>();
        Server.Calls.Clear();
        Server.Before = async call =>
        {
            var isWrite = Server.Writes is [.., var last] && last == call;
            if (isWrite && (await _host.FindAsync(id)).LeaseUntil != _host.Clock.GetUtcNow() + TimeSpan.FromSeconds(120))
            {
                late.Add(call);
            }
        };
        Server.After = _ =>
        {
            // Less than the time after which a lease is renewed.
            _host.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return Task.CompletedTask;
        };

        _ = by switch
        {
            "a rebuild" => await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild()),
            "a deletion" => await DeleteAsync(ann, id),
            _ => await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync()),
        };

        Assert.NotEmpty(Server.Writes);
        Assert.Empty(late);
    }

    [Fact]
    public async Task A_list_that_was_let_go_is_never_taken_for_the_target_again()
    {
        var (ann, id) = await SyncedAsync();
        var let = Server.Lists[0].Id;
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        await _host.RunAsync(id);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.LetGo());
        Server.Edit(let, list => list with { Name = "Mine now" });
        var again = await _host.EnableAndRunAsync(ann, id);
        Server.Drop(again.NavidromePlaylistId!);

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((SyncStatus.Warning, SafetyRule.TargetGone), (playlist.Status, playlist.HeldBackRule));
        Assert.Equal((let, "Mine now"), (Assert.Single(Server.Lists).Id, Server.Lists[0].Name));
    }

    [Fact]
    public async Task A_list_that_another_playlist_keeps_is_not_paired()
    {
        var (ann, first) = await SyncedAsync();
        var list = Server.Lists[0].Id;
        var id = await _host.ImportAsync(ann, "Other roads", [CoreHost.Track(CoreHost.TitleOf(2), isrc: CoreHost.IsrcOf(2))]);

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));

        Assert.Equal("'Road trip' is already kept in sync from 'Road trip'. Nothing was changed.", playlist.SyncError.Words);
        Assert.Equal((SyncStatus.Error, null), (playlist.Status, playlist.NavidromePlaylistId));
        Assert.Equal(list, (await _host.FindAsync(first)).NavidromePlaylistId);
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(list));
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

    [Fact]
    public async Task A_removal_does_not_wait_for_the_scan()
    {
        var (ann, id) = await SyncedAsync();
        _host.Clock.Advance(TimeSpan.FromHours(1)); // what Spotter knows of the server is old
        Server.IsScanning = true;

        var playlist = await DeleteAsync(ann, id);

        Assert.Equal((SyncStatus.Pending, null, null), (playlist.Status, playlist.WaitingFor, playlist.SyncWantedAt));
        Assert.Empty(Server.Lists);
    }

    private async Task<Playlist> DeleteAsync(Account owner, int playlistId)
    {
        await _host.Requests.SetSyncEnabledAsync(owner.UserId, playlistId, false, true, SyncTrigger.User, default);
        return await _host.RunAsync(playlistId);
    }

    /// <summary>Somebody puts these songs into the target, and the next sync undoes it.</summary>
    private async Task SyncWithContentAsync(Account owner, int playlistId, params string[] songIds)
    {
        if ((await _host.FindAsync(playlistId)).NavidromePlaylistId is null)
        {
            await _host.EnableAndRunAsync(owner, playlistId);
        }

        Server.SetContent((await _host.FindAsync(playlistId)).NavidromePlaylistId!, songIds);
        await _host.RequestAndRunAsync(owner, playlistId, SyncCommand.Sync());
    }

    private async Task<IReadOnlyList<TargetSnapshot>> SnapshotsAsync(int playlistId)
    {
        await using var db = _host.Database.CreateDbContext();
        return await db.TargetSnapshots.AsNoTracking().Where(snapshot => snapshot.PlaylistId == playlistId).OrderBy(snapshot => snapshot.Id).ToListAsync();
    }

    /// <summary>The kept contents, oldest first.</summary>
    private async Task<IReadOnlyList<IReadOnlyList<string>>> KeptAsync(int playlistId)
        => [.. (await SnapshotsAsync(playlistId)).Select(snapshot => snapshot.Songs.Select(song => song.Id).ToList())];

    private static ProviderException Unavailable() => new("navidrome", ProviderFailure.Unavailable, new Fact.SaidBefore("Navidrome did not answer."));

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
