using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

/// <summary>The effect of pairing on everything that knew one of the two lists before.</summary>
public sealed class PairWithNavidromeTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_list_that_was_left_is_lost_to_the_playlist_that_is_paired_with_it()
    {
        var (ann, first) = await SyncedAsync("First");
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, first, false, false, SyncTrigger.User, default);
        var left = await _host.RunAsync(first);
        var list = left.LeftTargetId!;
        var second = await _host.ImportAsync(ann, "Second", CoreHost.Tracks(1, 3));

        var paired = await _host.RequestAndRunAsync(ann, second, SyncCommand.Pair(list));

        Assert.Equal((list, SyncStatus.Success), (paired.NavidromePlaylistId, paired.Status));
        var lost = await _host.FindAsync(first);
        Assert.Equal((null, null, null), (lost.NavidromePlaylistId, lost.LeftTargetId, lost.TargetName));
        Assert.NotEqual(left.Marker, lost.Marker);
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal([second], await db.WrittenTargets.Select(written => written.PlaylistId).ToListAsync());
        var again = await _host.EnableAndRunAsync(ann, first);
        Assert.NotEqual(list, again.NavidromePlaylistId);
        Assert.Equal(2, Server.Lists.Count);
    }

    [Fact]
    public async Task Whoever_left_another_list_keeps_it()
    {
        var (ann, first) = await SyncedAsync("First");
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, first, false, false, SyncTrigger.User, default);
        var left = await _host.RunAsync(first);
        var second = await _host.ImportAsync(ann, "Second", CoreHost.Tracks(1, 3));

        await _host.RequestAndRunAsync(ann, second, SyncCommand.Pair(Server.Add("My roads", ["s1"])));

        var kept = await _host.FindAsync(first);
        Assert.Equal((left.LeftTargetId, left.Marker), (kept.LeftTargetId, kept.Marker));
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(2, await db.WrittenTargets.CountAsync());
    }

    [Fact]
    public async Task What_it_held_before_is_let_go_and_what_stands_in_the_new_one_is_no_drift()
    {
        var (ann, id) = await SyncedAsync("First");
        var old = await _host.FindAsync(id);
        var list = Server.Add("My roads", ["s3", "s2", "s1"]);

        var paired = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));

        Assert.NotEqual(old.Marker, paired.Marker);
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(list));
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(old.NavidromePlaylistId!));
        var last = (await _host.EventsAsync(id))[^1];
        Assert.Equal((SyncEventType.Paired, "Paired with 'My roads'. Updated: 2 moved."), (last.Type, last.Message.Words));
        Server.Drop(list);
        Assert.Equal(SafetyRule.TargetGone, (await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync())).HeldBackRule);
    }

    [Fact]
    public async Task A_list_that_holds_the_same_is_still_given_the_comment_by_which_it_is_found_again()
    {
        var (ann, id) = await SyncedAsync("First");
        var list = Server.Add("First", ["s1", "s2", "s3"]);

        var paired = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));

        Assert.Null(paired.NameOverride);
        Assert.True(TargetMarker.IsIn(Server.Lists.Single(summary => summary.Id == list).Comment, paired.Marker));
    }

    [Fact]
    public async Task Pairing_with_the_list_that_it_has_changes_nothing()
    {
        var (ann, id) = await SyncedAsync("First");
        var before = await _host.FindAsync(id);
        Server.Calls.Clear();

        var paired = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(before.NavidromePlaylistId!));

        Assert.Equal((before.NavidromePlaylistId, before.Marker, SyncStatus.Success), (paired.NavidromePlaylistId, paired.Marker, paired.Status));
        Assert.Empty(Server.Writes);
        Assert.Equal("Paired with 'First'. Nothing changed; nothing was written.", (await _host.EventsAsync(id))[^1].Message.Words);
    }

    [Fact]
    public async Task What_another_user_has_under_the_same_id_on_another_server_is_left_alone()
    {
        var (ann, id) = await SyncedAsync("First");
        var bob = await _host.Database.AddUserAsync("bob");
        var list = Server.Add("My roads", ["s1"]);
        var bobs = (await _host.Database.AddPlaylistAsync(bob, "Bob's target")).Id;
        var own = (await _host.Database.AddPlaylistAsync(bob, "Bob's own")).Id;
        var left = (await _host.Database.AddPlaylistAsync(bob, "What Bob left")).Id;
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.Where(p => p.Id == bobs).ExecuteUpdateAsync(set => set.SetProperty(p => p.NavidromePlaylistId, list));
            await db.Playlists.Where(p => p.Id == own).ExecuteUpdateAsync(set => set.SetProperty(p => p.Source, ProviderKinds.Navidrome).SetProperty(p => p.RemoteId, list));
            await db.Playlists.Where(p => p.Id == left).ExecuteUpdateAsync(set => set.SetProperty(p => p.LeftTargetId, list));
        }

        var paired = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));

        Assert.Equal((list, null), (paired.NavidromePlaylistId, paired.SyncError.Words));
        Assert.Equal(list, (await _host.FindAsync(bobs)).NavidromePlaylistId);
        Assert.Equal(list, (await _host.FindAsync(own)).RemoteId);
        Assert.Equal(list, (await _host.FindAsync(left)).LeftTargetId);
    }

    [Fact]
    public async Task A_list_that_got_another_id_since_it_was_chosen_is_found_and_both_of_its_rows_go()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "First", _host.FillLibrary(3));
        var list = Server.Add("My roads", ["s1"]);
        foreach (var remoteId in new[] { list, list + "-new", "other" })
        {
            var row = (await _host.Database.AddPlaylistAsync(ann, remoteId)).Id;
            await using var db = _host.Database.CreateDbContext();
            await db.Playlists.Where(p => p.Id == row).ExecuteUpdateAsync(set => set
                .SetProperty(p => p.Source, ProviderKinds.Navidrome).SetProperty(p => p.RemoteId, remoteId).SetProperty(p => p.SyncEnabled, false));
        }

        Server.Renumber(old => old + "-new");
        var told = 0;
        using var listening = _host.Get<EventBus>().Subscribe<PlaylistListChanged>(ann.UserId, _ => told++);

        var paired = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));

        Assert.Equal((list + "-new", 1), (paired.NavidromePlaylistId, told));
        await using var after = _host.Database.CreateDbContext();
        Assert.Equal(["other"], await after.Playlists.Where(p => p.Source == ProviderKinds.Navidrome).Select(p => p.RemoteId).ToListAsync());
    }

    [Fact]
    public async Task A_list_that_is_gone_is_not_paired()
    {
        var (ann, id) = await SyncedAsync("First");

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair("gone"));

        Assert.Equal((SyncStatus.Error, "The playlist to pair with is gone from the music server. Nothing was changed."), (playlist.Status, playlist.SyncError.Words));
    }

    [Fact]
    public async Task A_creation_that_was_cut_short_ends_under_its_real_name_first()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "First", _host.FillLibrary(3));
        Server.After = name => name == "create" ? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It went away.")) : Task.CompletedTask;
        await _host.EnableAndRunAsync(ann, id);
        Server.After = null;
        var list = Server.Add("My roads", ["s1"]);

        var paired = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));

        Assert.Equal((list, SyncStatus.Success), (paired.NavidromePlaylistId, paired.Status));
        Assert.Equal(["First", "My roads"], Server.Lists.Select(summary => summary.Name).Order());
    }

    [Fact]
    public async Task A_name_that_is_given_while_the_pairing_is_held_back_stays()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(20);
        var id = await _host.ImportAsync(ann, "First", [.. tracks.Take(2)]);
        var list = Server.Add("My roads", Enumerable.Range(1, 20).Select(i => $"s{i}"));
        var held = await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));
        Assert.NotNull(held.HeldBackPlan);
        Server.Edit(list, summary => summary with { Name = "My other roads" });

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway(held.HeldBackPlan));

        Assert.Equal(("My other roads", "My other roads"), (playlist.NameOverride, Assert.Single(Server.Lists).Name));
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

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync(string name = "Road trip")
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, name, _host.FillLibrary(3));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
