using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Api;

public sealed class DecisionsApiTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task A_script_decides_lists_exports_undoes_and_imports()
    {
        using var script = new ScriptUser(app.Spotter.Address, "demo", "demo");
        var id = await script.ImportAsync("Decided.csv", "Title,Artist\nNobody Knows This,Zed\nNor That,Zed\n");
        var song = await SongAsync(script);

        using var pinned = await script.Http.PostAsJsonAsync("/api/decisions", new { kind = "pin", playlistId = id, position = 1, songId = song });
        Assert.Equal(HttpStatusCode.Created, pinned.StatusCode);
        var decision = await BodyAsync(pinned);
        Assert.Equal(
            ("pin", "Nobody Knows This", song, "Decided"),
            (decision.GetProperty("kind").GetString(), decision.GetProperty("title").GetString(), decision.GetProperty("song").GetProperty("id").GetString(),
                Assert.Single(decision.GetProperty("playlists").EnumerateArray()).GetProperty("name").GetString()));
        Assert.Equal(decision.ToString(), (await BodyAsync(await script.Http.GetAsync(pinned.Headers.Location))).ToString());
        using var never = await script.Http.PostAsJsonAsync("/api/decisions", new { kind = "never", playlistId = id, position = 2 });
        Assert.Equal(HttpStatusCode.Created, never.StatusCode);

        using var page = await script.Http.GetAsync(Path("/api/decisions?limit=1"));
        Assert.Equal("never", Assert.Single((await BodyAsync(page)).EnumerateArray()).GetProperty("kind").GetString());
        var next = page.Headers.GetValues("Link").Single().Split('<', '>')[1];
        Assert.Equal("pin", Assert.Single((await BodyAsync(await script.Http.GetAsync(Path(next)))).EnumerateArray()).GetProperty("kind").GetString());
        Assert.Single((await script.Http.GetFromJsonAsync<JsonElement>("/api/decisions?kind=pin")).EnumerateArray());

        var exports = new Dictionary<string, byte[]>();
        foreach (var format in (string[])["json", "csv"])
        {
            using var export = await script.Http.GetAsync(Path($"/api/decisions/export?format={format}"));
            Assert.Equal($"Spotter decisions.{format}", export.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
            exports[format] = await export.Content.ReadAsByteArrayAsync();
        }

        foreach (var one in (await script.Http.GetFromJsonAsync<JsonElement>("/api/decisions")).EnumerateArray())
        {
            using var undone = await script.Http.DeleteAsync(Path($"/api/decisions/{one.GetProperty("id").GetInt32()}"));
            Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        }

        Assert.Empty((await script.Http.GetFromJsonAsync<JsonElement>("/api/decisions")).EnumerateArray());
        foreach (var (format, added, known) in new[] { ("json", 2, 0), ("csv", 0, 2) })
        {
            using var tried = await ImportAsync(script.Http, exports[format], "?dryRun=true");
            using var imported = await ImportAsync(script.Http, exports[format]);
            var report = await BodyAsync(imported);
            Assert.Equal((await BodyAsync(tried)).ToString(), report.ToString());
            Assert.Equal((added, known, 0), (report.GetProperty("added").GetInt32(), report.GetProperty("alreadyKnown").GetInt32(), report.GetProperty("notImported").GetArrayLength()));
        }
    }

    [Fact]
    public async Task What_cannot_be_imported_is_named_with_its_reason()
    {
        using var response = await ImportAsync(app.Guest, "Decision,Title,Song title,Song artist\npin,One,No Such Song,Nobody\nmaybe,Two,,\n"u8.ToArray());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var left = (await BodyAsync(response)).GetProperty("notImported").EnumerateArray().Select(entry => (entry.GetProperty("line").GetInt32(), entry.GetProperty("reason").GetString()!)).ToList();
        Assert.Equal([2, 3], left.Select(entry => entry.Item1));
        Assert.Contains("“maybe”", left[1].Item2, StringComparison.Ordinal);
        Assert.All(left, entry => Assert.EndsWith(".", entry.Item2, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"kind":"pin","playlistId":1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"kind":"pin","playlistId":1,"position":1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"kind":"perhaps","playlistId":1,"position":1}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"kind":"never","playlistId":1,"position":100000}""", HttpStatusCode.NotFound)]
    public async Task A_decision_that_makes_no_sense_is_refused_with_a_sentence(string body, HttpStatusCode expected)
    {
        using var response = await app.Demo.PostAsync(Path("/api/decisions"), new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(expected, response.StatusCode);
        Assert.EndsWith(".", (await BodyAsync(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_decides_sees_or_undoes_for_another_user()
    {
        using var script = new ScriptUser(app.Spotter.Address, "demo", "demo");
        var id = await script.ImportAsync("Private.csv", "Title,Artist\nA Private Tune,Zed\n");
        using var made = await script.Http.PostAsJsonAsync("/api/decisions", new { kind = "never", playlistId = id, position = 1 });
        var address = made.Headers.Location!;

        using var theirs = await app.Guest.PostAsJsonAsync("/api/decisions", new { kind = "never", playlistId = id, position = 1 });
        using var seen = await app.Guest.GetAsync(address);
        using var undone = await app.Guest.DeleteAsync(address);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], new[] { theirs, seen, undone }.Select(response => response.StatusCode));
        Assert.DoesNotContain("A Private Tune", await app.Guest.GetStringAsync(Path("/api/decisions")), StringComparison.Ordinal);
        Assert.DoesNotContain("A Private Tune", await app.Guest.GetStringAsync(Path("/api/decisions/export")), StringComparison.Ordinal);
        using var still = await script.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    /// <summary>The id of any song of the library, once it is read.</summary>
    private static async Task<string> SongAsync(ScriptUser script)
    {
        var playlists = await script.Http.GetFromJsonAsync<JsonElement>("/api/playlists");
        var sample = playlists.EnumerateArray().First(playlist => playlist.GetProperty("source").GetString() == "file" && playlist.GetProperty("trackCount").GetInt32() > 5).GetProperty("id").GetInt32();
        await script.SetSyncAsync(sample, enabled: true);
        await script.SettledAsync(sample);
        return (await script.Http.GetFromJsonAsync<JsonElement>($"/api/playlists/{sample}")).GetProperty("tracks").EnumerateArray()
            .Select(track => track.GetProperty("songId").GetString()).First(songId => songId is not null)!;
    }

    private static async Task<HttpResponseMessage> ImportAsync(HttpClient http, byte[] content, string query = "")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", "decisions" } };
        return await http.PostAsync(Path("/api/decisions/import" + query), form);
    }

    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response) => await response.Content.ReadFromJsonAsync<JsonElement>();

    private static Uri Path(string path) => new(path, UriKind.RelativeOrAbsolute);
}
