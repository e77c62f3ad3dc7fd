using System.Text.Json;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Demo;

/// <summary>Asks the embedded server with a plain HTTP client, so that our own client does not judge it.</summary>
public sealed class DemoServerTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new();
    private DemoServer _server = null!;

    public async Task InitializeAsync() => _server = await DemoServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Get_and_post_with_and_without_suffix_are_answered_alike()
    {
        using var form = new FormUrlEncodedContent([new("u", "demo"), new("p", "demo"), new("c", "test"), new("v", "1.16.1")]);
        using var posted = await _http.PostAsync(new Uri($"{_server.BaseUrl}/rest/ping.view?f=json"), form);

        Assert.Equal("ok", JsonDocument.Parse(await posted.Content.ReadAsStringAsync()).RootElement.GetProperty("subsonic-response").GetProperty("status").GetString());
        Assert.Equal("navidrome", (await AskAsync("ping")).GetProperty("type").GetString());
        Assert.Equal("navidrome", (await AskAsync("ping.view")).GetProperty("type").GetString());
    }

    [Theory]
    [InlineData("u=demo&p=demo&c=x&v=1", null)]
    [InlineData("u=Demo&p=enc:64656d6f&c=x&v=1", null)]
    [InlineData("u=demo&p=wrong&c=x&v=1", 40)]
    [InlineData("u=nobody&p=demo&c=x&v=1", 40)]
    [InlineData("p=demo&c=x&v=1", 10)]
    [InlineData("u=demo&p=demo&v=1", 10)]
    [InlineData("u=demo&p=demo&c=x", 10)]
    [InlineData("u=demo&c=x&v=1", 40)]
    [InlineData("u=demo&apiKey=demo&c=x&v=1", 40)]
    public async Task Logins_are_judged_as_Navidrome_does(string query, int? code)
    {
        using var answer = await _http.GetAsync(new Uri($"{_server.BaseUrl}/rest/ping?f=json&{query}"));
        var reply = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("subsonic-response");

        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(code, reply.TryGetProperty("error", out var error) ? error.GetProperty("code").GetInt32() : null);
    }

    [Fact]
    public async Task A_replacement_with_no_songs_or_another_name_leaves_both_alone()
    {
        var song = _server.Library.Songs[0].Id;
        var list = _server.Playlists.Create("demo", "Mine", [song]);

        await AskAsync("createPlaylist", $"playlistId={list.Id}&name=Other");

        Assert.Equal(("Mine", 1), (_server.Playlists.Find(list.Id)!.Name, _server.Playlists.Find(list.Id)!.SongIds.Count));
    }

    [Fact]
    public async Task An_unknown_song_is_taken_in_silence_and_not_shown_but_keeps_its_place()
    {
        var songs = _server.Library.Songs;
        var created = (await AskAsync("createPlaylist", $"name=Mine&songId={songs[0].Id}&songId=nobody&songId={songs[1].Id}")).GetProperty("playlist");

        Assert.Equal(2, created.GetProperty("entry").GetArrayLength());

        // The index counts stored rows, so the second visible row is the third.
        await AskAsync("updatePlaylist", $"playlistId={created.GetProperty("id").GetString()}&songIndexToRemove=1");
        Assert.Equal([songs[0].Id, songs[1].Id], _server.Playlists.All.Single().SongIds);
    }

    [Fact]
    public async Task Playlists_outlive_a_restart()
    {
        using var folder = new TemporaryFolder();
        var options = new DemoServerOptions { StatePath = folder.File("state/demo.json") };
        string id;
        await using (var first = await DemoServer.StartAsync(options))
        {
            id = first.Playlists.Create("demo", "Kept ✓", [first.Library.Songs[3].Id]).Id;
        }

        await using var second = await DemoServer.StartAsync(options);

        Assert.Equal("Kept ✓", second.Playlists.Find(id)!.Name);
        Assert.Equal([second.Library.Songs[3].Id], second.Playlists.Find(id)!.SongIds);
    }

    [Fact]
    public async Task A_damaged_file_of_playlists_is_a_new_beginning()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("demo.json"), "[{\"Id\":");

        await using var server = await DemoServer.StartAsync(new DemoServerOptions { StatePath = folder.File("demo.json") });

        Assert.Empty(server.Playlists.All);
    }

    [Fact]
    public async Task Every_cover_is_a_picture_of_its_own_and_always_the_same()
    {
        var covers = new List<string>();
        var ids = _server.Library.Songs.DistinctBy(song => song.Album).Take(3).Select(song => song.Id).ToList();
        foreach (var song in ids.Append(ids[0]))
        {
            var id = (await AskAsync("getSong", $"id={song}")).GetProperty("song").GetProperty("coverArt").GetString();
            covers.Add(await _http.GetStringAsync(new Uri($"{_server.BaseUrl}/rest/getCoverArt?u=demo&p=demo&c=x&v=1&id={id}")));
        }

        Assert.Equal(3, covers.Distinct().Count());
        Assert.Equal(covers[0], covers[3]);
        Assert.All(covers, cover => System.Xml.Linq.XDocument.Parse(cover));
    }

    [Fact]
    public async Task It_says_what_it_is_to_who_opens_it_in_a_browser()
        => Assert.Contains("demo", await _http.GetStringAsync(new Uri($"{_server.BaseUrl}/app/")), StringComparison.Ordinal);

    [Fact]
    public void It_listens_on_this_machine_only() => Assert.StartsWith("http://127.0.0.1:", _server.BaseUrl, StringComparison.Ordinal);

    private async Task<JsonElement> AskAsync(string method, string query = "")
    {
        var text = await _http.GetStringAsync(new Uri($"{_server.BaseUrl}/rest/{method}?u=demo&p=demo&c=test&v=1.16.1&f=json&{query}"));
        return JsonDocument.Parse(text).RootElement.GetProperty("subsonic-response").Clone();
    }
}
