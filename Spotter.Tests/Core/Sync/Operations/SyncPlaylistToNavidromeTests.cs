using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

public sealed class SyncPlaylistToNavidromeTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_first_sync_creates_the_target_in_source_order_with_name_and_comment()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(3);
        var id = await _host.ImportAsync(ann, "Road trip", [tracks[2], tracks[0], tracks[1], tracks[0]]);

        var playlist = await _host.EnableAndRunAsync(ann, id);

        var list = Assert.Single(Server.Lists);
        Assert.Equal(SyncStatus.Success, playlist.Status);
        Assert.Equal(["s3", "s1", "s2", "s1"], Server.ContentOf(list.Id));
        Assert.Equal("Road trip", list.Name);
        Assert.EndsWith(playlist.Marker, list.Comment, StringComparison.Ordinal);
        Assert.Equal((list.Id, 4, 0), (playlist.NavidromePlaylistId, playlist.MatchedCount, playlist.UnmatchedCount));
        Assert.Equal(_host.Clock.GetUtcNow(), playlist.LastSyncedAt);
        Assert.Equal("al-s3", playlist.Image);
    }

    [Fact]
    public async Task With_nothing_changed_nothing_is_written()
    {
        var (ann, id) = await SyncedAsync(12);
        Server.Calls.Clear();

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Empty(Server.Writes);
        Assert.Equal(SyncStatus.Success, playlist.Status);
        Assert.Equal(SyncEventType.Skipped, (await _host.EventsAsync(id))[^1].Type);
    }

    [Fact]
    public async Task A_changed_source_is_replaced_in_place_and_what_was_there_is_kept()
    {
        var (ann, id) = await SyncedAsync(12);
        var before = Server.Lists[0].Id;
        var tracks = Enumerable.Range(1, 12).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i))).Reverse().ToList();
        await _host.ImportAsync(ann, "Road trip", tracks);

        var playlist = await _host.RunAsync(id);

        Assert.Equal(before, playlist.NavidromePlaylistId);
        Assert.Equal("s12", Server.ContentOf(before)[0]);
        await using var db = _host.Database.CreateDbContext();
        var kept = Assert.Single(db.TargetSnapshots);
        Assert.Equal("s1", kept.Songs[0].Id);
    }

    [Fact]
    public async Task After_our_own_write_nobody_knows_when_the_list_was_changed_last()
    {
        var (ann, id) = await SyncedAsync(12);
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.TargetChangedAt, _host.Clock.GetUtcNow()));
        }

        await _host.ImportAsync(ann, "Road trip", CoreHost.Tracks(1, 11));
        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Success, null), (playlist.Status, playlist.TargetChangedAt));
    }

    [Fact]
    public async Task What_is_written_and_how_far_it_is_is_stored_before_each_call_and_a_new_list_has_its_name_only_when_it_is_whole()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(12));
        Server.MaxSongs = 5;
        var stored = new List<(string Call, int Rows, PendingWrite? Write)>();
        var names = new List<string>();
        Server.Before = call =>
        {
            if (call is "create" or "append" or "describe")
            {
                using var db = _host.Database.CreateDbContext();
                var written = db.WrittenTargets.Single();
                stored.Add((call, written.Pending!.Count, written.Write));
                names.AddRange(Server.Lists.Select(list => list.Name));
            }

            return Task.CompletedTask;
        };

        await _host.EnableAndRunAsync(ann, id);

        Assert.Equal(
            [("create", 12, Write(1, 0)), ("append", 12, Write(2, 5)), ("append", 12, Write(3, 10)), ("describe", 12, Write(3, 12))],
            stored.Select(line => (line.Call, line.Rows, (line.Write!.Way, line.Write.Pieces, line.Write.Piece, line.Write.Arrived))));
        Assert.DoesNotContain("Road trip", names);
        Assert.Equal("Road trip", Assert.Single(Server.Lists).Name);

        static (WriteWay, int, int, int) Write(int piece, int arrived) => (WriteWay.Pieces, 3, piece, arrived);
    }

    [Theory]
    [InlineData("a song that was there before is kept already", "s1", 1)]
    [InlineData("a song that somebody puts in meanwhile is not", "s20", 2)]
    public async Task One_content_is_kept_for_each_write_and_what_comes_in_meanwhile(string reason, string comes, int snapshots)
    {
        var (ann, id) = await SyncedAsync(12);
        Server.Library.AddRange(Enumerable.Range(13, 8).Select(i => FakeMusicServer.Song($"s{i}", CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i))));
        Server.Stamp += "'";
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        var list = Server.Lists[0].Id;
        Server.MaxSongs = 5;
        await _host.ImportAsync(ann, "Road trip", CoreHost.Tracks(2, 12));
        var isFirst = true;
        Server.After = call =>
        {
            if (call == "append" && isFirst)
            {
                isFirst = false;
                Server.SetContent(list, [comes, .. Server.ContentOf(list)]);
            }

            return Task.CompletedTask;
        };

        var playlist = await _host.RunAsync(id);

        Assert.Equal(SyncStatus.Success, playlist.Status);
        Assert.Equal(Enumerable.Range(2, 12).Select(i => $"s{i}"), Server.ContentOf(list));
        await using var db = _host.Database.CreateDbContext();
        Assert.True(snapshots == db.TargetSnapshots.Count(), reason);
        Assert.Contains(db.TargetSnapshots.AsEnumerable(), snapshot => snapshot.Songs.Any(song => song.Id == comes));
    }

    [Fact]
    public async Task What_the_user_did_to_the_target_is_kept_before_the_source_wins()
    {
        var (ann, id) = await SyncedAsync(12);
        var list = Server.Lists[0].Id;
        Server.SetContent(list, "s5", "s6");

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(12, Server.ContentOf(list).Count);
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(["s5", "s6"], Assert.Single(db.TargetSnapshots).Songs.Select(song => song.Id));
    }

    [Fact]
    public async Task Unmatched_tracks_make_a_warning_and_are_counted_in_the_comment()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(3);
        var id = await _host.ImportAsync(ann, "Road trip", [.. tracks, CoreHost.Track("Nowhere to be found", "Zed")]);

        var playlist = await _host.EnableAndRunAsync(ann, id);

        Assert.Equal((SyncStatus.Warning, 3, 1), (playlist.Status, playlist.MatchedCount, playlist.MissingCount));
        Assert.Contains("3 of 4 tracks", Server.Lists[0].Comment, StringComparison.Ordinal);
        Assert.Equal(MatchZone.None, playlist.Tracks[3].Zone);
    }

    [Fact]
    public async Task Where_nothing_matches_no_target_is_created()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        var id = await _host.ImportAsync(ann, "Road trip", [CoreHost.Track("Nowhere to be found", "Zed")]);

        var playlist = await _host.EnableAndRunAsync(ann, id);

        Assert.Empty(Server.Lists);
        Assert.Equal(SyncStatus.Warning, playlist.Status);
        Assert.Equal("No track was found in your library, so no playlist was created.", playlist.SyncError.Words);
    }

    [Fact]
    public async Task Where_nothing_matches_any_more_the_target_is_left_as_it_is()
    {
        var (ann, id) = await SyncedAsync(3);
        Server.Library.Clear();
        Server.Library.Add(FakeMusicServer.Song("x", "Quite another thing", "Zed"));
        Server.Stamp = "2";
        _host.Clock.Advance(TimeSpan.FromHours(1));

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(3, Server.ContentOf(Server.Lists[0].Id).Count);
        Assert.Equal(SyncStatus.Warning, playlist.Status);
    }

    [Fact]
    public async Task A_library_that_lost_a_drive_holds_the_write_back_until_the_plan_is_approved()
    {
        var (ann, id) = await SyncedAsync(20);
        Server.Library.RemoveRange(5, 15);
        Server.Stamp = "2";
        _host.Clock.Advance(TimeSpan.FromHours(1));
        Server.Calls.Clear();

        var held = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Empty(Server.Writes);
        Assert.Equal((SyncStatus.Warning, SafetyRule.LibraryShrank), (held.Status, held.HeldBackRule));
        Assert.Equal(SyncEventType.HeldBack, (await _host.EventsAsync(id))[^1].Type);

        var applied = await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway(held.HeldBackPlan!));

        Assert.Equal(5, Server.ContentOf(Server.Lists[0].Id).Count);
        Assert.Null(applied.HeldBackRule);
        Assert.Equal(SyncStatus.Warning, applied.Status);
    }

    [Fact]
    public async Task An_approval_of_another_plan_is_no_approval()
    {
        var (ann, id) = await SyncedAsync(20);
        Server.Library.RemoveRange(5, 15);
        Server.Stamp = "2";
        _host.Clock.Advance(TimeSpan.FromHours(1));
        var held = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        Server.Library.RemoveAt(4);
        Server.Stamp = "3";
        _host.Clock.Advance(TimeSpan.FromHours(1));

        var again = await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway(held.HeldBackPlan!));

        Assert.Equal(20, Server.ContentOf(Server.Lists[0].Id).Count);
        Assert.NotEqual(held.HeldBackPlan, again.HeldBackPlan);
    }

    [Fact]
    public async Task A_shorter_export_that_the_user_agreed_to_is_not_asked_about_twice()
    {
        var (ann, id) = await SyncedAsync(20);
        var tracks = Enumerable.Range(1, 5).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i))).ToList();

        await _host.ImportAsync(ann, "Road trip", tracks, approve: true);
        var playlist = await _host.RunAsync(id);

        Assert.Equal(SyncStatus.Success, playlist.Status);
        Assert.Equal(5, Server.ContentOf(Server.Lists[0].Id).Count);
    }

    [Fact]
    public async Task A_target_that_somebody_deleted_is_asked_about_and_made_again_when_approved()
    {
        var (ann, id) = await SyncedAsync(3);
        Server.Drop(Server.Lists[0].Id);

        var held = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Empty(Server.Lists);
        Assert.Equal(SafetyRule.TargetGone, held.HeldBackRule);

        var made = await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway(held.HeldBackPlan!));

        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(made.NavidromePlaylistId!));
        Assert.Equal(SyncStatus.Success, made.Status);
    }

    [Fact]
    public async Task A_target_that_was_given_to_somebody_else_is_left_to_them_though_the_server_would_let_an_administrator_write()
    {
        var (ann, id) = await SyncedAsync(3);
        var theirs = Server.Lists[0].Id;
        Server.Edit(theirs, list => list with { Owner = "bob", IsOwn = false });
        var tracks = Enumerable.Range(1, 2).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i))).ToList();
        await _host.ImportAsync(ann, "Road trip", tracks, approve: true);
        Server.Calls.Clear();

        var held = await _host.RunAsync(id);

        Assert.Empty(Server.Writes);
        Assert.Equal((SyncStatus.Warning, SafetyRule.TargetGone), (held.Status, held.HeldBackRule));

        var made = await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway(held.HeldBackPlan!));

        Assert.NotEqual(theirs, made.NavidromePlaylistId);
        Assert.Equal(["s1", "s2"], Server.ContentOf(made.NavidromePlaylistId!));
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(theirs));
    }

    [Fact]
    public async Task A_target_under_a_new_id_is_found_by_the_marker_in_its_comment()
    {
        var (ann, id) = await SyncedAsync(3);
        var comment = Server.Lists[0].Comment;
        Server.Drop(Server.Lists[0].Id);
        var moved = Server.Add("Road trip", ["s1", "s2", "s3"]);
        Server.Edit(moved, list => list with { Comment = comment });

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(moved, Assert.Single(Server.Lists).Id);
        Assert.Equal((SyncStatus.Success, moved), (playlist.Status, playlist.NavidromePlaylistId));
    }

    [Fact]
    public async Task A_name_given_on_the_server_becomes_the_override_and_stays()
    {
        var (ann, id) = await SyncedAsync(3);
        Server.Edit(Server.Lists[0].Id, list => list with { Name = "My summer" });

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal("My summer", playlist.NameOverride);
        Assert.Equal("My summer", Server.Lists[0].Name);
    }

    [Theory]
    [InlineData("the name that a list is made under is ours", null, null, "Road trip")]
    [InlineData("a name that the user gives it then is the user's", "My summer", "My summer", "My summer")]
    public async Task A_rebuilt_list_that_has_not_got_its_name_yet_gets_the_right_one(string why, string? given, string? nameOverride, string name)
    {
        var (ann, id) = await SyncedAsync(3);
        Server.Before = call => call == "describe" ? throw Unavailable() : Task.CompletedTask;
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild());
        Server.Before = null;
        var made = (await _host.FindAsync(id)).NavidromePlaylistId!;
        Server.Edit(made, list => list with { Name = given ?? list.Name });

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.True(nameOverride == playlist.NameOverride, $"{why}: {playlist.NameOverride}");
        Assert.Equal((made, name), (Assert.Single(Server.Lists).Id, Server.Lists[0].Name));
    }

    [Fact]
    public async Task A_song_that_left_the_server_is_found_out_read_again_and_reported()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(3);
        var id = await _host.ImportAsync(ann, "Road trip", tracks);
        await _host.EnableAndRunAsync(ann, id);
        Server.Vanished.Add("s2"); // the change detector does not move
        await _host.ImportAsync(ann, "Road trip", [tracks[1], tracks[0], tracks[2]]);

        var playlist = await _host.RunAsync(id);

        Assert.Equal(["s1", "s3"], Server.ContentOf(Server.Lists[0].Id));
        Assert.Equal((SyncStatus.Warning, 2, 1), (playlist.Status, playlist.MatchedCount, playlist.UnmatchedCount));
    }

    [Fact]
    public async Task What_the_server_did_not_take_is_tried_again_by_the_next_run()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Server.Before = call =>
        {
            // The library names the song whenever it is read, and no list ever shows it.
            _ = call == "library" ? Server.Vanished.Remove("s2") : Server.Vanished.Add("s2");
            return Task.CompletedTask;
        };
        var part = await _host.EnableAndRunAsync(ann, id);
        Server.Before = null;
        Server.Vanished.Clear();
        Server.SetContent(Server.Lists[0].Id, "s1", "s3");

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((SyncStatus.Warning, SyncStatus.Success), (part.Status, playlist.Status));
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(Server.Lists[0].Id));
    }

    [Fact]
    public async Task Agreeing_to_a_shorter_source_once_is_no_word_about_the_next_time()
    {
        var (ann, id) = await SyncedAsync(20);
        var tracks = Enumerable.Range(1, 20).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i))).ToList();
        await _host.ImportAsync(ann, "Road trip", [.. tracks.Take(5)], approve: true);
        await _host.RunAsync(id);
        await _host.ImportAsync(ann, "Road trip", tracks);
        await _host.RunAsync(id);
        Assert.Equal(20, Server.ContentOf(Server.Lists[0].Id).Count);

        // A connection follows its source wherever it goes: only the rules of the sync stand in the way.
        await _host.FollowAsync(ann, "Road trip", [.. tracks.Take(5)]);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Warning, SafetyRule.SourceShrank), (playlist.Status, playlist.HeldBackRule));
        Assert.Equal(20, Server.ContentOf(Server.Lists[0].Id).Count);
    }

    [Fact]
    public async Task Rows_that_the_source_describes_anew_are_matched_again_by_the_clock()
    {
        var ann = await _host.Database.AddUserAsync();
        var track = _host.FillLibrary(1)[0];
        Server.Library.Add(Server.Library[0] with { Id = "other", Album = "Second" });
        var id = await _host.ImportAsync(ann, "Road trip", [track]);
        Assert.Equal("s1", (await _host.EnableAndRunAsync(ann, id)).Tracks[0].SongId);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));

        await _host.ImportAsync(ann, "Road trip", [track with { Album = "Second" }]);
        await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.Schedule, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal("other", playlist.Tracks[0].SongId);
        Assert.Equal(["other"], Server.ContentOf(Server.Lists[0].Id));
    }

    [Fact]
    public async Task A_drive_that_goes_between_the_plan_and_the_write_is_held_back_and_its_songs_stay_in_the_list()
    {
        var (ann, id) = await SyncedAsync(20);
        Server.Vanished.UnionWith(Enumerable.Range(6, 15).Select(i => $"s{i}")); // the change detector does not move
        var tracks = Enumerable.Range(1, 20).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i))).Reverse().ToList();
        await _host.ImportAsync(ann, "Road trip", tracks);

        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Warning, SafetyRule.LibraryShrank), (playlist.Status, playlist.HeldBackRule));
        Assert.Equal(20, Server.ContentOf(Server.Lists[0].Id).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_reply_to_the_creation_leaves_one_target(bool serverReturnsId)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Server.ReturnsIdOnCreate = serverReturnsId;
        Server.After = call => call == "create" ? throw Unavailable() : Task.CompletedTask;

        var failed = await _host.EnableAndRunAsync(ann, id);
        Server.After = null;
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(SyncStatus.Error, failed.Status);
        var list = Assert.Single(Server.Lists);
        Assert.Equal(("Road trip", SyncStatus.Success, list.Id), (list.Name, playlist.Status, playlist.NavidromePlaylistId));
    }

    [Theory]
    [InlineData("stamp")]
    [InlineData("library")]
    [InlineData("list")]
    [InlineData("create")]
    [InlineData("describe")]
    public async Task A_server_that_fails_before_it_acts_leaves_an_error_that_says_so_and_the_next_run_mends_it(string call)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Server.Before = name => name == call ? throw Unavailable() : Task.CompletedTask;

        var failed = await _host.EnableAndRunAsync(ann, id);
        Server.Before = null;
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((SyncStatus.Error, "Navidrome did not answer."), (failed.Status, failed.SyncError.Words));
        Assert.Equal((SyncStatus.Success, "Road trip"), (playlist.Status, Assert.Single(Server.Lists).Name));
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf(Server.Lists[0].Id));
    }

    [Fact]
    public async Task Refused_credentials_stop_everything_and_are_said_once()
    {
        var (ann, id) = await SyncedAsync(3);
        Server.Before = _ => throw new ProviderException("navidrome", ProviderFailure.Unauthorized, new Fact.SaidBefore("Wrong password."));
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        await using var db = _host.Database.CreateDbContext();
        Assert.True(db.Accounts.Single().NeedsSignIn);
        Assert.Single(db.SyncEvents, e => e.Type == SyncEventType.SignInNeeded);
        Assert.Equal(0, await _host.Get<PlaylistSyncService>().SyncAllEnabledPlaylistsAsync(default));
    }

    [Fact]
    public async Task A_scan_under_way_does_not_stop_a_sync_where_the_library_was_read_before()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        await _host.EnableAndRunAsync(ann, id);
        var other = await _host.ImportAsync(ann, "Other", _host.FillLibrary(0).Append(CoreHost.Track(CoreHost.TitleOf(2), isrc: CoreHost.IsrcOf(2))).ToList());
        (Server.IsScanning, Server.Stamp) = (true, "2");

        var playlist = await _host.EnableAndRunAsync(ann, other);

        Assert.Equal((SyncStatus.Success, null), (playlist.Status, playlist.WaitingFor));
        Assert.Equal(["s2"], Server.ContentOf(playlist.NavidromePlaylistId!));
    }

    [Fact]
    public async Task While_the_server_scans_a_library_that_was_never_read_the_playlist_stays_pending_and_is_tried_each_minute()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Server.IsScanning = true;

        var waiting = await _host.EnableAndRunAsync(ann, id);
        var early = await _host.RunAsync(id);
        Server.IsScanning = false;
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Pending, "waiting for the scan (3 files so far)"), (waiting.Status, waiting.WaitingFor.Words));
        Assert.Equal(SyncStatus.Pending, early.Status);
        Assert.Equal((SyncStatus.Success, null), (playlist.Status, playlist.WaitingFor));
        Assert.DoesNotContain(await _host.EventsAsync(id), e => e.Type == SyncEventType.Failed);
    }

    [Fact]
    public async Task Each_run_has_one_start_and_one_closing_event_with_its_figures()
    {
        var (_, id) = await SyncedAsync(3);

        var events = (await _host.EventsAsync(id)).Where(e => e.Type != SyncEventType.Imported).ToList();

        Assert.Equal([SyncEventType.Started, SyncEventType.Completed], events.Select(e => e.Type));
        Assert.Single(events.Select(e => e.OperationId).Distinct());
        var metadata = System.Text.Json.JsonDocument.Parse(events[1].Metadata).RootElement;
        Assert.Equal(3, metadata.GetProperty("matched").GetInt32());
        Assert.Equal(100.0, metadata.GetProperty("matchRate").GetDouble());
        Assert.Equal(("success", "user", "sync"),
            (metadata.GetProperty("status").GetString(), metadata.GetProperty("trigger").GetString(), metadata.GetProperty("operation").GetString()));
        Assert.Equal(3, metadata.GetProperty("byTier").EnumerateObject().Sum(tier => tier.Value.GetInt32()));
    }

    private static ProviderException Unavailable() => new("navidrome", ProviderFailure.Unavailable, new Fact.SaidBefore("Navidrome did not answer."));

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync(int tracks)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(tracks));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
