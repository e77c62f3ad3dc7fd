using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
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
        // Decisions have ids of their own, which somebody else must not have either.
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

        Assert.Equal(13, tried);
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

    [Fact]
    public async Task No_call_tells_anything_of_another_user_in_whatever_way_it_is_asked_for_it()
    {
        await app.Demo.GetStringAsync(new Uri("/api/playlists", UriKind.Relative));
        var canary = await Canary.PlantAsync(app.Spotter, "demo");
        var tellsTheOwner = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in Endpoints.Of(app.Spotter).Where(IsRead))
        {
            foreach (var way in Ways(canary))
            {
                using var request = Endpoints.RequestTo(endpoint, canary.PlaylistId);
                var path = new Uri(request.RequestUri + way, UriKind.Relative);
                Assert.False(await TellsAsync(app.Guest, path), $"{path} tells somebody else.");
                if (await TellsAsync(app.Demo, path))
                {
                    tellsTheOwner.Add(endpoint.RoutePattern.RawText!);
                }
            }
        }

        // Data that not even its owner gets proves nothing.
        Assert.Equal(
            [
                "/api/decisions", "/api/decisions/export", "/api/events", "/api/missing", "/api/playlists", "/api/playlists/export", "/api/playlists/{id:int}", "/api/playlists/{id:int}/export", "/api/playlists/{id:int}/missing", "/api/playlists/{id:int}/sync-progress",
                "/api/playlists/{id:int}/sync-status",
            ],
            tellsTheOwner);
    }

    private static bool IsRead(RouteEndpoint endpoint)
        => endpoint.RoutePattern.RawText is { } path && (path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/openapi/", StringComparison.Ordinal) || path.StartsWith("/covers/", StringComparison.Ordinal))
            && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") is true;

    /// <summary>Every name by which a call might be made to act for another user.</summary>
    private static IEnumerable<string> Ways(Canary canary) => new[]
    {
        "", "?limit=200&before=9000000000000000000", "?format=csv", "?format=m3u", "?format=json", $"?id={canary.PlaylistId}", $"?playlist={canary.PlaylistId}",
        $"?playlistId={canary.PlaylistId}", $"?user={canary.UserId}", $"?userId={canary.UserId}&UserId={canary.UserId}", "?user=demo&userName=demo&name=demo", $"?account={canary.AccountId}",
        $"?accountId={canary.AccountId}&visitor={canary.UserId}",
    };

    private static async Task<bool> TellsAsync(HttpClient client, Uri path)
    {
        using var response = await client.GetAsync(path);
        return (await response.Content.ReadAsStringAsync()).Contains(Canary.Mark, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<IEnumerable<int>> IdsAsync(HttpClient client, string path)
        => [.. (await client.GetFromJsonAsync<JsonElement>(path)).EnumerateArray().Select(item => item.GetProperty("id").GetInt32())];
}
