using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Api;

public sealed class OtherPeoplesPlaylistsTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Every_call_with_another_users_playlist_finds_nothing_and_changes_nothing()
    {
        var theirs = (await app.Demo.GetFromJsonAsync<JsonElement>("/api/playlists"))[0].GetProperty("id").GetInt32();
        var before = await app.Demo.GetStringAsync(new Uri($"/api/playlists/{theirs}", UriKind.Relative));
        var tried = 0;
        foreach (var endpoint in Endpoints.Of(app.Spotter).Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)
            && endpoint.RoutePattern.RawText.Contains("{id:int}", StringComparison.Ordinal)))
        {
            using var request = Endpoints.RequestTo(endpoint, theirs);
            if (request.Method == HttpMethod.Post)
            {
                request.Content = JsonContent.Create(new { enabled = true, navidromePlaylistId = "a", plan = "a" });
            }

            using var response = await app.Guest.SendAsync(request);
            Assert.True(response.StatusCode == HttpStatusCode.NotFound, $"{request.Method} {request.RequestUri} answers {(int)response.StatusCode}.");
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
            tried++;
        }

        Assert.Equal(10, tried);
        Assert.Equal(before, await app.Demo.GetStringAsync(new Uri($"/api/playlists/{theirs}", UriKind.Relative)));
    }

    [Fact]
    public async Task Lists_and_the_audit_log_hold_only_ones_own()
    {
        var theirs = await IdsAsync(app.Demo, "/api/playlists");
        Assert.NotEmpty(theirs);
        Assert.Empty(theirs.Intersect(await IdsAsync(app.Guest, "/api/playlists")));
        Assert.Empty((await IdsAsync(app.Demo, "/api/events")).Intersect(await IdsAsync(app.Guest, "/api/events")));
    }

    private static async Task<IEnumerable<int>> IdsAsync(HttpClient client, string path)
        => [.. (await client.GetFromJsonAsync<JsonElement>(path)).EnumerateArray().Select(item => item.GetProperty("id").GetInt32())];
}
