using Spotter.Core.Playlists.Stored;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.EndToEnd;

/// <summary>Many requests at once, including contradictory ones.</summary>
public sealed class ConcurrentRequestTests
{
    private const string Export = "Title,Artist,Album,Duration\nFirst Light,Amber Echo,Morning,3:00\nSecond Wind,Amber Echo,Morning,3:10\n";

    private static readonly DemoSong[] Songs =
    [
        Demo.Song("First Light", "Amber Echo", "Morning", 180),
        Demo.Song("Second Wind", "Amber Echo", "Morning", 190),
        Demo.Song("Third Rail", "Amber Echo", "Morning", 200),
    ];

    [Fact]
    public async Task Ten_requests_at_once_are_two_runs_at_most_and_never_two_at_a_time()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = Songs });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var user = new ScriptUser(app.Address, "demo", "demo");
        var id = await user.ImportAsync("Ten clicks.csv", Export);
        await user.SetSyncAsync(id, enabled: true);
        await user.SettledAsync(id);
        var before = await user.EventsAsync(id);

        // The server answers nobody until all ten have arrived. On a slow machine the first run would otherwise end before the last
        // request.
        var gate = new TaskCompletionSource();
        server.Fault = _ => DemoFault.Wait(gate.Task);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => user.RequestSyncAsync(id)));
        gate.SetResult();
        var state = await user.SettledAsync(id);

        Assert.Equal("success", state.Status);
        var runs = (await user.EventsAsync(id)).Skip(before.Count).ToList();
        AssertOneAfterTheOther(runs);
        Assert.InRange(runs.Count(type => type == "started"), 1, 2);
        app.Log.AssertQuiet();
    }

    [Fact]
    public async Task Requests_during_a_run_are_one_more_run_after_it()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = Songs });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var user = new ScriptUser(app.Address, "demo", "demo");
        var id = await user.ImportAsync("Ten clicks.csv", Export);
        var (reached, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        server.Fault = request =>
        {
            if (request.Method != "createPlaylist")
            {
                return null;
            }

            reached.TrySetResult();
            return DemoFault.Wait(gate.Task);
        };

        await user.SetSyncAsync(id, enabled: true);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => user.RequestSyncAsync(id)));
        Assert.Equal("syncing", (await user.StateAsync(id)).Status);
        gate.SetResult();
        await user.SettledAsync(id);

        var runs = (await user.EventsAsync(id)).Where(type => type != "imported").ToList();
        AssertOneAfterTheOther(runs);
        Assert.Equal(2, runs.Count(type => type == "started"));
        Assert.Single(server.Playlists.All);
    }

    [Fact]
    public async Task Two_tabs_that_do_opposite_things_end_as_the_last_one_wanted()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = Songs });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var user = new ScriptUser(app.Address, "demo", "demo");
        var id = await user.ImportAsync("On and off.csv", Export);

        for (var turn = 0; turn < 5; turn++)
        {
            await user.SetSyncAsync(id, enabled: true);
            await user.SetSyncAsync(id, enabled: false, onDisable: "delete");
        }

        await Eventually.HoldsAsync("nothing is wanted any more", async () =>
        {
            await using var db = await app.OpenDatabaseAsync();
            return !db.SyncRequests.Any();
        });

        Assert.Empty(server.Playlists.All);
        var state = await user.StateAsync(id);
        Assert.Equal((false, "pending", null), (state.SyncEnabled, state.Status, state.NavidromePlaylistId));
        AssertOneAfterTheOther([.. (await user.EventsAsync(id)).Where(type => type != "imported")]);
    }

    /// <summary>Each run has one opening and exactly one closing line, before the next one begins.</summary>
    private static void AssertOneAfterTheOther(List<string> events)
    {
        Assert.Equal(0, events.Count % 2);
        for (var line = 0; line < events.Count; line += 2)
        {
            Assert.Equal("started", events[line]);
            Assert.NotEqual("started", events[line + 1]);
        }
    }
}
