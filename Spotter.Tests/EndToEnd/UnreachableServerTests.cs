using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.EndToEnd;

/// <summary>The music server goes away and comes back.</summary>
public sealed class UnreachableServerTests
{
    [Fact]
    public async Task A_server_that_is_away_is_told_nothing_is_lost_and_the_next_sync_goes_on()
    {
        using var folder = new TemporaryFolder();
        var options = new DemoServerOptions
        {
            StatePath = folder.File("playlists.json"),
            Songs = [Demo.Song("First Light", "Amber Echo", "Morning", 180), Demo.Song("Second Wind", "Amber Echo", "Morning", 190)],
        };
        var server = await DemoServer.StartAsync(options);
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var user = new ScriptUser(app.Address, "demo", "demo");
        var id = await user.ImportAsync("Storm.csv", "Title,Artist,Album,Duration\nSecond Wind,Amber Echo,Morning,3:10\nFirst Light,Amber Echo,Morning,3:00\n");
        await user.SetSyncAsync(id, enabled: true);
        var before = await user.SettledAsync(id);
        var songs = (await user.ReportAsync(id)).Select(row => row.SongId).ToList();

        await server.DisposeAsync();
        var away = await user.SyncAsync(id);

        Assert.Equal(("error", 2, before.NavidromePlaylistId), (away.Status, away.MatchedTrackCount, away.NavidromePlaylistId));
        Assert.Contains("could not be reached", away.Error, StringComparison.Ordinal);
        Assert.Equal(songs, (await user.ReportAsync(id)).Select(row => row.SongId));

        await using var again = await DemoServer.StartAsync(options with { Port = new Uri(server.BaseUrl).Port });
        var back = await user.SyncAsync(id);

        Assert.Equal(("success", null), (back.Status, back.Error));
        Assert.Equal(before.NavidromePlaylistId, Assert.Single(again.Playlists.All).Id);
    }
}
