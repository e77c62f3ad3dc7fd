using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Spotter.Core.Persistence;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;

namespace Spotter.Tests.EndToEnd;

/// <summary>The application as a separate process on a disk that is really full: what it says, that nothing is lost, and that it continues
/// by itself.</summary>
public sealed class FullDiskTests
{
    private const string Export = "Title,Artist,Album,Duration\nFirst Light,Amber Echo,Morning,3:00\nSecond Wind,Amber Echo,Morning,3:10\n";
    private const string Longer = Export + "Third Rail,Amber Echo,Morning,3:20\n";

    [SmallDiskFact]
    public async Task A_full_disk_is_said_and_loses_nothing_and_Spotter_goes_on_by_itself_when_there_is_room()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 16);
        await using var server = await StartServerAsync();
        var settings = Settings(server, disk.Path);
        // Its log is on the same disk, as if somebody had started it with ">> spotter.log".
        IReadOnlyList<string> through = [.. disk.Enter, "sh", "-c", "exec \"$@\" >> \"$0\" 2>&1", Path.Combine(disk.Path, "spotter.log")];
        await using var spotter = await SpotterProcess.StartAsync(disk.Path, settings, through, disk.File("spotter.log"));
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        var id = await user.ImportAsync("Road trip.csv", Export);
        await user.SetSyncAsync(id, enabled: true);
        Assert.Equal("success", (await user.SettledAsync(id)).Status);

        // When the disk fills up, a run for an accepted change is in progress.
        var (reached, goOn) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource());
        server.Fault = request =>
        {
            if (!request.Method.StartsWith("getPlaylist", StringComparison.Ordinal))
            {
                return null;
            }

            reached.TrySetResult();
            return DemoFault.Wait(goOn.Task);
        };
        await user.ImportAsync("Road trip.csv", Longer, HttpStatusCode.OK);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(60));
        disk.Fill();
        server.Fault = null;
        goOn.SetResult();

        await AssertSaidAsync(user, spotter.Address);
        Assert.Equal(1, await CountAsync(user));
        Assert.Equal("Road trip", Assert.Single(server.Playlists.All).Name);
        // More lines than fit into the rest of the log's last page.
        for (var i = 0; i < 80; i++)
        {
            using var refused = await PostAsync(user, Big(), "Another.csv");
        }

        disk.MakeRoom();
        await BecomesAsync(spotter.Address, "healthy");
        await Eventually.HoldsAsync(
            "what was accepted is on the server, without anybody asking again",
            () => Task.FromResult(server.Playlists.All is [var only] && only.SongIds.Count == 3),
            TimeSpan.FromSeconds(150));
        await Eventually.HoldsAsync("the playlist says so", async () => (await user.StateAsync(id)).Status == "success");
        var lines = spotter.Output.Length;
        await user.ImportAsync("After.csv", Export);
        using (var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/sync-all") { Headers = { { "Origin", "https://elsewhere.example" } } })
        using (await user.Http.SendAsync(foreign))
        {
            await Eventually.HoldsAsync("the log goes on", () => Task.FromResult(spotter.Output.Length > lines));
        }

        AssertPlain(spotter);
    }

    [SmallDiskFact]
    public async Task A_stop_and_a_start_on_a_full_disk_are_plain_and_lose_nothing()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 16);
        await using var server = await StartServerAsync();
        var settings = Settings(server, disk.Path);
        await using (var first = await SpotterProcess.StartAsync(disk.Path, settings, disk.Enter))
        {
            using var user = new ScriptUser(first.Address, "demo", "demo");
            await user.ImportAsync("Road trip.csv", Export);
            disk.Fill();
            using (var refused = await PostAsync(user, Big(), "Another.csv"))
            {
                Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
            }

            Assert.Equal(0, await first.TerminateAsync());
            AssertPlain(first);
        }

        // Whether it can start depends on how much SQLite needs at once.
        await using (var full = SpotterProcess.Launch(disk.Path, settings, disk.Enter))
        {
            await Eventually.HoldsAsync("it has started or said why not", () => Task.FromResult(full.HasExited || full.Output.Contains("Now listening", StringComparison.Ordinal)));
            if (full.HasExited)
            {
                Assert.Equal(1, await full.EndAsync());
                var line = Assert.Single(full.Output.Trim().Split('\n'), line => line.StartsWith("Spotter cannot start: ", StringComparison.Ordinal));
                Assert.Contains("the disk that holds its data is full", line, StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(0, await full.TerminateAsync());
            }

            AssertPlain(full);
        }

        disk.MakeRoom();
        await using var again = await SpotterProcess.StartAsync(disk.Path, settings, disk.Enter);
        using var userAgain = new ScriptUser(again.Address, "demo", "demo");
        Assert.Equal(1, await CountAsync(userAgain));
        await userAgain.ImportAsync("After.csv", Big(), HttpStatusCode.Created);
    }

    [SmallDiskFact]
    public async Task A_first_start_on_a_full_disk_is_one_line()
    {
        await using var disk = await SmallDisk.MountAsync(megabytes: 1);
        await using var server = await StartServerAsync();
        disk.Fill();

        await using var spotter = SpotterProcess.Launch(disk.Path, Settings(server, disk.Path), disk.Enter);

        Assert.Equal(1, await spotter.EndAsync());
        Assert.StartsWith("Spotter cannot start: ", Assert.Single(spotter.Output.Trim().Split('\n')), StringComparison.Ordinal);
    }

    /// <summary>A real limit even where nothing can be mounted: the system refuses writes beyond it, with a signal that would end most
    /// programs.</summary>
    [Fact]
    public async Task A_file_that_may_not_grow_is_said_and_ends_nothing()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Only Linux limits a running process.
        }

        using var folder = new TemporaryFolder();
        await using var server = await StartServerAsync();
        await using var spotter = await SpotterProcess.StartAsync(folder.Path, Settings(server, folder.Path));
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        await user.ImportAsync("Road trip.csv", Export);

        // Short lines: the body fits in memory, but the rows take many times as much.
        var narrow = "Title,Artist\n" + string.Concat(Enumerable.Range(0, 8_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},A\n")));
        await LimitAsync(spotter, "1000000");
        foreach (var list in new[] { narrow, string.Concat(Enumerable.Repeat(Big(), 6)) })
        {
            using var refused = await PostAsync(user, list, "Another.csv");
            var body = await refused.Content.ReadAsStringAsync();
            Assert.True(refused.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.InsufficientStorage, $"{refused.StatusCode}: {body}\n{spotter.Output}");
            Assert.Contains(JsonElement.Parse(body).GetProperty("detail").GetString(), new[] { DatabaseTrouble.Unreadable, DatabaseTrouble.Full }.Select(English.Of));
        }

        Assert.Equal(1, await CountAsync(user));
        await LimitAsync(spotter, "unlimited");
        await user.ImportAsync("After.csv", Big());
        await BecomesAsync(spotter.Address, "healthy");
        Assert.Equal(2, await CountAsync(user));
        Assert.Equal(0, await spotter.TerminateAsync());
        AssertPlain(spotter);
    }

    private static async Task AssertSaidAsync(ScriptUser user, Uri address)
    {
        using (var refused = await PostAsync(user, Big(), "Another.csv"))
        {
            await AssertRefusedAsync(refused);
        }

        // Too large for memory, so it is written to disk on arrival.
        var archive = Zips.Of([.. Enumerable.Range(0, 40).Select(i => (string.Create(CultureInfo.InvariantCulture, $"List {i}.csv"), Big()))]);
        using (var refused = await PostAsync(user, archive, "lists.zip"))
        {
            await AssertRefusedAsync(refused);
        }

        await BecomesAsync(address, "unhealthy");
        using var http = new HttpClient { BaseAddress = address };
        using (var alive = await http.GetAsync(new Uri("/healthz", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        }

        using var form = new SignInForm(address);
        using (var page = await form.PostAsync("demo", "demo"))
        {
            var text = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());
            Assert.True(
                form.IsSignedIn || (page.StatusCode == HttpStatusCode.InsufficientStorage && text.Contains(English.Of(DatabaseTrouble.Full), StringComparison.Ordinal)),
                $"{page.StatusCode}: {text}");
        }
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage refused)
    {
        var body = await refused.Content.ReadAsStringAsync();
        Assert.True(refused.StatusCode == HttpStatusCode.InsufficientStorage, $"{refused.StatusCode}: {body}");
        Assert.Equal(English.Of(DatabaseTrouble.Full), JsonElement.Parse(body).GetProperty("detail").GetString());
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
    }

    /// <summary>The output has no stack trace and no unhandled fault.</summary>
    private static void AssertPlain(SpotterProcess spotter)
    {
        var output = spotter.Output;
        // Kestrel hits the limit again when it deletes the buffered upload, and reports that in its own words.
        var trace = output.Split('\n').FirstOrDefault(
            line => line.Contains("   at ", StringComparison.Ordinal) && !line.Contains("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal));
        Assert.True(trace is null, $"A stack trace is in the output: {output[Math.Max(0, output.IndexOf(trace ?? "", StringComparison.Ordinal) - 2_000)..]}");
        Assert.DoesNotContain("Unhandled exception.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("crit:", output, StringComparison.Ordinal);
    }

    private static async Task BecomesAsync(Uri address, string word)
    {
        using var http = new HttpClient { BaseAddress = address };
        await Eventually.HoldsAsync($"the database is {word}", async () =>
        {
            using var response = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            var found = JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("checks").GetProperty("database").GetString();
            return found == word && response.StatusCode == (word == "unhealthy" ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
        });
    }

    private static async Task LimitAsync(SpotterProcess spotter, string bytes)
    {
        using var prlimit = System.Diagnostics.Process.Start("prlimit", ["--pid", spotter.Id.ToString(CultureInfo.InvariantCulture), $"--fsize={bytes}:unlimited"]);
        await prlimit.WaitForExitAsync();
        Assert.Equal(0, prlimit.ExitCode);
    }

    private static Task<DemoServer> StartServerAsync() => DemoServer.StartAsync(new DemoServerOptions
    {
        Songs =
        [
            Demo.Song("First Light", "Amber Echo", "Morning", 180),
            Demo.Song("Second Wind", "Amber Echo", "Morning", 190),
            Demo.Song("Third Rail", "Amber Echo", "Morning", 200),
        ],
    });

    private static Dictionary<string, string> Settings(DemoServer server, string folder) => new()
    {
        ["Navidrome:BaseUrl"] = server.BaseUrl,
        ["PlaylistSync:LeaseSeconds"] = "4",
        ["TMPDIR"] = folder,
    };

    private static string Big()
        => "Title,Artist\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"Song {i} with a name of some length,Ada\n"));

    private static Task<HttpResponseMessage> PostAsync(ScriptUser user, string content, string fileName) => PostAsync(user, Encoding.UTF8.GetBytes(content), fileName);

    private static async Task<HttpResponseMessage> PostAsync(ScriptUser user, byte[] content, string fileName)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        return await user.Http.PostAsync(new Uri("/api/playlists/import", UriKind.Relative), form);
    }

    private static async Task<int> CountAsync(ScriptUser user)
        => JsonElement.Parse(await user.Http.GetStringAsync(new Uri("/api/playlists", UriKind.Relative))).EnumerateArray()
            .Count(playlist => playlist.GetProperty("source").GetString() == "file");
}
