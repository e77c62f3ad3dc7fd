using System.Net;
using Spotter.Tests.Support;
using Spotter.Web.Addresses;

namespace Spotter.Tests.Web.Addresses;

public sealed class HostNamesTests
{
    [Theory]
    [InlineData("music.example.org", true)]
    [InlineData("MUSIC.example.org", true)]
    [InlineData("localhost", true)]
    [InlineData("nas", true)]
    [InlineData("spotter.local", true)]
    [InlineData("192.168.1.5", true)]
    [InlineData("[::1]", true)]
    [InlineData("rebound.example", false)]
    [InlineData("music.example.org.rebound.example", false)]
    [InlineData("192.168.1.5.rebound.example", false)]
    public void A_name_that_somebody_outside_can_point_here_is_not_ours(string name, bool expected) => Assert.Equal(expected, HostNames.IsOwn(name, "music.example.org"));

    [Theory]
    [InlineData(null, "music.example.org", HttpStatusCode.OK)]
    [InlineData(null, "127.0.0.1", HttpStatusCode.OK)]
    [InlineData(null, "rebound.example", HttpStatusCode.BadRequest)]
    [InlineData("other.example", "other.example", HttpStatusCode.OK)]
    [InlineData("other.example", "music.example.org", HttpStatusCode.BadRequest)]
    public async Task With_a_public_address_Spotter_answers_under_its_own_names(string? setting, string host, HttpStatusCode expected)
    {
        Dictionary<string, string> settings = new() { ["PublicUrl"] = "https://music.example.org", ["Demo:AllowRemote"] = "true" };
        if (setting is not null)
        {
            settings[HostNames.Setting] = setting;
        }

        await using var spotter = SpotterApp.StartDemo(settings);
        Assert.Equal(expected, await StatusAsync(spotter, host));
    }

    [Fact]
    public async Task Without_one_a_redirect_names_no_host_whatever_the_request_says()
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["Demo:AllowRemote"] = "true" });
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = spotter.Address };
        foreach (var path in (string[])["/review", "/hangfire", "/no/such/page"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)) { Headers = { Host = "elsewhere.example" } };
            using var response = await http.SendAsync(request);
            Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(path)}", response.Headers.Location!.OriginalString);
            Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(SpotterApp spotter, string host)
    {
        using var http = new HttpClient { BaseAddress = spotter.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/sign-in", UriKind.Relative)) { Headers = { Host = host } };
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
