using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>Ids are a cache: what happens when the server gives songs and playlists new ones.</summary>
public sealed class ChangedIdsTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("by the rule of the server's upgrade", true)]
    [InlineData("by what the songs are, and the marker in the comment", false)]
    public async Task An_upgrade_that_renumbers_everything_changes_nothing(string why, bool isTold)
    {
        var (ann, id) = await SyncedAsync(30);
        await PinAsync(ann, id);
        Server.Renumber(old => "new-" + old, isTold);
        _host.Clock.Advance(TimeSpan.FromHours(1));
        Server.Calls.Clear();

        await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default);
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.True(Server.Writes.Count == 0, $"{why}: {string.Join(", ", Server.Writes)}");
        Assert.Equal((SyncStatus.Success, Assert.Single(Server.Lists).Id), (playlist.Status, playlist.NavidromePlaylistId));
        Assert.All(playlist.Tracks, track => Assert.StartsWith("new-", track.SongId, StringComparison.Ordinal));
        Assert.Equal("Nothing changed; nothing was written.", (await _host.EventsAsync(id))[^1].Message.Words);
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal("new-s2", db.Pins.Single().Song!.Id);
        Assert.All(db.WrittenTargets.Single().Songs, row => Assert.StartsWith("new-", row.Song.Id, StringComparison.Ordinal));
        Assert.Contains(db.SyncEvents, e => e.Message.Words!.StartsWith("The music server has given its songs new ids; 30 matches", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_servers_own_playlists_keep_their_rows_through_an_upgrade()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        Server.Add("My roads", ["s1"]);
        await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default);
        Server.Renumber(old => "new-" + old);

        await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default);

        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(("new-list-1", false), (db.Playlists.Single().RemoteId, db.Playlists.Single().IsGoneAtSource));
    }

    [Fact]
    public async Task A_restored_content_stays_restored_through_an_upgrade_and_kept_contents_are_found()
    {
        var (ann, id) = await SyncedAsync(12);
        var list = Server.Lists[0].Id;
        Server.SetContent(list, "s3", "s1");
        await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway((await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync())).HeldBackPlan ?? ""));
        await using var db = _host.Database.CreateDbContext();
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(db.TargetSnapshots.First().Id));
        Server.Renumber(old => "new-" + old);
        _host.Clock.Advance(TimeSpan.FromHours(1));

        await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(["new-s3", "new-s1"], Server.ContentOf("new-" + list));
        await using var after = _host.Database.CreateDbContext();
        Assert.All(after.TargetSnapshots.AsEnumerable().SelectMany(s => s.Songs), song => Assert.StartsWith("new-", song.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_upgrade_behind_the_change_detectors_back_is_noticed_by_the_target_that_moved()
    {
        var (ann, id) = await SyncedAsync(12);
        var stamp = Server.Stamp;
        Server.Renumber(old => "new-" + old);
        Server.Stamp = stamp;
        Server.Calls.Clear();

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Empty(Server.Writes);
        Assert.Equal((SyncStatus.Success, "new-list-1"), (playlist.Status, playlist.NavidromePlaylistId));
        Assert.Equal("new-s1", playlist.Tracks[0].SongId);
    }

    [Fact]
    public async Task A_file_that_moved_and_got_another_id_is_the_same_song()
    {
        var (ann, id) = await SyncedAsync(12);
        var moved = Server.Library[4] with { Id = "elsewhere", Path = "new/place.flac" };
        Server.Library[4] = moved;
        Server.Vanished.Add("s5");
        Server.Stamp = "2";
        _host.Clock.Advance(TimeSpan.FromHours(1));

        await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal("elsewhere", Server.ContentOf(Server.Lists[0].Id)[4]);
        Assert.Equal((SyncStatus.Success, "elsewhere"), (playlist.Status, playlist.Tracks[4].SongId));
        Assert.DoesNotContain(await _host.EventsAsync(id), e => e.Message.Words!.Contains("since the last sync", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_id_that_another_song_has_now_is_not_believed()
    {
        var (ann, id) = await SyncedAsync(12);
        (Server.Library[0], Server.Library[1]) = (Server.Library[0] with { Id = "s2" }, Server.Library[1] with { Id = "s1" });
        Server.Stamp = "2";
        _host.Clock.Advance(TimeSpan.FromHours(1));

        await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default);
        await _host.RunAsync(id);

        Assert.Equal(["s2", "s1", "s3"], Server.ContentOf(Server.Lists[0].Id).Take(3));
    }

    [Fact]
    public async Task A_database_built_anew_is_matched_again_and_the_namesake_with_the_same_songs_is_the_target()
    {
        var (ann, id) = await SyncedAsync(12);
        Rebuild();
        var found = Server.Add("Road trip", Enumerable.Range(1, 10).Select(i => $"again-s{i}"));
        Server.Add("Something else", ["again-s1"]);

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((SyncStatus.Success, found, null), (playlist.Status, playlist.NavidromePlaylistId, playlist.HeldBackRule));
        Assert.Equal(12, Server.ContentOf(found).Count);
        Assert.Equal(2, Server.Lists.Count);
    }

    [Theory]
    [InlineData("its songs are others", 1, "One playlist there could be it")]
    [InlineData("two of them could be it", 2, "2 playlists there could be it")]
    [InlineData("none has its name", 0, "somebody deleted it")]
    public async Task Where_it_is_not_sure_which_list_is_the_target_the_user_is_asked(string why, int namesakes, string words)
    {
        var (ann, id) = await SyncedAsync(12);
        Rebuild();
        for (var i = 0; i < namesakes; i++)
        {
            Server.Add("Road trip", namesakes == 1 ? ["another"] : Enumerable.Range(1, 12).Select(n => $"again-s{n}"));
        }

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((SyncStatus.Warning, SafetyRule.TargetGone), (playlist.Status, playlist.HeldBackRule));
        Assert.True(playlist.SyncError.Words!.Contains(words, StringComparison.Ordinal), $"{why}: {playlist.SyncError.Words}");
        Assert.Equal(namesakes, Server.Lists.Count);
    }

    [Fact]
    public async Task A_list_that_is_another_playlists_target_is_never_taken_for_a_lost_one()
    {
        var (ann, id) = await SyncedAsync(12);
        var lost = Server.Lists[0].Id;
        var other = await _host.ImportAsync(ann, "Other roads", [.. Enumerable.Range(1, 12).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i)))]);
        await _host.Choices.RenameTargetAsync(ann.UserId, other, "Road trip", default);
        var theirs = (await _host.EnableAndRunAsync(ann, other)).NavidromePlaylistId;
        Server.Drop(lost);

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((SyncStatus.Warning, SafetyRule.TargetGone, lost), (playlist.Status, playlist.HeldBackRule, playlist.NavidromePlaylistId));
        Assert.Contains("somebody deleted it", playlist.SyncError.Words, StringComparison.Ordinal);
        Assert.Equal((theirs, "Road trip"), (Assert.Single(Server.Lists).Id, Server.Lists[0].Name));
    }

    [Fact]
    public async Task A_list_that_only_looks_like_the_target_is_never_deleted()
    {
        var (ann, id) = await SyncedAsync(12);
        Rebuild();
        Server.Add("Road trip", Enumerable.Range(1, 12).Select(i => $"again-s{i}"));

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, true, SyncTrigger.User, default);
        await _host.RunAsync(id);

        Assert.Single(Server.Lists);
    }

    [Theory]
    [InlineData("before the new list was made", "create", true)]
    [InlineData("when the new list stood", "describe", false)]
    public async Task A_rebuild_that_an_upgrade_cuts_in_two_ends_with_one_target(string why, string call, bool before)
    {
        var (ann, id) = await SyncedAsync(12);
        Func<string, Task> fail = name => name == call ? throw new ProviderException("navidrome", ProviderFailure.Unavailable, new Fact.SaidBefore("Gone.")) : Task.CompletedTask;
        (Server.Before, Server.After) = before ? (fail, null) : ((Func<string, Task>?)null, fail);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild());
        (Server.Before, Server.After) = (null, null);
        Server.Renumber(old => "new-" + old);
        _host.Clock.Advance(TimeSpan.FromHours(1));

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild());

        Assert.True(Server.Lists.Count == 1, why);
        Assert.Equal((SyncStatus.Success, Server.Lists[0].Id, "Road trip"), (playlist.Status, playlist.NavidromePlaylistId, Server.Lists[0].Name));
    }

    /// <summary>The server's database is lost and filled again from the files: other ids, and no lists.</summary>
    private void Rebuild()
    {
        foreach (var list in Server.Lists)
        {
            Server.Drop(list.Id);
        }

        Server.Renumber(old => "again-" + old, isTold: false);
        Server.Library.Add(FakeMusicServer.Song("another", "Quite another thing", "Zed"));
        _host.Clock.Advance(TimeSpan.FromHours(1));
    }

    private async Task PinAsync(Account ann, int playlistId)
    {
        var track = (await _host.FindAsync(playlistId)).Tracks[1];
        Assert.True(await _host.Get<MatchCorrections>().PinAsync(ann.UserId, track.Id, "s2", default));
        await _host.RequestAndRunAsync(ann, playlistId, SyncCommand.Sync());
    }

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync(int tracks)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(tracks));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
