using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Web.Hosting;
using Spotter.Web.Settings;
using Spotter.Web.Verbs.Doctor;

namespace Spotter.Tests.Web.Verbs.Doctor;

public sealed class DoctorVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(DoctorVerb.PasswordVariable, null);
        _folder.Dispose();
    }

    [Fact]
    public async Task A_new_installation_is_well_and_stays_untouched()
    {
        var (code, text) = await ExamineAsync();

        Assert.Equal(0, code);
        Assert.EndsWith("Nothing is wrong.", text, StringComparison.Ordinal);
        Assert.Contains("There is no database yet.", text, StringComparison.Ordinal);
        Assert.Contains("Navidrome:BaseUrl is not set, so Spotter runs as a demo", text, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Bad_settings_are_all_named_and_nothing_else_is_asked()
    {
        var (code, text) = await ExamineAsync("--PlaylistSync:Cron=hourly", "--PublicUrl=spotter");

        Assert.Equal(1, code);
        Assert.Contains("  WRONG PlaylistSync:Cron is \"hourly\", but must be", text, StringComparison.Ordinal);
        Assert.Contains("  WRONG PublicUrl is \"spotter\", but must be", text, StringComparison.Ordinal);
        Assert.EndsWith("2 things are wrong.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_installation_is_examined_without_a_write_anywhere()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = Start(server.BaseUrl);
        await SignInAsync(spotter);
        var requests = server.Log.Requests.Count;

        var (code, text) = await ExamineAsync(At(server), $"--urls={spotter.Address}");

        Assert.True(code == 0, text);
        Assert.Contains("is sound, can be written, and is of this version.", text, StringComparison.Ordinal);
        Assert.Contains($"A music server answers at {server.BaseUrl} after ", text, StringComparison.Ordinal);
        Assert.Contains("Its clock and the clock of this machine agree.", text, StringComparison.Ordinal);
        Assert.Contains("demo can sign in, as an administrator. It is navidrome 0.64", text, StringComparison.Ordinal);
        Assert.Contains("demo sees ", text, StringComparison.Ordinal);
        Assert.Contains($"Spotter is running at {spotter.Address.GetLeftPart(UriPartial.Authority)}.", text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Log.Requests.Skip(requests), request => request.IsWrite);
        spotter.Log.AssertQuiet();
    }

    [Fact]
    public async Task Only_if_it_is_asked_to_it_creates_a_playlist_and_deletes_it_again()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = Start(server.BaseUrl);
        await SignInAsync(spotter);
        var requests = server.Log.Requests.Count;

        var (code, text) = await ExamineAsync(At(server), $"--urls={spotter.Address}", "--write");

        Assert.True(code == 0, text);
        Assert.Contains("demo can create and delete playlists", text, StringComparison.Ordinal);
        Assert.Equal(["createPlaylist", "deletePlaylist"], server.Log.Requests.Skip(requests).Select(request => request.Method).Where(method => method is "createPlaylist" or "deletePlaylist"));
        Assert.DoesNotContain("doctor", await PlaylistsAsync(server), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo", 0, "demo can sign in")]
    [InlineData("wrong", 1, "It refuses the password of demo.")]
    public async Task A_sign_in_can_be_tried_before_anybody_has_signed_in(string password, int expected, string sentence)
    {
        await using var server = await DemoServer.StartAsync();
        Environment.SetEnvironmentVariable(DoctorVerb.PasswordVariable, password);

        var (code, text) = await ExamineAsync(At(server), "--user", "demo");

        Assert.True(code == expected, text);
        Assert.Contains(sentence, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_whose_keys_are_lost_are_told()
    {
        await using var server = await DemoServer.StartAsync();
        await using (var spotter = Start(server.BaseUrl))
        {
            await SignInAsync(spotter);
        }

        Directory.Delete(_folder.File("keys"), recursive: true);

        var (code, text) = await ExamineAsync(At(server));

        Assert.Equal(1, code);
        Assert.Contains("The stored password of demo cannot be used", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("keys")));
    }

    [Fact]
    public async Task A_database_of_an_older_version_is_told_and_left_alone()
    {
        using var older = new OlderInstallation();
        await using var server = await DemoServer.StartAsync();
        File.Copy(older.Database, _folder.File("spotter.db"));
        var before = await File.ReadAllBytesAsync(_folder.File("spotter.db"));

        var (code, text) = await ExamineAsync(At(server));

        Assert.True(code == 0, text);
        Assert.Contains("is of an older version. Spotter updates it when it starts", text, StringComparison.Ordinal);
        SqliteConnection.ClearAllPools();
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder.File("spotter.db")));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_told()
    {
        await using var server = await DemoServer.StartAsync();
        await using (var spotter = Start(server.BaseUrl))
        {
            await using var db = await spotter.OpenDatabaseAsync();
            await using var connection = new SqliteConnection($"Data Source={_folder.File("spotter.db")}");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Future', '99')""";
            await command.ExecuteNonQueryAsync();
        }

        var (code, text) = await ExamineAsync(At(server));

        Assert.Equal(1, code);
        Assert.Contains("A newer version of Spotter has updated the database", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_told()
    {
        await using var server = await DemoServer.StartAsync();
        await File.WriteAllTextAsync(_folder.File("spotter.db"), new string('x', 10_000));

        var (code, text) = await ExamineAsync(At(server));

        Assert.Equal(1, code);
        Assert.Contains("cannot be used (SQLite Error 26", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_told()
    {
        var wrong = TimeProvider.System.GetUtcNow().AddHours(2).ToString("R", CultureInfo.InvariantCulture);
        await using var server = await SmallSite.StartAsync("""{"subsonic-response":{"status":"failed"}}""", change: response => response.Headers.Date = wrong);

        var (code, text) = await ExamineAsync($"--Navidrome:BaseUrl={server.Address}");

        Assert.Equal(1, code);
        Assert.Matches("Its clock is 1(19|20) minutes ahead of the clock of this machine", text);
    }

    [Theory]
    [InlineData("nobody", null)]
    [InlineData("a web site", "Welcome")]
    public async Task An_address_without_a_music_server_is_told(string why, string? body)
    {
        await using var site = body is null ? null : await SmallSite.StartAsync(body);
        var address = site?.Address.AbsoluteUri ?? $"http://127.0.0.1:{FreePort.Find()}";

        var (code, text) = await ExamineAsync($"--Navidrome:BaseUrl={address}");

        Assert.True(code == 1, why);
        Assert.Matches(@"WRONG http://127\.0\.0\.1:\d+/?: .*See Navidrome:BaseUrl\.", text);
    }

    [Fact]
    public async Task Somebody_else_at_its_own_address_is_told()
    {
        await using var other = await SmallSite.StartAsync("Welcome");

        var (code, text) = await ExamineAsync($"--urls={other.Address}");

        Assert.Equal(1, code);
        Assert.Contains("Something else answers at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proxy_is_asked_and_one_that_is_not_trusted_is_noted()
    {
        await using var server = await DemoServer.StartAsync();
        await using var proxy = await SmallSite.StartAsync("502 Bad Gateway", 502);
        await using var spotter = Start(server.BaseUrl);

        var (code, text) = await ExamineAsync(At(server), $"--urls={spotter.Address}", $"--PublicUrl={proxy.Address}");

        Assert.Equal(1, code);
        Assert.Contains("no proxy is trusted", text, StringComparison.Ordinal);
        Assert.Contains($"Something else than Spotter answers at {proxy.Address} (HTTP 502).", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Services_are_asked_that_are_in_use_and_no_others()
    {
        await using var names = await SmallSite.StartAsync("{}");

        var (code, text) = await ExamineAsync(
            $"--Matching:MusicBrainz:BaseUrl={names.Address}", "--Matching:MusicBrainz:Enabled=true", $"--Mixtapes:Endpoint=http://127.0.0.1:{FreePort.Find()}/v1", "--Mixtapes:Model=m");

        Assert.Equal(1, code);
        Assert.Contains($"MusicBrainz answers at {names.Address.Authority}.", text, StringComparison.Ordinal);
        Assert.Contains("The model server cannot be reached at ", text, StringComparison.Ordinal);
        Assert.Single(names.Hosts);
    }

    /// <summary>The doctor finds the address of a connected service by the name of its kind.</summary>
    [Fact]
    public void Every_service_has_a_section_with_its_address()
    {
        var configuration = AllSettings.Configuration();
        using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSpotterServices(configuration)
            .AddSingleton(SpotterSettings.Read(configuration, _folder.Path, AllSettings.Sections)).AddSingleton(new DemoMode(null)).BuildServiceProvider();
        var kinds = AllSettings.Sections.Where(section => section.Type.GetProperty("BaseUrl") is not null).Select(section => section.Name.Split(':')[^1].ToLowerInvariant());

        Assert.Subset(kinds.ToHashSet(), services.GetServices<IProviderFactory>().OfType<ISourceFactory>().Where(source => source is not IStandingSource && source.Kind != "mixtape").Select(source => source.Kind).ToHashSet());
    }

    private static string At(DemoServer server) => $"--Navidrome:BaseUrl={server.BaseUrl}";

    private static async Task SignInAsync(SpotterApp spotter)
    {
        using var form = new SignInForm(spotter.Address);
        using var response = await form.PostAsync("demo", "demo");
        Assert.True(form.IsSignedIn);
    }

    private static async Task<string> PlaylistsAsync(DemoServer server)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri($"{server.BaseUrl}/rest/getPlaylists.view?u=demo&p=demo&v=1.16.1&c=test&f=json"));
    }

    private SpotterApp Start(string server) => SpotterApp.StartWith(new Uri(server), new()
    {
        ["ConnectionStrings:Spotter"] = $"Data Source={_folder.File("spotter.db")}",
        ["DataProtection:KeysPath"] = _folder.File("keys"),
    });

    private async Task<(int Code, string Text)> ExamineAsync(params string[] arguments)
    {
        string[] own = arguments.Any(argument => argument.StartsWith("--urls", StringComparison.Ordinal)) ? [] : [$"--urls=http://127.0.0.1:{FreePort.Find()}"];
        var (code, output, error) = await VerbListTests.RunAsync(
            ["doctor", $"--ConnectionStrings:Spotter=Data Source={_folder.File("spotter.db")}", $"--DataProtection:KeysPath={_folder.File("keys")}", .. own, .. arguments]);
        Assert.Empty(error);
        return (code, output.Trim());
    }
}
