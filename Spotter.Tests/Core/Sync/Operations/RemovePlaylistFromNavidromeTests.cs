using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

/// <summary>What Spotter still knows of a target after sync was switched off, and what it does not.</summary>
public sealed class RemovePlaylistFromNavidromeTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("left", "Sync is off; the playlist on the music server was left as it is.", true)]
    [InlineData("deleted", "Sync is off; the playlist was deleted from the music server.", false)]
    [InlineData("let go", "The playlist on the music server was given up for good. It stays there as it is, and Spotter no longer continues with it.", false)]
    public async Task What_became_of_the_list_is_said_and_only_one_that_was_left_is_remembered(string how, string message, bool isRemembered)
    {
        var (ann, id) = await SyncedAsync();
        var before = await _host.FindAsync(id);

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, how == "deleted", SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);
        if (how == "let go")
        {
            playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.LetGo());
        }

        Assert.Equal(message, (await _host.EventsAsync(id))[^1].Message.Words);
        Assert.Equal((null, isRemembered ? before.NavidromePlaylistId : null), (playlist.NavidromePlaylistId, playlist.LeftTargetId));
        Assert.Equal(isRemembered, playlist.Marker == before.Marker);
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(isRemembered, await db.WrittenTargets.AnyAsync());
        Assert.Equal(how == "deleted" ? 0 : 1, _host.Server.Lists.Count);
    }

    [Fact]
    public async Task A_list_that_was_left_is_not_deleted_when_sync_is_switched_off_once_more()
    {
        var (ann, id) = await SyncedAsync();
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        var left = (await _host.RunAsync(id)).LeftTargetId;

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, true, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal(left, Assert.Single(_host.Server.Lists).Id);
        Assert.Equal(left, playlist.LeftTargetId);
    }

    [Fact]
    public async Task Nothing_that_runs_have_found_out_outlasts_the_switch()
    {
        var (ann, id) = await SyncedAsync();
        var now = _host.Clock.GetUtcNow();
        await using (var db = _host.Database.CreateDbContext())
        {
            var row = await db.Playlists.SingleAsync();
            (row.DesiredFingerprint, row.TargetFingerprint, row.TargetChangedAt) = ("a", "b", now);
            (row.MatchedAt, row.MatchedSource, row.NewlyMatchedAt, row.NewlyMatchedCount) = (now, "c", now, 1);
            (row.MatchedCount, row.ReviewCount, row.MissingCount) = (1, 2, 3);
            (row.SourceCountAtWrite, row.LibraryCountAtWrite, row.SyncError, row.LastSyncedAt) = (4, 5, new Fact.OwnFault(), now);
            (row.NameOverride, row.HeldBackRule) = ("Mine", SafetyRule.LibraryShrank);
            await db.SaveChangesAsync();
        }

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((null, null, null), (playlist.DesiredFingerprint, playlist.TargetFingerprint, playlist.TargetChangedAt));
        Assert.Equal((null, null, null, 0), (playlist.MatchedAt, playlist.MatchedSource, playlist.NewlyMatchedAt, playlist.NewlyMatchedCount));
        Assert.Equal((0, 0, 0), (playlist.MatchedCount, playlist.ReviewCount, playlist.MissingCount));
        Assert.Equal((0, 0, null, null), (playlist.SourceCountAtWrite, playlist.LibraryCountAtWrite, playlist.SyncError.Words, playlist.LastSyncedAt));
        Assert.Equal(("Mine", null), (playlist.NameOverride, playlist.HeldBackRule));
    }

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
    public async Task A_removal_does_not_wait_for_the_scan()
    {
        var (ann, id) = await SyncedAsync();
        _host.Clock.Advance(TimeSpan.FromHours(1)); // what is known of the server is old
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

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
