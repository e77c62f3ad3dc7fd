using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Api;

public sealed class ApiTests(DemoApp app) : IClassFixture<DemoApp>, IDisposable
{
    private readonly HttpClient _http = app.Demo;
    private readonly ScriptUser _demo = new(app.Spotter.Address, "demo", "demo");

    [Fact]
    public async Task A_file_comes_in_as_new_and_a_newer_export_of_it_as_a_difference()
    {
        using var first = await ImportAsync("Title,Artist\nOne,A\nTwo,B\nThree,C\n", "Contract");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var playlist = Assert.Single((await BodyAsync(first)).EnumerateArray());
        Assert.Equal(
            ["id", "name", "source", "trackCount", "added", "removed", "moved"],
            playlist.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("Contract", "file", 3), (playlist.GetProperty("name").GetString(), playlist.GetProperty("source").GetString(), playlist.GetProperty("trackCount").GetInt32()));
        Assert.Equal($"/api/playlists/{playlist.GetProperty("id").GetInt32()}", first.Headers.Location!.ToString());

        using var second = await ImportAsync("Title,Artist\nOne,A\nFour,D\nThree,C\n", "Contract");
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        var update = Assert.Single((await BodyAsync(second)).EnumerateArray());
        Assert.Equal(playlist.GetProperty("id").GetInt32(), update.GetProperty("id").GetInt32());
        Assert.Equal((1, 1), (update.GetProperty("added").GetInt32(), update.GetProperty("removed").GetInt32()));
    }

    [Fact]
    public async Task A_file_that_would_remove_too_much_is_refused_until_that_is_approved()
    {
        var long12 = "Title,Artist\n" + string.Concat(Enumerable.Range(1, 12).Select(i => $"Song {i},A\n"));
        using var first = await ImportAsync(long12, "Shrinking");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);

        using var refused = await ImportAsync("Title,Artist\nSong 1,A\n", "Shrinking");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var removal = Assert.Single((await BodyAsync(refused)).GetProperty("removals").EnumerateArray());
        Assert.Equal(("Shrinking", 11), (removal.GetProperty("name").GetString(), removal.GetProperty("removed").GetInt32()));

        using var approved = await ImportAsync("Title,Artist\nSong 1,A\n", "Shrinking", approveRemoval: true);
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
    }

    [Theory]
    [InlineData("", "The file is empty. Nothing was imported.")]
    [InlineData("nothing,of,use\n1,2,3\n", null)]
    public async Task A_bad_file_is_refused_with_the_reason(string content, string? detail)
    {
        using var response = await ImportAsync(content, "Bad");
        await AssertProblemAsync(HttpStatusCode.BadRequest, response, detail);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_whether_its_body_is_far_over_it_or_not()
    {
        foreach (var size in (int[])[(10 * 1024 * 1024) + 1, 201 * 1024 * 1024])
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[size]), "file", "large.csv" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, Path("/api/playlists/import")) { Content = form };
            request.Headers.ExpectContinue = true;
            using var response = await _http.SendAsync(request);
            await AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, response);
        }
    }

    [Fact]
    public async Task A_sync_is_asked_for_followed_and_reported()
    {
        var id = (await SampleAsync()).GetProperty("id").GetInt32();
        using var refused = await _http.PostAsync(Path($"/api/playlists/{id}/sync"), null);
        await AssertProblemAsync(HttpStatusCode.Conflict, refused, "Sync is off for this playlist. Switch it on first.");

        using var accepted = await _http.PostAsJsonAsync($"/api/playlists/{id}/toggle-sync", new { enabled = true });
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        Assert.Equal($"/api/playlists/{id}/sync-status", accepted.Headers.Location!.ToString());

        var events = await FollowAsync(id);
        Assert.All(events[..^1], item => Assert.Equal("progress", item.EventType));
        foreach (var progress in events[..^1])
        {
            Assert.Equal(["done", "total", "byTier", "phase"], JsonElement.Parse(progress.Data).EnumerateObject().Select(property => property.Name));
        }

        Assert.Equal("status", events[^1].EventType);
        var status = await _http.GetFromJsonAsync<JsonElement>($"/api/playlists/{id}/sync-status");
        Assert.Equal(JsonElement.Parse(events[^1].Data).GetRawText(), status.GetRawText());
        Assert.Equal(
            ["playlistId", "playlistName", "source", "syncEnabled", "status", "matchedTrackCount", "totalTrackCount", "matchPercentage", "lastSyncedAt", "error", "navidromePlaylistId", "waitingFor"],
            status.EnumerateObject().Select(property => property.Name));
        Assert.Contains(status.GetProperty("status").GetString(), (string[])["success", "warning"]);
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", status.GetProperty("lastSyncedAt").GetString());
        Assert.Matches(@"^\d{1,3}(\.\d)?$", status.GetProperty("matchPercentage").GetRawText());

        var playlist = await _http.GetFromJsonAsync<JsonElement>($"/api/playlists/{id}");
        var tracks = playlist.GetProperty("tracks").EnumerateArray().ToList();
        Assert.Equal(playlist.GetProperty("trackCount").GetInt32(), tracks.Count);
        Assert.Equal(
            ["position", "title", "artists", "album", "durationMs", "isrc", "zone", "tier", "confidence", "songId", "reason", "songConfidence"],
            tracks[0].EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            status.GetProperty("matchedTrackCount").GetInt32(),
            tracks.Count(track => track.GetProperty("zone").GetString() == "auto" && track.GetProperty("songId").ValueKind == JsonValueKind.String));

        using var missing = await _http.GetAsync(Path($"/api/playlists/{id}/missing?format=csv"));
        Assert.Equal("text/csv", missing.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(" - missing.csv", missing.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.Equal(
            tracks.Count(track => track.GetProperty("zone").GetString() == "none"),
            (await missing.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);

        using var off = await _http.PostAsJsonAsync($"/api/playlists/{id}/toggle-sync", new { enabled = false, onDisable = "delete" });
        Assert.Equal(HttpStatusCode.Accepted, off.StatusCode);
        await FollowAsync(id);
        Assert.Null((await _demo.StateAsync(id)).NavidromePlaylistId);
    }

    [Fact]
    public async Task What_is_never_to_be_matched_is_not_missing()
    {
        var id = await _demo.ImportAsync("never.csv", "Title,Artist\nNowhere to be found,Zed\nNor is this one,Zed\n");
        await _demo.SetSyncAsync(id, enabled: true);
        await _demo.SettledAsync(id);
        Uri[] exports = [Path($"/api/playlists/{id}/missing?format=csv"), Path("/api/missing?format=csv")];
        foreach (var export in exports)
        {
            Assert.Contains("Nowhere to be found", await _http.GetStringAsync(export), StringComparison.Ordinal);
        }

        await using (var db = await app.Spotter.OpenDatabaseAsync())
        {
            var row = db.Tracks.Single(track => track.PlaylistId == id && track.Position == 1);
            var owner = db.Playlists.Single(playlist => playlist.Id == id).UserId;
            Assert.True(await app.Spotter.Services.GetRequiredService<MatchCorrections>().NeverAsync(owner, row.Id, default));
        }

        foreach (var export in exports)
        {
            var missing = await _http.GetStringAsync(export);
            Assert.DoesNotContain("Nowhere to be found", missing, StringComparison.Ordinal);
            Assert.Contains("Nor is this one", missing, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_run_the_progress_is_the_status_at_once()
    {
        var id = await _demo.ImportAsync("idle.csv", "Title,Artist\nOne,A\n");
        var only = Assert.Single(await FollowAsync(id));
        Assert.Equal("status", only.EventType);
        Assert.Equal("pending", JsonElement.Parse(only.Data).GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_audit_log_is_read_page_by_page_newest_first()
    {
        await _demo.ImportAsync("page 1.csv", "Title,Artist\nOne,A\n");
        await _demo.ImportAsync("page 2.csv", "Title,Artist\nOne,A\n");
        using var first = await _http.GetAsync(Path("/api/events?limit=1"));
        var line = Assert.Single((await BodyAsync(first)).EnumerateArray());
        Assert.Equal(
            ["id", "at", "playlistId", "operationId", "type", "provider", "message", "metadata"],
            line.EnumerateObject().Select(property => property.Name));
        Assert.Equal("imported", line.GetProperty("type").GetString());
        Assert.Equal("page 2", line.GetProperty("metadata").GetProperty("playlistName").GetString());
        var next = first.Headers.GetValues("Link").Single();
        Assert.EndsWith(">; rel=\"next\"", next, StringComparison.Ordinal);
        var second = await _http.GetFromJsonAsync<JsonElement>(next[1..next.IndexOf('>', StringComparison.Ordinal)]);
        Assert.True(Assert.Single(second.EnumerateArray()).GetProperty("id").GetInt64() < line.GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData("GET", "/api/no/such/call", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/playlists/999999", null, HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/playlists/words", null, HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/playlists", null, HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/events?limit=201", null, HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/events?limit=few", null, HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/playlists/1/missing?format=pdf", null, HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/playlists/1/toggle-sync", "{", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/playlists/1/toggle-sync", "{}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/playlists/1/toggle-sync", """{"enabled":false,"onDisable":"burn"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/playlists/1/pair", "{}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/playlists/1/approve", "{}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/new-server/answer", "{}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/new-server/answer", """{"answer":"forget it"}""", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/api/new-server/answer", """{"answer":"createAll"}""", HttpStatusCode.Conflict)]
    [InlineData("POST", "/api/playlists/import", "{}", HttpStatusCode.UnsupportedMediaType)]
    public async Task Every_error_is_a_problem_detail(string method, string path, string? json, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Path(path));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await _http.SendAsync(request);
        await AssertProblemAsync(expected, response);
    }

    [Fact]
    public async Task The_description_names_every_call_and_how_to_sign_in()
    {
        var document = await _http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name.ToUpperInvariant()} {path.Name}"));
        Assert.Equal(
            [
                "DELETE /api/decisions/{id}", "GET /api/decisions", "GET /api/decisions/export", "GET /api/decisions/{id}",
                "GET /api/events", "GET /api/missing", "GET /api/new-server", "GET /api/playlists", "GET /api/playlists/export", "GET /api/playlists/{id}", "GET /api/playlists/{id}/export", "GET /api/playlists/{id}/missing",
                "GET /api/playlists/{id}/sync-progress", "GET /api/playlists/{id}/sync-status", "GET /api/server", "POST /api/decisions", "POST /api/decisions/import", "POST /api/new-server/answer", "POST /api/playlists/import",
                "POST /api/playlists/{id}/approve", "POST /api/playlists/{id}/let-go",
                "POST /api/playlists/{id}/pair", "POST /api/playlists/{id}/rebuild-sync", "POST /api/playlists/{id}/sync",
                "POST /api/playlists/{id}/toggle-sync",
            ],
            described.Order(StringComparer.Ordinal));
        Assert.Equal("basic", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("Basic").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task The_browsers_cookie_reads_and_changes_nothing()
    {
        using var browser = new SignInForm(app.Spotter.Address);
        using var _ = await browser.PostAsync("demo", "demo");
        using var read = await browser.Http.GetAsync(Path("/api/playlists"));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        using var write = await browser.Http.PostAsync(Path("/api/playlists/1/sync"), null);
        await AssertProblemAsync(HttpStatusCode.Unauthorized, write);
        Assert.StartsWith("Basic", write.Headers.WwwAuthenticate.Single().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_credentials_are_refused_and_then_asked_for_patience()
    {
        using var wrong = app.Spotter.Script("Bert", "nonsense");
        for (var i = 0; i < 5; i++)
        {
            using var refused = await wrong.GetAsync(Path("/api/playlists"));
            await AssertProblemAsync(HttpStatusCode.Unauthorized, refused, "The music server does not know this name and password.");
            Assert.StartsWith("Basic realm=", refused.Headers.WwwAuthenticate.Single().ToString(), StringComparison.Ordinal);
        }

        using var patience = await wrong.GetAsync(Path("/api/playlists"));
        await AssertProblemAsync(HttpStatusCode.TooManyRequests, patience, "Too many failed tries. Try again in 5 minutes.");
        Assert.NotNull(patience.Headers.RetryAfter);
    }

    [Fact]
    public async Task Covers_come_from_the_music_server_and_can_run_nothing()
    {
        using var browser = new SignInForm(app.Spotter.Address);
        using var _ = await browser.PostAsync("demo", "demo");
        var coverArtId = await Eventually.GetAsync("the library was read after the sign-in", async () =>
        {
            await using var db = await app.Spotter.OpenDatabaseAsync();
            var index = await app.Spotter.Services.GetRequiredService<LibraryIndexCache>().GetKnownAsync(db.Accounts.First().Id, default);
            return index.Songs.FirstOrDefault(song => song.CoverArtId != null)?.CoverArtId;
        });
        using var cover = await browser.Http.GetAsync(Path($"/covers/{Uri.EscapeDataString(coverArtId)}?size=64"));
        Assert.StartsWith("image/", cover.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Contains("sandbox", cover.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(cover.Headers.CacheControl!.Private);
    }

    public void Dispose() => _demo.Dispose();

    private static Uri Path(string path) => new(path, UriKind.Relative);

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response) => JsonElement.Parse(await response.Content.ReadAsStringAsync());

    private static async Task AssertProblemAsync(HttpStatusCode expected, HttpResponseMessage response, string? detail = null)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = await BodyAsync(response);
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        if (detail is not null)
        {
            Assert.Equal(detail, problem.GetProperty("detail").GetString());
        }
    }

    private async Task<JsonElement> SampleAsync()
        => (await _http.GetFromJsonAsync<JsonElement>("/api/playlists")).EnumerateArray()
            .First(playlist => playlist.GetProperty("source").GetString() == "file" && playlist.GetProperty("trackCount").GetInt32() > 10);

    private async Task<HttpResponseMessage> ImportAsync(string content, string name, bool approveRemoval = false)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "file", "some.csv" },
            { new StringContent(name), "name" },
        };
        if (approveRemoval)
        {
            form.Add(new StringContent("true"), "approveRemoval");
        }

        return await _http.PostAsync(Path("/api/playlists/import"), form);
    }

    private async Task<List<SseItem<string>>> FollowAsync(int id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await using var stream = await _http.GetStreamAsync(Path($"/api/playlists/{id}/sync-progress"), patience.Token);
        return await SseParser.Create(stream).EnumerateAsync(patience.Token).ToListAsync(patience.Token);
    }
}
