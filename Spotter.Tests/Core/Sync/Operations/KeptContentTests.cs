using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

/// <summary>The content of a target is kept before anything changes it, and can be restored.</summary>
public sealed class KeptContentTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

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
            // Shorter than any interval after which a lease is renewed.
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

    private async Task<Playlist> DeleteAsync(Account owner, int playlistId)
    {
        await _host.Requests.SetSyncEnabledAsync(owner.UserId, playlistId, false, true, SyncTrigger.User, default);
        return await _host.RunAsync(playlistId);
    }

    /// <summary>Puts these songs into the target as somebody else would, and undoes that with a sync.</summary>
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

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
