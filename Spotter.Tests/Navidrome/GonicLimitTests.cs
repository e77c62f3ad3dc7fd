using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Navidrome.Faults;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

/// <summary>A gonic on a slow machine that needs more than its five seconds for a call with that many songs.</summary>
public sealed class GonicLimitTests
{
    private const int Songs = 600;

    [Fact]
    public async Task A_call_that_takes_gonic_too_long_is_told_with_its_limit_and_fewer_songs_are_sent_from_then_on()
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.Gonic with { SongsPerRequest = 400 }, songs: FaultHost.Make(Songs));
        var account = await host.AccountAsync();
        var id = await host.ImportAsync(account, "Everything", Enumerable.Range(0, Songs));
        await host.RequestAsync(account, id, SyncCommand.Sync());

        var failed = await host.RunAsync(id);

        Assert.Equal(SyncStatus.Error, failed.Status);
        Assert.StartsWith("gonic aborts every call that takes longer than five seconds, as it did one with 600 songs.", failed.SyncError.Words, StringComparison.Ordinal);

        // gonic carried out the call anyway, and the next run finds that.
        await host.RequestAsync(account, id, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(id)).Status);
        Assert.Equal(("Everything", Songs), (host.Server.Playlists.All.Single().Name, host.Server.Playlists.All.Single().SongIds.Count));

        await host.ImportAsync(account, "Everything", Enumerable.Range(0, Songs).Reverse());
        host.Server.Log.Clear();
        await host.RequestAsync(account, id, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(id)).Status);
        Assert.All(host.Server.Log.Requests, request => Assert.InRange(request.All("songId").Count + request.All("songIdToAdd").Count, 0, 300));
    }

    [Fact]
    public async Task A_list_that_is_there_already_is_whole_in_the_same_run()
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.Gonic with { SongsPerRequest = 400 }, songs: FaultHost.Make(Songs));
        var account = await host.AccountAsync();
        var id = await host.ImportAsync(account, "Everything", Enumerable.Range(0, 100));
        await host.RequestAsync(account, id, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(id)).Status);
        await host.ImportAsync(account, "Everything", Enumerable.Range(0, Songs));
        await host.RequestAsync(account, id, SyncCommand.Sync());

        var playlist = await host.RunAsync(id);

        Assert.True(playlist.Status == SyncStatus.Success, playlist.SyncError.Words);
        Assert.Equal(Enumerable.Range(0, Songs).Select(CoreHost.TitleOf), host.Server.Playlists.All.Single().SongIds.Select(song => host.Server.Library.Find(song)!.Title));
    }
}
