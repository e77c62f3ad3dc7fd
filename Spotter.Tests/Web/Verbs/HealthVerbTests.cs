using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Verbs;

public sealed class HealthVerbTests : IDisposable
{
    private const string Ready = """{"status":"healthy","checks":{"database":"healthy","keys":"healthy","musicServer":"healthy"}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_Spotter_that_can_work_is_ready()
    {
        await using var spotter = SpotterApp.StartDemo();

        Assert.Equal((0, "Spotter is ready."), await AskAsync(spotter.Address.AbsoluteUri));
    }

    [Fact]
    public async Task Without_its_music_server_it_works_and_waits()
    {
        await using var spotter = SpotterApp.StartWith(new Uri($"http://127.0.0.1:{FreePort.Find()}"));

        Assert.Equal((0, "Spotter works, but musicServer is degraded."), await AskAsync(spotter.Address.AbsoluteUri));
    }

    [Fact]
    public async Task Without_its_keys_it_cannot_work()
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["DataProtection:KeysPath"] = _folder.File("keys") });
        Directory.Delete(_folder.File("keys"), recursive: true);

        Assert.Equal((1, "Spotter cannot work: keys is unhealthy."), await AskAsync(spotter.Address.AbsoluteUri));
    }

    [Fact]
    public async Task It_asks_for_a_name_that_is_allowed()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl), new() { ["AllowedHosts"] = "spotter.example.org" });

        Assert.Equal(0, (await AskAsync(spotter.Address.AbsoluteUri, "--AllowedHosts=spotter.example.org")).Code);
        Assert.Equal(1, (await AskAsync(spotter.Address.AbsoluteUri)).Code);
    }

    [Fact]
    public async Task Behind_a_public_address_with_a_path_it_asks_without_either()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl), new() { ["PublicUrl"] = "https://music.example.org/spotter" });

        Assert.Equal((0, "Spotter is ready."), await AskAsync(spotter.Address.AbsoluteUri, "--PublicUrl=https://music.example.org/spotter"));
    }

    [Fact]
    public async Task Nobody_there_is_told_apart_from_somebody_else()
    {
        await using var other = await SmallSite.StartAsync("Welcome");
        var free = $"http://127.0.0.1:{FreePort.Find()}";

        var (code, text) = await AskAsync(free);

        Assert.Equal(1, code);
        Assert.StartsWith($"Spotter does not answer at {free}: ", text, StringComparison.Ordinal);
        var address = other.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal((1, $"Something answers at {address}, but it is not Spotter (HTTP 200)."), await AskAsync(address));
    }

    [Fact]
    public async Task A_socket_is_asked_like_a_port()
    {
        var socket = Path.Combine(Path.GetTempPath(), $"spotter-{Guid.NewGuid():N}.sock"[..24]);
        await using var site = await SmallSite.StartAtSocketAsync(socket, Ready);

        Assert.Equal((0, "Spotter is ready."), await AskAsync($"http://unix:{socket}"));
    }

    [Fact]
    public async Task The_certificate_of_a_public_name_is_good_enough_on_this_machine()
    {
        using var certificate = SmallSite.CreateCertificate("spotter.example.org");
        await using var site = await SmallSite.StartWithAsync(certificate, Ready);

        Assert.Equal((0, "Spotter is ready."), await AskAsync($"https://127.0.0.1:{site.Address.Port}"));
    }

    [Fact]
    public async Task A_port_that_is_chosen_at_each_start_cannot_be_asked()
    {
        var (code, text) = await AskAsync("http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.StartsWith("Spotter listens on a port that changes with each start", text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Text)> AskAsync(string urls, params string[] settings)
    {
        var (code, output, error) = await VerbListTests.RunAsync(["health", $"--urls={urls}", .. settings]);
        Assert.Empty(error);
        return (code, output.Trim());
    }
}
