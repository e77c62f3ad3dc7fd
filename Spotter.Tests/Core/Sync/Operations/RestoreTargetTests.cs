using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

/// <summary>Bringing an earlier content back, and when it cannot be brought back.</summary>
public sealed class RestoreTargetTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Another_playlists_content_is_not_brought_back()
    {
        var (ann, id, snapshot) = await KeptAsync();
        var other = await _host.ImportAsync(ann, "Other", CoreHost.Tracks(1, 2));
        await _host.EnableAndRunAsync(ann, other);

        var playlist = await _host.RequestAndRunAsync(ann, other, SyncCommand.Restore(snapshot));

        Assert.Equal((SyncStatus.Error, "That version is no longer kept: only the last ten are. Nothing was changed."), (playlist.Status, playlist.SyncError.Words));
        Assert.Equal(["s1", "s2", "s3"], Server.ContentOf((await _host.FindAsync(id)).NavidromePlaylistId!));
    }

    [Fact]
    public async Task Where_none_of_its_songs_is_left_nothing_is_changed()
    {
        var (ann, id, snapshot) = await KeptAsync();
        Server.Library.RemoveAll(song => song.Id is "s3" or "s4");
        await NewScanAsync();
        Server.Calls.Clear();

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(snapshot));

        Assert.Equal("None of the songs of that version are in your library now. Nothing was changed.", playlist.SyncError.Words);
        Assert.Empty(Server.Writes);
    }

    [Fact]
    public async Task What_is_brought_back_whole_is_a_success_and_the_clock_does_not_undo_it()
    {
        var (ann, id, snapshot) = await KeptAsync();
        var list = Server.Lists[0].Id;
        Server.Edit(list, summary => summary with { Comment = "My own words" });

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(snapshot));

        Assert.Equal(["s4", "s3"], Server.ContentOf(list));
        Assert.Equal((SyncStatus.Success, "Road trip", null), (playlist.Status, playlist.TargetName, playlist.TargetChangedAt));
        Assert.Equal(TargetPlan.FingerprintOf(["s4", "s3"]), playlist.TargetFingerprint);
        Assert.Equal("My own words", Server.Lists[0].Comment);
        var last = (await _host.EventsAsync(id))[^1];
        Assert.Equal("Restored 2 songs. They stay until the source changes.", last.Message.Words);
        Assert.Contains("\"added\":1,\"removed\":2", last.Metadata, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_pages_see_that_it_is_written_although_nothing_is_matched()
    {
        var (ann, id, snapshot) = await KeptAsync();
        var told = new List<SyncProgressed>();
        using var pages = _host.Get<EventBus>().Subscribe<SyncProgressed>(ann.UserId, told.Add);

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(snapshot));

        var writing = Assert.Single(told, progress => progress.Phase == SyncPhase.Writing);
        Assert.Equal((id, 0, 2, 0, 0), (writing.PlaylistId, writing.Done, writing.Total, writing.Review, writing.Missing));
    }

    [Fact]
    public async Task Of_several_earlier_contents_the_chosen_one_is_brought_back()
    {
        var (ann, id, snapshot) = await KeptAsync();
        var list = Server.Lists[0].Id;
        Server.SetContent(list, "s2", "s1");
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        await using (var db = _host.Database.CreateDbContext())
        {
            Assert.True(await db.TargetSnapshots.CountAsync(s => s.PlaylistId == id) > 1);
        }

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(snapshot));

        Assert.Equal(["s4", "s3"], Server.ContentOf(list));
    }

    [Fact]
    public async Task What_is_brought_back_in_part_is_told_with_what_it_lacks()
    {
        var (ann, id, snapshot) = await KeptAsync();
        Server.Library.RemoveAll(song => song.Id == "s4");
        await NewScanAsync();

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(snapshot));

        Assert.Equal(SyncStatus.Warning, playlist.Status);
        Assert.Equal("Restored 1 song. It stays until the source changes. 1 song is not in your library now.", (await _host.EventsAsync(id))[^1].Message.Words);
    }

    [Fact]
    public async Task What_is_brought_back_while_tracks_are_unmatched_stays_a_warning()
    {
        var (ann, id, snapshot) = await KeptAsync(CoreHost.Track("Nowhere to be found", "Zed"));

        Assert.Equal(SyncStatus.Warning, (await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(snapshot))).Status);
    }

    [Fact]
    public async Task A_list_that_is_gone_is_made_again_under_its_name_and_marker()
    {
        var (ann, id, snapshot) = await KeptAsync();
        Server.Drop(Server.Lists[0].Id);

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(snapshot));

        var list = Assert.Single(Server.Lists);
        Assert.Equal((list.Id, "Road trip"), (playlist.NavidromePlaylistId, list.Name));
        Assert.Equal(["s4", "s3"], Server.ContentOf(list.Id));
        Assert.StartsWith("Kept in sync by Spotter from", list.Comment, StringComparison.Ordinal);
        Assert.Contains(": 2 of 2 tracks.", list.Comment, StringComparison.Ordinal);
        Assert.True(TargetMarker.IsIn(list.Comment, playlist.Marker));
        await using var db = _host.Database.CreateDbContext();
        Assert.False(await db.TargetIntentions.AnyAsync());
    }

    [Fact]
    public async Task A_mirror_brings_nothing_back_as_the_users()
    {
        var (ann, id, snapshot) = await KeptAsync();

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Restore(snapshot));

        await using var db = _host.Database.CreateDbContext();
        Assert.All((await db.WrittenTargets.SingleAsync()).Songs, row => Assert.False(row.IsUsers));
    }

    private async Task NewScanAsync()
    {
        Server.Stamp += "'";
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.Get<Spotter.Core.Library.LibraryIndexCache>().MarkStaleAsync(1, default);
    }

    /// <summary>A target with the songs 1 to 3, and a kept content with the songs 4 and 3.</summary>
    private async Task<(Account Ann, int PlaylistId, int SnapshotId)> KeptAsync(params Spotter.Core.Tracks.SourceTrack[] more)
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(4);
        var id = await _host.ImportAsync(ann, "Road trip", [.. tracks.Take(3), .. more]);
        await _host.EnableAndRunAsync(ann, id);
        Server.SetContent(Server.Lists[0].Id, "s4", "s3");
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        await using var db = _host.Database.CreateDbContext();
        return (ann, id, (await db.TargetSnapshots.SingleAsync()).Id);
    }
}
