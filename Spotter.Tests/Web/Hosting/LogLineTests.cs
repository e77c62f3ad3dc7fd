using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Hosting;

/// <summary>The log as its reader sees it.</summary>
public sealed class LogLineTests
{
    [Fact]
    public async Task No_request_begins_a_line_of_the_log()
    {
        using var folder = new TemporaryFolder();
        await using var spotter = await SpotterProcess.StartAsync(
            folder.Path, new Dictionary<string, string> { ["Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics"] = "Information" });
        using var http = new HttpClient { BaseAddress = spotter.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/playlists%0Ainfo: Forged.Entry[1]%0A      All is well");
        using var response = await http.SendAsync(request);

        await Eventually.HoldsAsync("it is in the log", () => Task.FromResult(spotter.Output.Contains("Forged.Entry", StringComparison.Ordinal)));
        Assert.DoesNotContain(spotter.Output.Split('\n'), line => line.StartsWith("info: Forged", StringComparison.Ordinal));
    }
}
