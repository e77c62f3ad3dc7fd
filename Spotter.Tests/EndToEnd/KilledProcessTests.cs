using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.EndToEnd;

/// <summary>kill -9 in the middle of a first sync, and a restart: the sync ends as if nothing had happened.</summary>
public sealed class KilledProcessTests
{
    private const string Export =
        "Title,Artist,Album,Duration\nThird Rail,Amber Echo,Morning,3:20\nFirst Light,Amber Echo,Morning,3:00\nSecond Wind,Amber Echo,Morning,3:10\n";

    [Theory]
    [InlineData("search3")]
    [InlineData("createPlaylist")]
    [InlineData("updatePlaylist")]
    public async Task A_process_that_is_killed_leaves_one_playlist_and_not_two(string heldUp)
    {
        using var folder = new TemporaryFolder();
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs =
            [
                Demo.Song("First Light", "Amber Echo", "Morning", 180),
                Demo.Song("Second Wind", "Amber Echo", "Morning", 190),
                Demo.Song("Third Rail", "Amber Echo", "Morning", 200),
            ],
        });
        var settings = new Dictionary<string, string> { ["Navidrome:BaseUrl"] = server.BaseUrl, ["PlaylistSync:LeaseSeconds"] = "4" };
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource();
        server.Fault = request =>
        {
            if (request.Method != heldUp)
            {
                return null;
            }

            reached.TrySetResult();
            return DemoFault.Wait(never.Task);
        };

        int id;
        await using (var first = await SpotterProcess.StartAsync(folder.Path, settings))
        {
            using var user = new ScriptUser(first.Address, "demo", "demo");
            id = await user.ImportAsync("Power cut.csv", Export);
            await user.SetSyncAsync(id, enabled: true);
            await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
            await Eventually.HoldsAsync("the run is under way", async () => (await user.StateAsync(id)).Status == "syncing");
            await first.KillAsync();
        }

        server.Fault = null;
        await using var second = await SpotterProcess.StartAsync(folder.Path, settings);
        using var again = new ScriptUser(second.Address, "demo", "demo");
        var state = await again.SettledAsync(id, within: TimeSpan.FromSeconds(120));

        Assert.Equal(("success", 3, 3), (state.Status, state.MatchedTrackCount, state.TotalTrackCount));
        var playlist = Assert.Single(server.Playlists.All);
        Assert.Equal(("Power cut", state.NavidromePlaylistId), (playlist.Name, playlist.Id));
        Assert.Equal(["Third Rail", "First Light", "Second Wind"], playlist.SongIds.Select(song => server.Library.Find(song)!.Title));
    }
}
