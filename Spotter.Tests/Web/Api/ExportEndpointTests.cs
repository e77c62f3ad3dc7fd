using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Spotter.Core.Accounts;
using Spotter.Core.Formats;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Api;

public sealed class ExportEndpointTests(DemoApp app) : IClassFixture<DemoApp>, IDisposable
{
    private readonly HttpClient _http = app.Demo;
    private readonly ScriptUser _demo = new(app.Spotter.Address, "demo", "demo");

    public static TheoryData<string, string> Formats => new() { { "m3u8", "audio/x-mpegurl" }, { "xspf", "application/xspf+xml" }, { "jspf", "application/jspf+json" }, { "csv", "text/csv" }, { "json", "application/json" } };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task A_playlist_is_exported_whole_and_comes_in_again_as_it_was(string format, string mediaType)
    {
        var id = await _demo.ImportAsync($"out {format}.csv", "Title,Artist,Album,ISRC\n\"One, two\",Ada;Ben,\"A \"\"best\"\" of\",GBXYZ1900001\nNowhere,Zed,,\n");

        using var response = await _http.GetAsync(Path($"/api/playlists/{id}/export?format={format}"));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(mediaType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"out {format}.{format}", response.Content.Headers.ContentDisposition!.FileNameStar);
        var playlist = Assert.Single(new PlaylistFileReader().Read(bytes, "x." + format, null));
        Assert.Equal($"out {format}", playlist.Name);
        Assert.Equal(["One, two by Ada + Ben on A \"best\" of", "Nowhere by Zed on "], playlist.Tracks.Select(track => $"{track.Title} by {string.Join(" + ", track.Artists)} on {track.Album}"));
    }

    [Fact]
    public async Task Matched_tracks_have_the_path_of_their_song_and_the_answer_says_that_the_server_makes_it_up()
    {
        var id = await _demo.ImportAsync("paths.csv", "Title,Artist,File\nHarbour Lights,Marlow & the Tide,mine.mp3\nNowhere,Zed,/old/disk/Zed/Nowhere.mp3\n");
        await _demo.SetSyncAsync(id, enabled: true);
        await _demo.SettledAsync(id);

        using var relative = await _http.GetAsync(Path($"/api/playlists/{id}/export"));
        using var absolute = await _http.GetAsync(Path($"/api/playlists/{id}/export?paths=absolute&folder=/mnt/usb/"));

        Assert.Equal("made-up", relative.Headers.GetValues("Spotter-Paths").Single());
        var paths = Paths(await relative.Content.ReadAsStringAsync());
        Assert.Matches(@"^[^/].*/.*/\d\d-\d\d - .*\.flac$", paths[0]);
        Assert.Equal("/old/disk/Zed/Nowhere.mp3", paths[1]);
        Assert.Equal("/mnt/usb/" + paths[0], Paths(await absolute.Content.ReadAsStringAsync())[0]);
    }

    [Fact]
    public async Task All_playlists_come_as_one_archive_those_of_the_server_too()
    {
        await _demo.ImportAsync("twin.csv", "Title,Artist,Playlist\nOne,A,Twin: a\n");
        await _demo.ImportAsync("twin.csv", "Title,Artist,Playlist\nTwo,B,Twin? a\n");
        int lists;
        string[] ofServer;
        await using (var db = await app.Spotter.OpenDatabaseAsync())
        {
            var owner = db.Accounts.Single(account => account.UserName == "demo").UserId;
            lists = db.Playlists.Count(playlist => playlist.UserId == owner);
            ofServer = [.. db.Playlists.Where(playlist => playlist.UserId == owner && playlist.Source == ProviderKinds.Navidrome).Select(playlist => playlist.Name)];
        }

        using var response = await _http.GetAsync(Path("/api/playlists/export?format=xspf"));
        using var archive = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));

        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(lists, archive.Entries.Count);
        Assert.Contains("Twin_ a.xspf", archive.Entries.Select(entry => entry.FullName));
        Assert.Contains("Twin_ a (2).xspf", archive.Entries.Select(entry => entry.FullName));
        Assert.All(archive.Entries, entry => Assert.StartsWith("<?xml", new StreamReader(entry.Open()).ReadToEnd(), StringComparison.Ordinal));
        Assert.All(ofServer, name => Assert.Contains(archive.Entries, entry => entry.FullName.StartsWith(name[..3], StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("export?format=pdf", HttpStatusCode.BadRequest, "m3u8, xspf, jspf, csv or json")]
    [InlineData("export?paths=sideways", HttpStatusCode.BadRequest, "relative or absolute")]
    [InlineData("export?paths=absolute", HttpStatusCode.BadRequest, "send as folder where the music lies")]
    [InlineData("999999/export", HttpStatusCode.NotFound, "There is no such playlist.")]
    public async Task A_wish_that_cannot_be_met_is_refused_with_the_reason(string path, HttpStatusCode status, string reason)
    {
        using var response = await _http.GetAsync(Path("/api/playlists/" + path));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(reason, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_exports_what_belongs_to_somebody_else()
    {
        var id = await _demo.ImportAsync("private.csv", "Title,Artist\nSecret,A\n");

        using var one = await app.Guest.GetAsync(Path($"/api/playlists/{id}/export"));
        using var all = await app.Guest.GetAsync(Path("/api/playlists/export"));
        using var archive = new ZipArchive(new MemoryStream(await all.Content.ReadAsByteArrayAsync()));

        Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.StartsWith("private", StringComparison.Ordinal));
    }

    public void Dispose() => _demo.Dispose();

    private static string[] Paths(string m3u) => [.. m3u.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    private static Uri Path(string path) => new(path, UriKind.Relative);
}
