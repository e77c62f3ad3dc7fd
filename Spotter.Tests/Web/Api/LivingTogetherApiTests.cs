using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync.Servers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Api;

/// <summary>What a script can do about lists that were left, deleted, or lost with their server.</summary>
public sealed class LivingTogetherApiTests : IAsyncLifetime, IDisposable
{
    private DemoServer _server = null!;
    private SpotterApp _app = null!;
    private ScriptUser _script = null!;
    private int _id;

    public async Task InitializeAsync()
    {
        _server = await DemoServer.StartAsync(new DemoServerOptions { Songs = Songs });
        _app = SpotterApp.StartWith(new Uri(_server.BaseUrl));
        _script = new ScriptUser(_app.Address, "demo", "demo");
        _id = await _script.ImportAsync("Walks.csv", "Title,Artist\n" + string.Concat(Songs.Take(3).Select(song => $"{song.Title},Amber Echo\n")));
        await _script.SetSyncAsync(_id, enabled: true);
        Assert.Equal("success", (await _script.SettledAsync(_id)).Status);
    }

    public void Dispose() => _script.Dispose();

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task What_is_held_back_is_approved_by_the_fingerprint_that_was_shown()
    {
        Assert.False((await StatusAsync()).TryGetProperty("heldBack", out _));
        using var nothing = await PostAsync("approve", new { plan = "0a1b2c" });
        await AssertConflictAsync("Nothing is held back for this playlist, so there is nothing to approve.", nothing);

        _server.Playlists.Clear();
        Assert.Equal("warning", (await _script.SyncAsync(_id)).Status);
        var held = (await StatusAsync()).GetProperty("heldBack");
        Assert.Equal(["rule", "plan", "operation"], held.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("targetGone", "sync"), (held.GetProperty("rule").GetString(), held.GetProperty("operation").GetString()));

        using var changed = await PostAsync("approve", new { plan = "0a1b2c" });
        await AssertConflictAsync("The plan that is held back has changed. Nothing was approved. Read sync-status again and approve the plan it names.", changed);
        Assert.Empty(_server.Playlists.All);

        using var approved = await PostAsync("approve", new { plan = held.GetProperty("plan").GetString() });
        Assert.Equal((HttpStatusCode.Accepted, $"/api/playlists/{_id}/sync-status"), (approved.StatusCode, approved.Headers.Location!.ToString()));
        Assert.Equal("success", (await _script.SettledAsync(_id)).Status);
        Assert.Equal(3, Assert.Single(_server.Playlists.All).SongIds.Count);
    }

    [Fact]
    public async Task A_rebuild_creates_what_was_deleted_and_a_list_that_was_left_is_let_go_only_when_asked()
    {
        _server.Playlists.Clear();
        using var rebuild = await PostAsync("rebuild-sync", null);
        Assert.Equal(HttpStatusCode.Accepted, rebuild.StatusCode);
        Assert.Equal("success", (await _script.SettledAsync(_id)).Status);
        var list = Assert.Single(_server.Playlists.All);

        using var refused = await PostAsync("let-go", null);
        await AssertConflictAsync("Sync is on for this playlist. Switch it off first, keeping the playlist.", refused);
        await SwitchAsync(enabled: false);
        await SwitchAsync(enabled: true);
        Assert.Equal(list.Id, Assert.Single(_server.Playlists.All).Id);

        await SwitchAsync(enabled: false);
        using var letGo = await PostAsync("let-go", null);
        Assert.Equal(HttpStatusCode.Accepted, letGo.StatusCode);
        await RestingAsync();
        await SwitchAsync(enabled: true);
        Assert.Equal(2, _server.Playlists.All.Count);
    }

    [Fact]
    public async Task A_server_that_was_set_up_anew_takes_one_answer_for_all()
    {
        Assert.Equal(JsonValueKind.Null, (await _script.Http.GetFromJsonAsync<JsonElement>("/api/new-server")).GetProperty("recognisedAt").ValueKind);
        _server.SetUpFromScratch([.. Songs.Select(song => song with { Id = DemoIds.For("anew", song.Id) })]);
        await LookAsync();

        var asked = await _script.Http.GetFromJsonAsync<JsonElement>("/api/new-server");
        Assert.Equal(["recognisedAt", "knownSongs", "foundSongs", "playlists"], asked.EnumerateObject().Select(property => property.Name));
        Assert.Equal((3, 0), (asked.GetProperty("knownSongs").GetInt32(), asked.GetProperty("foundSongs").GetInt32()));
        Assert.Equal((_id, "Walks"), (asked.GetProperty("playlists")[0].GetProperty("id").GetInt32(), asked.GetProperty("playlists")[0].GetProperty("name").GetString()));
        Assert.Empty(_server.Playlists.All);
        using var guest = _app.Script("guest", "guest");
        Assert.Equal(JsonValueKind.Null, (await guest.GetFromJsonAsync<JsonElement>("/api/new-server")).GetProperty("recognisedAt").ValueKind);

        using var answered = await _script.Http.PostAsJsonAsync("/api/new-server/answer", new { answer = "createAll" });
        Assert.Equal(HttpStatusCode.Accepted, answered.StatusCode);
        Assert.Equal("success", (await _script.SettledAsync(_id)).Status);
        Assert.Equal("Walks", Assert.Single(_server.Playlists.All).Name);
        using var again = await _script.Http.PostAsJsonAsync("/api/new-server/answer", new { answer = "createAll" });
        await AssertConflictAsync("Nothing is asked: Navidrome is the one that Spotter knows.", again);
    }

    private static IReadOnlyList<DemoSong> Songs { get; } = [.. Enumerable.Range(1, 6).Select(i => Demo.Song($"Walk {(char)('A' + i)} along the river", "Amber Echo", "Walks", 180 + (10 * i)))];

    private Task<JsonElement> StatusAsync() => _script.Http.GetFromJsonAsync<JsonElement>($"/api/playlists/{_id}/sync-status");

    private Task<HttpResponseMessage> PostAsync(string call, object? body)
        => _script.Http.PostAsync(new Uri($"/api/playlists/{_id}/{call}", UriKind.Relative), body is null ? null : JsonContent.Create(body));

    private async Task SwitchAsync(bool enabled)
    {
        await _script.SetSyncAsync(_id, enabled, enabled ? null : "keep");
        await RestingAsync();
    }

    private Task RestingAsync() => Eventually.HoldsAsync("no run waits or is under way", async () =>
    {
        await using var db = await _app.OpenDatabaseAsync();
        return await db.Playlists.AnyAsync(p => p.Id == _id && p.SyncWantedAt == null && p.LeaseId == null);
    });

    /// <summary>What the schedule does every hour.</summary>
    private async Task LookAsync()
    {
        await using var db = await _app.OpenDatabaseAsync();
        var library = _app.Services.GetRequiredService<LibraryIndexCache>();
        var account = await db.Accounts.SingleAsync();
        await library.MarkStaleAsync(account.Id, default);
        await _app.Services.GetRequiredService<AccountRefresher>().RefreshAsync(account.Id, default);
    }

    private static async Task AssertConflictAsync(string detail, HttpResponseMessage response)
    {
        Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(detail, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }
}
