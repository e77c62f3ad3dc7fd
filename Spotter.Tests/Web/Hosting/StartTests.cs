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

    [Theory]
    [InlineData("Sources:ListenBrainz:BaseUrl", "listenbrainz", "Sources:ListenBrainz:BaseUrl is \"listenbrainz\", but must be an address like https://music.example.org.")]
    [InlineData("Sources:ListenBrainz:Url", "https://music.example.org", "Sources:ListenBrainz:Url is not a setting. There are: BaseUrl.")]
    public async Task A_bad_setting_of_a_source_stops_the_start_with_one_line_too(string key, string value, string line)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SpotterProcess.StartAsync(_folder.Path, new Dictionary<string, string> { [key] = value }));
        Assert.Equal($"Spotter stopped:\nSpotter cannot start: {line}", exception.Message.TrimEnd());
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

    public void Dispose() => _folder.Dispose();
}
