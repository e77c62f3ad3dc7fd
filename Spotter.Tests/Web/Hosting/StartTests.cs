using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Hosting;

public sealed class StartTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_bad_setting_stops_the_start_with_one_line()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string> { ["PlaylistSync:LeaseSeconds"] = "soon" }));
        Assert.Equal("Spotter stopped:\nSpotter cannot start: PlaylistSync:LeaseSeconds is \"soon\", but must be a whole number.", exception.Message.TrimEnd());
    }

    [Fact]
    public async Task Several_bad_settings_stop_the_start_with_a_line_each()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SpotterProcess.StartAsync(
            _folder.Path, new Dictionary<string, string> { ["PlaylistSync:LeaseSeconds"] = "3", ["PublicUrl"] = "spotter" }));
        Assert.Equal(
            "Spotter stopped:\nSpotter cannot start: PlaylistSync:LeaseSeconds is \"3\", but must be from 4 to 86400.\n"
            + "Spotter cannot start: PublicUrl is \"spotter\", but must be an address like https://music.example.org/spotter.",
            exception.Message.TrimEnd());
    }

    [Fact]
    public async Task A_bad_setting_of_a_source_stops_the_start_with_one_line_too()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string> { ["Sources:ListenBrainz:BaseUrl"] = "listenbrainz" }));
        Assert.Equal(
            "Spotter stopped:\nSpotter cannot start: Sources:ListenBrainz:BaseUrl is \"listenbrainz\", but must be an address like https://music.example.org.",
            exception.Message.TrimEnd());
    }

    [Fact]
    public async Task A_key_that_is_no_setting_is_told_in_the_log_and_stops_nothing()
    {
        await using var spotter = await SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string> { ["PlaylistSync:Corn"] = "5 * * * *" });

        await Eventually.HoldsAsync("it is told", () => Task.FromResult(
            spotter.Output.Contains("PlaylistSync:Corn is not a setting and has no effect. Did you mean PlaylistSync:Cron?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Started_from_another_folder_it_still_keeps_its_log_short()
    {
        await using var spotter = await SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string>(), workingFolder: _folder.Path);

        Assert.DoesNotContain("Executed DbCommand", spotter.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_leaves_a_database_that_others_can_read_meanwhile_and_keys_that_nobody_else_can()
    {
        await using var spotter = await SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string>());
        Assert.True(File.Exists(_folder.File("demo.db")));
        Assert.False(File.Exists(_folder.File("spotter.db")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(_folder.File("keys")));
        }
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_the_start_is_one_line_and_no_failure()
    {
        // Another process is migrating, so the start has to wait.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File("demo.db")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var command = database.CreateCommand();
            command.CommandText = $"""
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '{TimeProvider.System.GetUtcNow().AddHours(1):yyyy-MM-dd HH:mm:ss.fffffffzzz}');
                """;
            await command.ExecuteNonQueryAsync();
        }

        await using var spotter = SpotterProcess.Launch(_folder.Path, new Dictionary<string, string>());
        await Eventually.HoldsAsync("it is at the database", () => Task.FromResult(spotter.OpenFiles().Any(file => file.EndsWith("demo.db", StringComparison.Ordinal))));

        Assert.Equal(0, await spotter.TerminateAsync());
        Assert.EndsWith("Spotter was stopped before it had started.", spotter.Output.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", spotter.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", spotter.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_keys_that_cannot_be_one_stops_the_start_with_one_line()
    {
        await File.WriteAllTextAsync(_folder.File("keys"), "a file");
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string>()));
        var line = Assert.Single(exception.Message.Trim().Split('\n').Skip(1));
        Assert.StartsWith("Spotter cannot start: the folder of the keys cannot be used: ", line, StringComparison.Ordinal);
        Assert.EndsWith("See DataProtection:KeysPath.", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_none_stops_the_start_with_one_line()
    {
        await File.WriteAllTextAsync(_folder.File("demo.db"), new string('x', 10_000));
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string>()));
        var line = Assert.Single(exception.Message.Trim().Split('\n').Skip(1));
        Assert.StartsWith("Spotter cannot start: the database cannot be opened (", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_watches_no_settings_and_so_needs_nothing_that_a_system_may_have_run_out_of()
    {
        await using var spotter = await SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string>());
        if (OperatingSystem.IsLinux())
        {
            Assert.DoesNotContain(spotter.OpenFiles(), file => file.Contains("inotify", StringComparison.Ordinal));
        }
    }

    /// <summary>The system's own limit, set to zero for this process and its children.</summary>
    [InotifyFact]
    public async Task Without_a_single_watch_left_in_the_system_it_starts_and_reads_the_watched_folder_by_the_schedule()
    {
        Directory.CreateDirectory(_folder.File("playlists"));
        await using var spotter = await SpotterProcess.StartAsync(
            _folder.Path, new Dictionary<string, string> { ["Sources:Files:WatchFolder"] = _folder.File("playlists") }, InotifyFactAttribute.Through);
        await Eventually.HoldsAsync("it is said", () => Task.FromResult(spotter.Output.Contains("The system does not report changes", StringComparison.Ordinal)));
        Assert.Equal(0, await spotter.TerminateAsync());
        AssertPlain(spotter);
    }

    /// <summary>Stops the process as soon as it has loaded or opened something: before the host exists, while it exists, and when it
    /// listens.</summary>
    [Theory]
    [InlineData("libcoreclr.so")]
    [InlineData("Spotter.Core.dll")]
    [InlineData("Microsoft.AspNetCore.DataProtection.dll")]
    [InlineData("libe_sqlite3.so")]
    [InlineData("Hangfire.InMemory.dll")]
    public async Task A_stop_at_any_moment_of_the_start_is_plain_and_leaves_what_the_next_start_needs(string loaded)
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Only Linux tells what a process has loaded.
        }

        await using (var spotter = SpotterProcess.Launch(_folder.Path, new Dictionary<string, string>()))
        {
            await Eventually.HoldsAsync($"it has loaded {loaded}", () => Task.FromResult(spotter.HasLoaded(loaded)));
            var code = await spotter.TerminateAsync();
            Assert.True(code is 0 or 128 + 15, $"It ended with {code}: {spotter.Output}");
            AssertPlain(spotter);
        }

        await using var next = await SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string>());
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertPlain(SpotterProcess spotter)
    {
        Assert.DoesNotContain("fail:", spotter.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("crit:", spotter.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", spotter.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", spotter.Output, StringComparison.Ordinal);
    }
}
