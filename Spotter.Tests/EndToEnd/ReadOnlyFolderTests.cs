using System.Net;
using System.Text.Json;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;

namespace Spotter.Tests.EndToEnd;

/// <summary>The application as a separate process whose files and folders are really read-only or gone.</summary>
public sealed class ReadOnlyFolderTests : IDisposable
{
    private const UnixFileMode ReadOnlyFile = UnixFileMode.UserRead;
    private const UnixFileMode ReadOnlyFolder = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = OwnFile | UnixFileMode.UserExecute;
    private const string Export = "Title,Artist\nFirst Light,Amber Echo\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Path, OwnFolder);
        }

        _folder.Dispose();
    }

    [FileModeFact]
    public async Task A_data_folder_that_may_not_be_written_stops_the_start_with_one_line()
    {
        SetMode(_folder.Path, ReadOnlyFolder);
        await AssertOneLineAsync();
    }

    [FileModeFact]
    public async Task A_database_file_that_may_not_be_written_stops_the_start_with_one_line_and_stays_as_it_is()
    {
        await using (var first = await StartAsync())
        {
            Assert.Equal(0, await first.TerminateAsync());
        }

        var database = _folder.File("demo.db");
        SetMode(database, ReadOnlyFile);

        var line = await AssertOneLineAsync();

        Assert.Contains("Give it write permission for the database file and its folder", line, StringComparison.Ordinal);
        Assert.Equal(ReadOnlyFile, ModeOf(database));
        SetMode(database, OwnFile);
        await using var again = await StartAsync();
    }

    [FileModeFact]
    public async Task A_database_that_becomes_read_only_is_said_and_is_right_again_by_itself()
    {
        // Without a pool each statement opens the file, so its mode takes effect at once.
        await using var spotter = await StartAsync(new() { ["ConnectionStrings:Spotter"] = $"Data Source={_folder.File("spotter.db")};Pooling=False" });
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        await user.ImportAsync("Before.csv", Export);
        var before = await CountAsync(user);
        Lock(ReadOnlyFile, ReadOnlyFolder);

        using (var refused = await PostAsync(user))
        {
            var body = await refused.Content.ReadAsStringAsync();
            Assert.True(refused.StatusCode == HttpStatusCode.ServiceUnavailable, body);
            Assert.Equal(English.Of(DatabaseTrouble.ReadOnly), JsonElement.Parse(body).GetProperty("detail").GetString());
        }

        await BecomesAsync(spotter.Address, "database", "unhealthy");
        Lock(OwnFile, OwnFolder);
        await BecomesAsync(spotter.Address, "database", "healthy");
        await user.ImportAsync("After.csv", Export);
        Assert.Equal(before + 1, await CountAsync(user));
        AssertPlain(spotter);
    }

    [FileModeFact]
    public async Task A_folder_of_keys_that_may_not_be_written_stops_nothing_and_is_told_to_whoever_watches()
    {
        await using (var first = await StartAsync())
        {
            using var user = new ScriptUser(first.Address, "demo", "demo");
            await user.ImportAsync("Before.csv", Export);
            Assert.Equal(0, await first.TerminateAsync());
        }

        SetMode(_folder.File("keys"), ReadOnlyFolder);
        await using var spotter = await StartAsync();
        await BecomesAsync(spotter.Address, "keys", "unhealthy");
        Assert.Equal(ReadOnlyFolder, ModeOf(_folder.File("keys")));
        using var form = new SignInForm(spotter.Address);
        using (await form.PostAsync("demo", "demo"))
        {
            Assert.True(form.IsSignedIn);
        }

        SetMode(_folder.File("keys"), OwnFolder);
        await BecomesAsync(spotter.Address, "keys", "healthy");
        Assert.Single(spotter.Output.Split('\n'), line => line.Contains("The folder of the keys", StringComparison.Ordinal));
        AssertPlain(spotter);
    }

    [FileModeFact]
    public async Task A_users_own_watched_folder_that_may_not_be_read_costs_only_itself()
    {
        var own = Directory.CreateDirectory(_folder.File("playlists/demo")).FullName;
        Put("playlists/Everybody.csv");
        Put("playlists/demo/Mine.csv");
        await using var spotter = await StartAsync(new() { ["Sources:Files:WatchFolder"] = _folder.File("playlists") });
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        await AreFollowedAsync(user, "Everybody", "Mine");

        SetMode(own, default);
        Put("playlists/Later.csv");

        // What may not be looked at is not gone: the playlist stays, and the others go on.
        await AreFollowedAsync(user, "Everybody", "Later", "Mine");
        SetMode(own, OwnFolder);
        Put("playlists/demo/Another.csv");
        await AreFollowedAsync(user, "Another", "Everybody", "Later", "Mine");
        AssertPlain(spotter);

        void Put(string name)
        {
            File.WriteAllText(_folder.File(name), Export);
            File.SetLastWriteTimeUtc(_folder.File(name), TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-1)); // a file that was left alone is read at once
        }
    }

    [Fact]
    public async Task Keys_that_are_lost_cost_a_sign_in_and_nothing_else()
    {
        await using (var first = await StartAsync(through: []))
        {
            using var user = new ScriptUser(first.Address, "demo", "demo");
            await user.ImportAsync("Before.csv", Export);
            Directory.Delete(_folder.File("keys"), recursive: true);
            await BecomesAsync(first.Address, "keys", "unhealthy");
            await user.ImportAsync("Meanwhile.csv", Export);
            Assert.Equal(0, await first.TerminateAsync());
            AssertPlain(first);
        }

        await using var spotter = await StartAsync(through: []);
        using var again = new ScriptUser(spotter.Address, "demo", "demo");
        await BecomesAsync(spotter.Address, "keys", "healthy");
        var names = JsonElement.Parse(await again.Http.GetStringAsync(new Uri("/api/playlists", UriKind.Relative))).EnumerateArray()
            .Where(playlist => playlist.GetProperty("source").GetString() == "file")
            .ToDictionary(playlist => playlist.GetProperty("name").GetString()!, playlist => playlist.GetProperty("id").GetInt32());
        Assert.Contains("Before", names.Keys);
        Assert.Contains("Meanwhile", names.Keys);
        await again.SetSyncAsync(names["Before"], enabled: true);
        Assert.NotEqual("error", (await again.SettledAsync(names["Before"])).Status);
        AssertPlain(spotter);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static UnixFileMode ModeOf(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private static void AssertPlain(SpotterProcess spotter)
    {
        Assert.DoesNotContain("   at ", spotter.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", spotter.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("crit:", spotter.Output, StringComparison.Ordinal);
    }

    /// <summary>These playlists of the watched folder are followed, and none of them is gone.</summary>
    private static Task AreFollowedAsync(ScriptUser user, params string[] names) => Eventually.HoldsAsync(string.Join(", ", names), async () =>
        JsonElement.Parse(await user.Http.GetStringAsync(new Uri("/api/playlists", UriKind.Relative))).EnumerateArray()
            .Where(playlist => names.Contains(playlist.GetProperty("name").GetString()) && !playlist.GetProperty("goneAtSource").GetBoolean())
            .Select(playlist => playlist.GetProperty("name").GetString()!).Order(StringComparer.Ordinal).SequenceEqual(names), TimeSpan.FromMinutes(1));

    private static async Task<int> CountAsync(ScriptUser user)
        => JsonElement.Parse(await user.Http.GetStringAsync(new Uri("/api/playlists", UriKind.Relative))).GetArrayLength();

    private static async Task<HttpResponseMessage> PostAsync(ScriptUser user)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([.. "Title,Artist\nThird Rail,Amber Echo\n"u8]), "file", "Another.csv" } };
        return await user.Http.PostAsync(new Uri("/api/playlists/import", UriKind.Relative), form);
    }

    private static async Task BecomesAsync(Uri address, string check, string word)
    {
        using var http = new HttpClient { BaseAddress = address };
        await Eventually.HoldsAsync($"{check} is {word}", async () =>
        {
            using var response = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            return JsonElement.Parse(await response.Content.ReadAsStringAsync()).GetProperty("checks").GetProperty(check).GetString() == word;
        });
    }

    private Task<SpotterProcess> StartAsync(Dictionary<string, string>? settings = null, IReadOnlyList<string>? through = null)
        => SpotterProcess.StartAsync(_folder.Path, settings ?? [], through ?? NoOverride.Through);

    private async Task<string> AssertOneLineAsync()
    {
        await using var spotter = SpotterProcess.Launch(_folder.Path, new Dictionary<string, string>(), NoOverride.Through);
        Assert.Equal(1, await spotter.EndAsync());
        await Eventually.HoldsAsync("its output is read", () => Task.FromResult(spotter.Output.Length > 0));
        var line = Assert.Single(spotter.Output.Trim().Split('\n'));
        Assert.StartsWith("Spotter cannot start: ", line, StringComparison.Ordinal);
        return line;
    }

    private void Lock(UnixFileMode file, UnixFileMode folder)
    {
        SetMode(_folder.Path, OwnFolder);
        foreach (var one in Directory.GetFiles(_folder.Path, "demo.db*"))
        {
            SetMode(one, file);
        }

        SetMode(_folder.Path, folder);
    }
}
