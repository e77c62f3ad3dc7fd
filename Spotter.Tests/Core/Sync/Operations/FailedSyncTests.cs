using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

/// <summary>Runs that a server lets down: what they leave, and that the next one mends it.</summary>
public sealed class FailedSyncTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_song_that_left_the_server_is_found_out_read_again_and_reported()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(3);
        var id = await _host.ImportAsync(ann, "Road trip", tracks);
        await _host.EnableAndRunAsync(ann, id);
        Server.Vanished.Add("s2"); // the change detector does not change
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
            // The library returns the song whenever it is read, but no list ever shows it.
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

    private static ProviderException Unavailable() => new("navidrome", ProviderFailure.Unavailable, new Fact.SaidBefore("Navidrome did not answer."));

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync(int tracks)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(tracks));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
