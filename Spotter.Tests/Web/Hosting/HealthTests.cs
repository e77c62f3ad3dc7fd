using System.Net;
using System.Text.Json;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Hosting;

public sealed class HealthTests
{
    [Fact]
    public async Task A_process_that_can_work_says_so()
    {
        await using var spotter = SpotterApp.StartDemo();
        using var http = new HttpClient { BaseAddress = spotter.Address };
        Assert.Equal("Healthy", await http.GetStringAsync(new Uri("/healthz", UriKind.Relative)));
        Assert.Equal("healthy", (await ReadyAsync(http, HttpStatusCode.OK)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_music_server_that_is_away_is_no_reason_to_restart_Spotter()
    {
        var server = await DemoServer.StartAsync();
        var address = new Uri(server.BaseUrl);
        await server.DisposeAsync();
        await using var spotter = SpotterApp.StartWith(address);
        using var http = new HttpClient { BaseAddress = spotter.Address };
        var ready = await ReadyAsync(http, HttpStatusCode.OK);
        Assert.Equal("degraded", ready.GetProperty("status").GetString());
        Assert.Equal("degraded", ready.GetProperty("checks").GetProperty("musicServer").GetString());
        Assert.Equal("healthy", ready.GetProperty("checks").GetProperty("database").GetString());
    }

    private static async Task<JsonElement> ReadyAsync(HttpClient http, HttpStatusCode expected)
    {
        using var response = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
        Assert.Equal(expected, response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }
}
