using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

/// <summary>What a safety rule holds back, and what an approval lets through.</summary>
public sealed class HeldBackSyncTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

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
    public async Task Agreeing_to_a_shorter_source_once_is_no_word_about_the_next_time()
    {
        var (ann, id) = await SyncedAsync(20);
        var tracks = Enumerable.Range(1, 20).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i))).ToList();
        await _host.ImportAsync(ann, "Road trip", [.. tracks.Take(5)], approve: true);
        await _host.RunAsync(id);
        await _host.ImportAsync(ann, "Road trip", tracks);
        await _host.RunAsync(id);
        Assert.Equal(20, Server.ContentOf(Server.Lists[0].Id).Count);

        // A connection always follows its source; only the rules of the sync can stop it.
        await _host.FollowAsync(ann, "Road trip", [.. tracks.Take(5)]);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Warning, SafetyRule.SourceShrank), (playlist.Status, playlist.HeldBackRule));
        Assert.Equal(20, Server.ContentOf(Server.Lists[0].Id).Count);
    }

    [Fact]
    public async Task A_drive_that_goes_between_the_plan_and_the_write_is_held_back_and_its_songs_stay_in_the_list()
    {
        var (ann, id) = await SyncedAsync(20);
        Server.Vanished.UnionWith(Enumerable.Range(6, 15).Select(i => $"s{i}")); // the change detector does not change
        var tracks = Enumerable.Range(1, 20).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i))).Reverse().ToList();
        await _host.ImportAsync(ann, "Road trip", tracks);

        var playlist = await _host.RunAsync(id);

        Assert.Equal((SyncStatus.Warning, SafetyRule.LibraryShrank), (playlist.Status, playlist.HeldBackRule));
        Assert.Equal(20, Server.ContentOf(Server.Lists[0].Id).Count);
    }

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync(int tracks)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(tracks));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
