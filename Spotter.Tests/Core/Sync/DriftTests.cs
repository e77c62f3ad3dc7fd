using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>What users change in the target, and what Spotter makes of it.</summary>
public sealed class DriftTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    private string List => Server.Lists[0].Id;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_mirror_undoes_what_was_changed_on_the_server_and_says_what_it_was()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.Mirror);
        Server.SetContent(List, "s12", "s1", "s2", "s4", "s5", "s6", "s7", "s8", "s9", "s10", "s13");

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(Ids(12), Server.ContentOf(List));
        var drift = await DriftAsync(id);
        Assert.Equal((1, 2, 1, EditPolicy.Mirror), (drift!.Added, drift.Removed, drift.Moved, drift.Policy));
        Assert.Equal(["Ada – " + CoreHost.TitleOf(13)], drift.AddedTitles);
        Assert.Equal(["Ada – " + CoreHost.TitleOf(3), "Ada – " + CoreHost.TitleOf(11)], drift.RemovedTitles);
        Assert.EndsWith("Changed on the music server since the last sync: 1 added, 2 removed, 1 moved. The source won.", (await _host.EventsAsync(id))[^1].Message.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Songs_added_on_the_server_are_kept_behind_the_song_they_follow_and_never_doubled()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Server.SetContent(List, ["s13", .. Ids(3), "s14", .. Ids(12).Skip(3)]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        Assert.Equal(["s13", "s1", "s2", "s3", "s14", "s4"], Server.ContentOf(List).Take(6));
        Assert.Contains("2 added. What was added there stays.", (await _host.EventsAsync(id))[^1].Message.Words, StringComparison.Ordinal);

        // The source drops the first two, moves the third to the end, and adds one of the user's songs.
        await _host.ImportAsync(ann, "Road trip", Tracks([4, 5, 6, 13, 7, 8, 9, 10, 11, 12, 3]));
        await _host.RunAsync(id);

        Assert.Equal(["s4", "s5", "s6", "s13", "s7", "s8", "s9", "s10", "s11", "s12", "s3", "s14"], Server.ContentOf(List));

        // What the user removes is gone for good. A song that both wanted still belongs to the user when the source drops it.
        Server.SetContent(List, [.. Server.ContentOf(List).Except(["s14"])]);
        await _host.ImportAsync(ann, "Road trip", Tracks([4, 5, 6, 7, 8, 9, 10, 11, 12, 3]));
        await _host.RunAsync(id);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(["s4", "s5", "s6", "s13", "s7", "s8", "s9", "s10", "s11", "s12", "s3"], Server.ContentOf(List));
    }

    [Fact]
    public async Task What_was_added_is_never_taken_for_a_track_of_the_source()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Server.SetContent(List, [.. Ids(12), "s13"]);

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((12, 12, 12), (playlist.TrackCount, playlist.TotalCount, playlist.Tracks.Count));
        Assert.Contains("12 of 12 tracks", Server.Lists[0].Comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_to_the_mirror_takes_out_what_was_kept()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Server.SetContent(List, [.. Ids(12), "s13"]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.True(await _host.Choices.SetEditPolicyAsync(ann.UserId, id, EditPolicy.Mirror, default));
        await _host.RunAsync(id);

        Assert.Equal(Ids(12), Server.ContentOf(List));
        await using var db = _host.Database.CreateDbContext();
        Assert.Contains(db.TargetSnapshots.AsEnumerable(), snapshot => snapshot.Songs.Any(song => song.Id == "s13"));
    }

    [Theory]
    [InlineData("the song comes back with its drive", false)]
    [InlineData("also where the list was written without it", true)]
    public async Task A_kept_song_whose_drive_goes_and_comes_back_stands_where_it_stood(string why, bool isWritten)
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Server.SetContent(List, ["s1", "s13", .. Ids(12).Skip(1)]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        Take("s13");

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        if (isWritten)
        {
            await _host.ImportAsync(ann, "Road trip", Tracks([1, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
            await _host.RunAsync(id);
        }

        Bring(13);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.True(Server.ContentOf(List).Take(2).SequenceEqual(["s1", "s13"]), $"{why}: {string.Join(' ', Server.ContentOf(List))}");
        Assert.Equal(13, Server.ContentOf(List).Count);
    }

    [Fact]
    public async Task A_hidden_song_of_the_sources_is_no_addition_when_it_comes_back()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Take("s5");
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        Bring(5);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        await _host.ImportAsync(ann, "Road trip", Tracks([1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12]));

        await _host.RunAsync(id);

        Assert.DoesNotContain("s5", Server.ContentOf(List));
        Assert.Null(await DriftAsync(id));
    }

    [Theory]
    [InlineData("before it reached the server", true)]
    [InlineData("after it had", false)]
    public async Task A_write_that_died_is_not_taken_for_the_users_doing(string why, bool before)
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        await _host.ImportAsync(ann, "Road trip", Tracks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14]));
        Func<string, Task> fail = call => call == "replace" ? throw new ProviderException("navidrome", ProviderFailure.Unavailable, new Fact.SaidBefore("Gone.")) : Task.CompletedTask;
        (Server.Before, Server.After) = before ? (fail, null) : ((Func<string, Task>?)null, fail);
        await _host.RunAsync(id);
        (Server.Before, Server.After) = (null, null);
        await _host.ImportAsync(ann, "Road trip", Tracks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));

        await _host.RunAsync(id);

        Assert.True(Server.ContentOf(List).SequenceEqual(Ids(12)), $"{why}: {string.Join(' ', Server.ContentOf(List))}");
        Assert.Null(await DriftAsync(id));
    }

    [Fact]
    public async Task A_write_that_arrives_after_its_run_died_is_still_not_the_users_doing()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        await DieWritingAsync(id, [.. Enumerable.Range(1, 12), 14]);
        await _host.ImportAsync(ann, "Road trip", Tracks(Enumerable.Range(1, 12)));
        await _host.RunAsync(id);

        Server.SetContent(List, [.. Ids(12), "s14"]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(Ids(12), Server.ContentOf(List));
    }

    [Fact]
    public async Task Once_a_write_that_died_is_settled_what_the_user_changes_is_told_again()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.Mirror);
        await DieWritingAsync(id, [.. Enumerable.Range(1, 12), 14]);
        await _host.ImportAsync(ann, "Road trip", Tracks(Enumerable.Range(1, 12)));
        await _host.RunAsync(id);
        Assert.Equal("Nothing changed; nothing was written.", (await _host.EventsAsync(id))[^1].Message.Words);

        Server.SetContent(List, [.. Ids(12), "s13"]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((1, 0), ((await DriftAsync(id))!.Added, (await DriftAsync(id))!.Removed));
    }

    [Fact]
    public async Task What_a_list_that_was_found_elsewhere_lacks_was_not_taken_out_by_the_user()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Server.SetContent(List, ["s1", "s13", .. Ids(12).Skip(1)]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        var comment = Server.Lists[0].Comment;
        Server.Drop(List);
        var older = Server.Add("Road trip", Ids(12));
        Server.Edit(older, list => list with { Comment = comment });

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(older, playlist.NavidromePlaylistId);
        Assert.Equal(["s1", "s13", .. Ids(12).Skip(1)], Server.ContentOf(older));
    }

    [Fact]
    public async Task What_the_user_brings_back_is_kept_as_the_users_where_additions_are_kept()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Server.SetContent(List, ["s2", "s13", "s1", .. Ids(12).Skip(2)]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        Server.SetContent(List, [.. Server.ContentOf(List).Except(["s13"])]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        int earlier;
        await using (var db = _host.Database.CreateDbContext())
        {
            earlier = db.TargetSnapshots.AsEnumerable().First(snapshot => snapshot.Songs.Any(song => song.Id == "s13")).Id;
        }

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(earlier));
        await _host.ImportAsync(ann, "Road trip", Tracks(Enumerable.Range(1, 12).Reverse()));
        await _host.RunAsync(id);

        Assert.Equal("s12", Server.ContentOf(List)[0]);
        Assert.Contains("s13", Server.ContentOf(List));
    }

    [Fact]
    public async Task A_kept_song_that_got_another_id_survives_a_write_that_died()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Server.SetContent(List, ["s1", "s13", .. Ids(12).Skip(1)]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        Take("s13");
        Server.Library.Add(FakeMusicServer.Song("elsewhere", CoreHost.TitleOf(13), isrc: CoreHost.IsrcOf(13)));
        Server.Before = call => call == "replace" ? throw new ProviderException("navidrome", ProviderFailure.Unavailable, new Fact.SaidBefore("Gone.")) : Task.CompletedTask;
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        Server.Before = null;

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(["s1", "elsewhere", "s2"], Server.ContentOf(List).Take(3));
    }

    [Fact]
    public async Task Pairing_keeps_the_songs_of_the_users_playlist_that_the_source_does_not_have()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(15);
        var id = await _host.ImportAsync(ann, "Road trip", Tracks([1, 2, 3]));
        await _host.Choices.SetEditPolicyAsync(ann.UserId, id, EditPolicy.KeepAdded, default);
        await _host.Get<Spotter.Core.Library.LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);
        var list = Server.Add("My roads", ["s3", "s9", "s1"]);

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list));

        Assert.Equal(["s1", "s2", "s3", "s9"], Server.ContentOf(list));
    }

    [Fact]
    public async Task A_list_that_was_deleted_is_made_again_with_what_was_kept_in_it()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Server.SetContent(List, [.. Ids(12), "s13"]);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        Server.Drop(List);
        var held = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway(held.HeldBackPlan!));

        Assert.Equal([.. Ids(12), "s13"], Server.ContentOf(List));
    }

    [Fact]
    public async Task The_preview_tells_what_was_changed_on_the_server()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.KeepAdded);
        Server.SetContent(List, [.. Ids(11), "s13"]);

        var preview = await _host.Get<SyncPreviews>().PreviewAsync(ann.UserId, id, null, default);

        Assert.Equal((1, 1), (preview!.Drift!.Added, preview.Drift.Removed));
        Assert.Equal(["s12"], preview.Added.Select(song => song.Id));
        Assert.Empty(preview.Removed);
    }

    [Fact]
    public async Task A_rebuild_that_was_held_back_and_approved_is_a_rebuild()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.Mirror);
        var old = List;
        await _host.ImportAsync(ann, "Road trip", Tracks([1, 2, 3]), approve: true);
        await ForgetApprovalAsync(id);

        var held = await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild());
        Assert.Equal(SafetyRule.SourceShrank, held.HeldBackRule);
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway(held.HeldBackPlan!));

        Assert.NotEqual(old, Assert.Single(Server.Lists).Id);
        Assert.Equal((SyncStatus.Success, List), (playlist.Status, playlist.NavidromePlaylistId));
        Assert.Equal(SyncEventType.Rebuilt, (await _host.EventsAsync(id))[^1].Type);
    }

    [Fact]
    public async Task A_source_that_is_emptied_with_the_users_approval_empties_a_list_of_hidden_rows_too()
    {
        var (ann, id) = await SyncedAsync(EditPolicy.Mirror);
        Server.Vanished.UnionWith(Ids(12));
        await _host.ImportAsync(ann, "Road trip", [], approve: true);
        var held = await _host.RunAsync(id);
        Server.Stamp = "2";

        await _host.RequestAndRunAsync(ann, id, SyncCommand.ApplyAnyway(held.HeldBackPlan!));

        Assert.Empty(Server.ContentOf(List));
    }

    /// <summary>Changes the source to these songs. The run that would write them dies before they reach the server.</summary>
    private async Task DieWritingAsync(int playlistId, IEnumerable<int> numbers)
    {
        await using (var db = _host.Database.CreateDbContext())
        {
            var owner = await db.Accounts.SingleAsync();
            await _host.ImportAsync(owner, "Road trip", Tracks(numbers));
        }

        Server.Calls.Clear();
        Server.Before = _ => Server.Writes.Count > 0 ? throw new ProviderException("navidrome", ProviderFailure.Unavailable, new Fact.SaidBefore("Gone.")) : Task.CompletedTask;
        Assert.Equal(SyncStatus.Error, (await _host.RunAsync(playlistId)).Status);
        Server.Before = null;
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(1, count).Select(i => $"s{i}");

    private static List<Spotter.Core.Tracks.SourceTrack> Tracks(IEnumerable<int> numbers)
        => [.. numbers.Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i)))];

    private void Take(string songId)
    {
        Server.Library.RemoveAll(song => song.Id == songId);
        Server.Vanished.Add(songId);
        Scan();
    }

    private void Bring(int song)
    {
        Server.Library.Add(FakeMusicServer.Song($"s{song}", CoreHost.TitleOf(song), isrc: CoreHost.IsrcOf(song)));
        Server.Vanished.Remove($"s{song}");
        Scan();
    }

    private void Scan()
    {
        Server.Stamp += "'";
        _host.Clock.Advance(TimeSpan.FromHours(1));
    }

    private async Task ForgetApprovalAsync(int playlistId)
    {
        await using var db = _host.Database.CreateDbContext();
        await db.Playlists.Where(p => p.Id == playlistId).ExecuteUpdateAsync(set => set.SetProperty(p => p.ApprovedSourceFingerprint, (string?)null));
    }

    private async Task<TargetDrift?> DriftAsync(int playlistId)
    {
        await using var db = _host.Database.CreateDbContext();
        return await db.WrittenTargets.Where(w => w.PlaylistId == playlistId).Select(w => w.Drift).SingleAsync();
    }

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync(EditPolicy policy)
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(15);
        var id = await _host.ImportAsync(ann, "Road trip", Tracks(Enumerable.Range(1, 12)));
        Assert.True(await _host.Choices.SetEditPolicyAsync(ann.UserId, id, policy, default));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
