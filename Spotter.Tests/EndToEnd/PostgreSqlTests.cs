using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Spotter.Core.Events;
using Spotter.Core.Persistence;
using Spotter.Navidrome.Demo;
using Spotter.PostgreSql;
using Spotter.Tests.Support;

namespace Spotter.Tests.EndToEnd;

/// <summary>The application as one process or two, with its own PostgreSQL server.</summary>
public sealed class PostgreSqlTests
{
    private const string Export =
        "Title,Artist,Album,Duration\nThird Rail,Amber Echo,Morning,3:20\nFirst Light,Amber Echo,Morning,3:00\nSecond Wind,Amber Echo,Morning,3:10\n";

    [PostgreSqlFact]
    public async Task A_playlist_is_synced_once_whatever_dies_meanwhile_and_the_next_process_goes_on()
    {
        using var database = new PostgreSqlServer();
        using var folder = new TemporaryFolder();
        await using var music = await MusicAsync();
        var settings = Settings(database, music);
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource();
        music.Fault = request =>
        {
            if (request.Method != "createPlaylist")
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
            await first.KillAsync();
        }

        music.Fault = null;
        await using var second = await SpotterProcess.StartAsync(folder.Path, settings);
        using var again = new ScriptUser(second.Address, "demo", "demo");
        var state = await again.SettledAsync(id, within: TimeSpan.FromSeconds(120));

        Assert.Equal(("success", 3, 3), (state.Status, state.MatchedTrackCount, state.TotalTrackCount));
        Assert.Equal(["Third Rail", "First Light", "Second Wind"], Assert.Single(music.Playlists.All).SongIds.Select(song => music.Library.Find(song)!.Title));

        // The database goes away and comes back, as in a restart of its own.
        database.Kill();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(second, "/readyz"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second, "/healthz"));
        using (var refused = await again.Http.GetAsync(new Uri($"/api/playlists/{id}", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Contains("cannot reach its database", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        database.Restart();
        await Eventually.HoldsAsync("it is ready again", async () => await StatusAsync(second, "/readyz") == HttpStatusCode.OK);
        Assert.Equal("success", (await again.SyncAsync(id)).Status);
        Assert.Single(music.Playlists.All);
        Assert.Equal(0, await second.TerminateAsync());
    }

    [PostgreSqlFact]
    public async Task Two_nodes_asked_for_the_same_syncs_at_once_write_each_playlist_once()
    {
        const int playlists = 6;
        using var database = new PostgreSqlServer();
        using var folder = new TemporaryFolder();
        await using var music = await MusicAsync();
        var settings = Settings(database, music);
        await using var first = await SpotterProcess.StartAsync(folder.Path, settings);
        await using var second = await SpotterProcess.StartAsync(folder.Path, settings);
        using var here = new ScriptUser(first.Address, "demo", "demo");
        using var there = new ScriptUser(second.Address, "demo", "demo");
        var ids = new List<int>();
        for (var i = 0; i < playlists; i++)
        {
            ids.Add(await (i % 2 == 0 ? here : there).ImportAsync($"List {i}.csv", Export));
        }

        // Nothing is created before all requests have been answered, so that no run ends between two of them.
        var gate = new TaskCompletionSource();
        music.Fault = request => request.Method == "createPlaylist" ? DemoFault.Wait(gate.Task) : null;
        await Task.WhenAll(ids.SelectMany(id => (Task[])[here.SetSyncAsync(id, enabled: true), there.SetSyncAsync(id, enabled: true)]));
        await Task.WhenAll(ids.SelectMany(id => (Task[])[here.RequestSyncAsync(id), there.RequestSyncAsync(id), here.RequestSyncAsync(id), there.RequestSyncAsync(id)]));
        gate.SetResult();

        foreach (var id in ids)
        {
            var state = await there.SettledAsync(id, within: TimeSpan.FromSeconds(120));
            Assert.Equal(("success", 3, 3), (state.Status, state.MatchedTrackCount, state.TotalTrackCount));
            var runs = await here.EventsAsync(id);
            Assert.InRange(runs.Count(type => type == "started"), 1, 2);
            Assert.Equal(0, runs.Count(type => type == "failed"));
        }

        Assert.Equal(Enumerable.Range(0, playlists).Select(i => $"List {i}"), music.Playlists.All.Select(list => list.Name).Order());
        Assert.All(music.Playlists.All, list => Assert.Equal(3, list.SongIds.Count));

        await Eventually.HoldsAsync("one node listens to the music server and the other waits", async () => music.Events.Listeners == 1 && await WaitingAsync(database) == 1);
        await first.KillAsync();
        await Eventually.HoldsAsync("the one that is left listens", async () => music.Events.Listeners == 1 && await WaitingAsync(database) == 0);
    }

    [PostgreSqlFact]
    public async Task What_a_node_does_is_announced_to_the_others()
    {
        using var database = new PostgreSqlServer();
        using var folder = new TemporaryFolder();
        await using var music = await MusicAsync();
        await using var spotter = await SpotterProcess.StartAsync(folder.Path, Settings(database, music));
        var heard = new ConcurrentQueue<string>();
        await using var other = new NpgsqlConnection(database.ConnectionTo("spotter") + ";Pooling=false");
        await other.OpenAsync();
        other.Notification += (_, notification) => heard.Enqueue(notification.Payload);
        await using (var listen = new NpgsqlCommand("LISTEN spotter_events", other))
        {
            await listen.ExecuteNonQueryAsync();
        }

        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        var id = await user.ImportAsync("Followed.csv", Export);
        await user.SetSyncAsync(id, enabled: true);
        await user.SettledAsync(id);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!heard.Any(text => text.Contains($" {nameof(PlaylistStatusChanged)} ", StringComparison.Ordinal) && text.Contains($"\"PlaylistId\":{id}", StringComparison.Ordinal)))
        {
            await other.WaitAsync(patience.Token);
        }
    }

    [PostgreSqlFact]
    public async Task A_server_that_is_not_there_at_start_is_waited_for_and_everybody_is_told()
    {
        using var database = new PostgreSqlServer();
        using var folder = new TemporaryFolder();
        await using var music = await MusicAsync();
        database.Kill();

        await using var spotter = await SpotterProcess.StartAsync(folder.Path, new Dictionary<string, string>(Settings(database, music))
        {
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:" + FreePort.Find(),
        });

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(spotter, "/healthz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(spotter, "/readyz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(spotter, "/api/playlists"));
        using (var http = new HttpClient { BaseAddress = spotter.Address })
        {
            using var page = await http.GetAsync(new Uri("/", UriKind.Relative));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
            Assert.Contains("cannot reach its database", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        database.Restart();
        await Eventually.HoldsAsync("it has started", async () => await StatusAsync(spotter, "/readyz") == HttpStatusCode.OK);
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        Assert.True(await user.ImportAsync("Late.csv", Export) > 0);
    }

    [PostgreSqlFact]
    public async Task A_database_of_a_newer_version_and_a_refused_name_stop_the_start_in_one_line()
    {
        using var database = new PostgreSqlServer();
        using var folder = new TemporaryFolder();
        await using var music = await MusicAsync();
        var options = new DbContextOptionsBuilder<SpotterDbContext>();
        options.UseEngine(new PostgreSqlEngine(database.ConnectionTo("spotter")));
        await using (var db = new SpotterDbContext(options.Options))
        {
            await db.Database.MigrateAsync();
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0')""");
            Assert.False(db.Database.HasPendingModelChanges());
        }

        NpgsqlConnection.ClearAllPools();
        await using var newer = SpotterProcess.Launch(folder.Path, Settings(database, music));
        Assert.Equal(1, await newer.EndAsync());
        Assert.StartsWith($"Spotter cannot start: the database spotter on 127.0.0.1:{database.Port} belongs to a newer version of Spotter", newer.Output.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', newer.Output.Trim());

        var nobody = new Dictionary<string, string>(Settings(database, music)) { ["ConnectionStrings:Spotter"] = database.ConnectionTo("spotter").Replace("=postgres;", "=nobody;", StringComparison.Ordinal) };
        await using var refused = SpotterProcess.Launch(folder.Path, nobody);
        Assert.Equal(1, await refused.EndAsync());
        Assert.StartsWith("Spotter cannot start: the database cannot be opened (28", refused.Output.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Output.Trim());
    }

    /// <summary>How many processes wait for a turn that another one has.</summary>
    private static async Task<long> WaitingAsync(PostgreSqlServer database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionTo("spotter") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static Dictionary<string, string> Settings(PostgreSqlServer database, DemoServer music) => new()
    {
        ["Navidrome:BaseUrl"] = music.BaseUrl,
        ["PlaylistSync:LeaseSeconds"] = "4",
        ["ConnectionStrings:Spotter"] = database.ConnectionTo("spotter"),
    };

    private static Task<DemoServer> MusicAsync() => DemoServer.StartAsync(new DemoServerOptions
    {
        Songs =
        [
            Demo.Song("First Light", "Amber Echo", "Morning", 180),
            Demo.Song("Second Wind", "Amber Echo", "Morning", 190),
            Demo.Song("Third Rail", "Amber Echo", "Morning", 200),
        ],
    });

    private static async Task<HttpStatusCode> StatusAsync(SpotterProcess spotter, string path)
    {
        using var http = new HttpClient { BaseAddress = spotter.Address };
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return default; // between the waiting room and Spotter itself
        }
    }
}
