using System.Net;
using System.Net.Http.Json;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Addresses;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("/spotter/review")]
    [InlineData("/review")]
    public async Task Redirects_stay_below_the_public_path_whether_the_proxy_strips_its_prefix_or_not(string path)
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["PublicUrl"] = "https://music.example.org/spotter" });
        using var stranger = new SignInForm(spotter.Address);
        using var response = await stranger.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("/spotter/sign-in?returnUrl=%2Fspotter%2Freview", response.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("/spotter/api")]
    [InlineData("/api")]
    public async Task What_the_API_points_to_is_below_the_public_path_whether_the_proxy_strips_its_prefix_or_not(string api)
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["PublicUrl"] = "https://music.example.org/spotter" });
        using var http = spotter.Script("demo", "demo");
        using var file = new MultipartFormDataContent { { new StringContent("Title,Artist\nOne,A\n"), "file", "One.csv" } };

        using var imported = await http.PostAsync(new Uri($"{api}/playlists/import", UriKind.Relative), file);
        Assert.Matches("^/spotter/api/playlists/[0-9]+$", imported.Headers.Location!.ToString());

        using var enabled = await http.PostAsJsonAsync(new Uri($"{api}{imported.Headers.Location.ToString()["/spotter/api".Length..]}/toggle-sync", UriKind.Relative), new { enabled = true });
        Assert.Equal($"{imported.Headers.Location}/sync-status", enabled.Headers.Location!.ToString());

        using var events = await http.GetAsync(new Uri($"{api}/events?limit=1", UriKind.Relative));
        Assert.Matches("^</spotter/api/events\\?before=[0-9]+&limit=1>; rel=\"next\"$", events.Headers.GetValues("Link").Single());
    }

    [Fact]
    public async Task Behind_a_known_proxy_failures_count_for_the_address_before_it()
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["ForwardedHeaders:KnownProxies:0"] = "127.0.0.1" });
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(spotter, $"name {i}", "192.0.2.1"));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(spotter, "somebody", "192.0.2.1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(spotter, "somebody", "192.0.2.2"));
    }

    [Theory]
    [InlineData("127.0.0.0/8", HttpStatusCode.Unauthorized, "/spotter/sign-in?returnUrl=%2Fspotter%2Freview")]
    [InlineData("192.0.2.0/24", HttpStatusCode.TooManyRequests, "/sign-in?returnUrl=%2Freview")]
    public async Task A_proxy_in_a_known_network_is_believed_and_no_other(string network, HttpStatusCode forAnotherVisitor, string location)
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["ForwardedHeaders:KnownNetworks:0"] = network });
        using var stranger = new SignInForm(spotter.Address);
        stranger.Http.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/spotter");
        using var response = await stranger.Http.GetAsync(new Uri("/review", UriKind.Relative));
        Assert.Equal(location, response.Headers.Location!.ToString());

        // Twenty failures of one address, each by way of another proxy of the same network where it is known.
        for (var i = 0; i < 20; i++)
        {
            await TryAsync(spotter, $"name {i}", "192.0.2.1, 127.0.0.9");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(spotter, "somebody", "192.0.2.1"));
        Assert.Equal(forAnotherVisitor, await TryAsync(spotter, "somebody", "192.0.2.2"));
    }

    private static async Task<HttpStatusCode> TryAsync(SpotterApp spotter, string userName, string address)
    {
        using var http = spotter.Script(userName, "nonsense");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        using var response = await http.GetAsync(new Uri("/api/playlists", UriKind.Relative));
        return response.StatusCode;
    }
}
