using System.Text.Json;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Tests.Navidrome.Demo;

/// <summary>Asks the embedded server with a plain HTTP client, so that our own client does not judge it.</summary>
internal sealed class DemoCaller(DemoServer server) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });

    public DemoServer Server => server;

    /// <summary>The ids of the first songs.</summary>
    public string Song(int index) => server.Library.Songs[index].Id;

    /// <summary>The login that every server accepts.</summary>
    public static string Login(string user = "demo") => $"u={user}&p={user}&c=test&v=1.16.1&f=json";

    public Uri Address(string path) => new(server.BaseUrl + path);

    /// <summary>Sends a form and returns the result in a word: "ok", "code 70", "HTTP 404", "closed".</summary>
    public async Task<string> WordAsync(string method, string form = "", string user = "demo")
    {
        var (word, _) = await AskAsync(method, form, user);
        return word;
    }

    public async Task<JsonElement> ReplyAsync(string method, string form = "", string user = "demo")
    {
        var (word, reply) = await AskAsync(method, form, user);
        return word == "ok" ? reply : throw new InvalidOperationException($"{method}: {word} {reply}");
    }

    /// <summary>The answer to a query exactly as given.</summary>
    public async Task<string> RawAsync(string query, string method = "ping")
    {
        using var response = await _http.GetAsync(Address($"/rest/{method}?{query}"));
        return WordOf(response, await response.Content.ReadAsStringAsync()).Word;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, Address(path)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _http.SendAsync(request);
    }

    public async Task<(string Word, JsonElement Reply)> AskAsync(string method, string form = "", string user = "demo")
    {
        using var content = new StringContent($"{Login(user)}&{form}", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        try
        {
            using var response = await _http.PostAsync(Address($"/rest/{method}.view?f=json"), content);
            return WordOf(response, await response.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return ("closed", default);
        }
    }

    /// <summary>The playlist with this id as the server shows it: the titles' positions in the library.</summary>
    public async Task<string> ShownAsync(string id, string user = "demo")
    {
        var playlist = (await ReplyAsync("getPlaylist", $"id={id}", user)).GetProperty("playlist");
        return playlist.TryGetProperty("entry", out var entries) ? Places(entries.EnumerateArray().Select(entry => entry.GetProperty("id").GetString()!)) : "";
    }

    /// <summary>What is stored: positions in the library, "?" for an id that does not exist.</summary>
    public string Stored(string id) => server.Playlists.Find(id) is { } playlist ? Places(playlist.SongIds) : "gone";

    public static string Token(string salt) => SubsonicLogin.Token("demo", salt);

    public void Dispose() => _http.Dispose();

    private string Places(IEnumerable<string> ids)
    {
        var songs = server.Library.Songs.Select((song, index) => (song.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        return string.Join(' ', ids.Select(id => songs.TryGetValue(id, out var index) ? $"{index}" : "?"));
    }

    public static (string Word, JsonElement Reply) WordOf(HttpResponseMessage response, string body)
    {
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return ((int)response.StatusCode == 200 ? response.Content.Headers.ContentType?.MediaType ?? "" : $"HTTP {(int)response.StatusCode}", default);
        }

        // If there are two answers one after the other, the first counts.
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(body), new JsonReaderOptions { AllowMultipleValues = true });
        var reply = JsonElement.ParseValue(ref reader).GetProperty("subsonic-response").Clone();
        var status = (int)response.StatusCode == 200 ? "" : $"HTTP {(int)response.StatusCode} ";
        return (status + (reply.TryGetProperty("error", out var error) ? $"code {error.GetProperty("code").GetInt32()}" : reply.GetProperty("status").GetString()), reply);
    }
}
