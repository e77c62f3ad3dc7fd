using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Spotter.Tests.Support;

/// <summary>A user who controls Spotter through its HTTP API, with a name and password of the music server.</summary>
internal sealed class ScriptUser(Uri spotter, string userName, string password) : IDisposable
{
    public HttpClient Http { get; } = SpotterApp.ScriptAt(spotter, userName, password);

    /// <summary>Imports a file that holds one playlist, and returns its id.</summary>
    public Task<int> ImportAsync(string fileName, string content, HttpStatusCode expected = HttpStatusCode.Created)
        => ImportAsync(fileName, Encoding.UTF8.GetBytes(content), expected);

    /// <summary>Imports a file that holds one playlist, and returns its id.</summary>
    public async Task<int> ImportAsync(string fileName, byte[] content, HttpStatusCode expected = HttpStatusCode.Created)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", fileName } };
        using var response = await Http.PostAsync(new Uri("/api/playlists/import", UriKind.Relative), form);
        await ExpectAsync(expected, response);
        var imported = await response.Content.ReadFromJsonAsync<JsonElement>();
        return Assert.Single(imported.EnumerateArray()).GetProperty("id").GetInt32();
    }

    public async Task SetSyncAsync(int playlist, bool enabled, string? onDisable = null)
    {
        using var response = await Http.PostAsJsonAsync($"/api/playlists/{playlist}/toggle-sync", new { enabled, onDisable });
        await ExpectAsync(HttpStatusCode.Accepted, response);
    }

    /// <summary>Decides about a row: pin or rejection with a song, or never without one.</summary>
    public async Task DecideAsync(int playlistId, int position, string kind, string? songId = null)
    {
        using var response = await Http.PostAsJsonAsync("/api/decisions", new { kind, playlistId, position, songId });
        await ExpectAsync(HttpStatusCode.Created, response);
    }

    public async Task RequestSyncAsync(int playlist)
    {
        using var response = await Http.PostAsync(new Uri($"/api/playlists/{playlist}/sync", UriKind.Relative), null);
        await ExpectAsync(HttpStatusCode.Accepted, response);
        Assert.EndsWith($"/api/playlists/{playlist}/sync-status", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    public async Task<SyncState> StateAsync(int playlist)
        => (await Http.GetFromJsonAsync<SyncState>($"/api/playlists/{playlist}/sync-status"))!;

    /// <summary>The state once no run is pending or in progress.</summary>
    public Task<SyncState> SettledAsync(int playlist, TimeSpan? within = null)
        => Eventually.GetAsync("the sync has ended", async () => await StateAsync(playlist) is { Status: not ("pending" or "syncing") } state ? state : null, within);

    /// <summary>Requests a sync and waits until it ends.</summary>
    public async Task<SyncState> SyncAsync(int playlist)
    {
        await RequestSyncAsync(playlist);
        return await SettledAsync(playlist);
    }

    /// <summary>All rows of the match report.</summary>
    public async Task<IReadOnlyList<ReportRow>> ReportAsync(int playlist)
        => (await Http.GetFromJsonAsync<JsonElement>($"/api/playlists/{playlist}")).GetProperty("tracks").Deserialize<List<ReportRow>>(JsonSerializerOptions.Web)!;

    /// <summary>The types of the playlist's events, oldest first.</summary>
    public async Task<IReadOnlyList<string>> EventsAsync(int playlist)
        => [.. (await ReadEventsAsync())
            .Where(line => line.GetProperty("playlistId") is { ValueKind: JsonValueKind.Number } id && id.GetInt32() == playlist)
            .Select(line => line.GetProperty("type").GetString()!)
            .Reverse()];

    /// <summary>The types of all events, newest first.</summary>
    public async Task<IReadOnlyList<string>> AllEventsAsync()
        => [.. (await ReadEventsAsync()).Select(line => line.GetProperty("type").GetString()!)];

    public void Dispose() => Http.Dispose();

    private async Task<IEnumerable<JsonElement>> ReadEventsAsync()
        => (await Http.GetFromJsonAsync<JsonElement>("/api/events?limit=200")).EnumerateArray();

    private static async Task ExpectAsync(HttpStatusCode expected, HttpResponseMessage response)
        => Assert.True(response.StatusCode == expected,
            $"{response.RequestMessage!.RequestUri}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
}
