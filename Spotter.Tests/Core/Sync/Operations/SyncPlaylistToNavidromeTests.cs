using System.Text.Json;
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
    public async Task The_audit_log_names_what_was_added_and_what_was_removed()
    {
        var (ann, id) = await SyncedAsync(4);
        await _host.ImportAsync(ann, "Road trip", [.. CoreHost.Tracks(1, 3), CoreHost.Track("Lantern street", "Bea")], approve: true);
        Server.Library.Add(FakeMusicServer.Song("new", "Lantern street", "Bea"));
        Server.Stamp = "2";
        _host.Clock.Advance(TimeSpan.FromHours(1));

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        using var said = JsonDocument.Parse((await _host.EventsAsync(id))[^1].Metadata!);
        Assert.Equal(["Ada – " + CoreHost.TitleOf(4)], said.RootElement.GetProperty("removedTitles").EnumerateArray().Select(title => title.GetString()));
        Assert.Equal(["Bea – Lantern street"], said.RootElement.GetProperty("addedTitles").EnumerateArray().Select(title => title.GetString()));
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
