using System.Net.ServerSentEvents;
using System.Text.Json;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Api;

public sealed class SyncProgressStreamTests
{
    [Fact]
    public async Task A_run_is_followed_from_its_middle_to_its_end()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        var (playlist, gate) = await StartRunAsync(server, user);
        await using var stream = await user.Http.GetStreamAsync(new Uri($"/api/playlists/{playlist}/sync-progress", UriKind.Relative));
        var events = SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("progress", events.Current.EventType);

        gate.SetResult();

        while (events.Current.EventType == "progress")
        {
            Assert.True(await events.MoveNextAsync());
        }

        Assert.Equal("status", events.Current.EventType);
        Assert.Contains(JsonElement.Parse(events.Current.Data).GetProperty("status").GetString(), (string[])["success", "warning"]);
        Assert.False(await events.MoveNextAsync());
        await events.DisposeAsync();
        spotter.Log.AssertQuiet();
    }

    [Fact]
    public async Task A_reader_that_leaves_and_a_process_that_stops_end_the_stream()
    {
        await using var server = await DemoServer.StartAsync();
        var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        var (playlist, gate) = await StartRunAsync(server, user);
        var path = new Uri($"/api/playlists/{playlist}/sync-progress", UriKind.Relative);
        await using (await user.Http.GetStreamAsync(path))
        {
        }

        await using var stream = await user.Http.GetStreamAsync(path);
        var stopped = spotter.DisposeAsync().AsTask();
        await SseParser.Create(stream).EnumerateAsync().CountAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
        gate.SetResult();
        await stopped;
    }

    private static async Task<(int Playlist, TaskCompletionSource Gate)> StartRunAsync(DemoServer server, ScriptUser user)
    {
        var playlist = await user.ImportAsync("Road trip.csv", "Title,Artist\nOne,A\n");
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Fault = request => request.Method is "search3" or "createPlaylist" or "getPlaylists" ? DemoFault.Wait(gate.Task) : null;
        await user.SetSyncAsync(playlist, enabled: true);
        await Eventually.GetAsync("the run is under way", async () => (await user.StateAsync(playlist)).Status == "syncing" ? "yes" : null);
        return (playlist, gate);
    }
}
