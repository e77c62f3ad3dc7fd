using System.Net;
using Microsoft.Extensions.Time.Testing;
using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome.Demo;

/// <summary>Navidrome's own interface on the embedded server: rows, albums that a scan has changed, events, and the limit of a
/// form.</summary>
public sealed class DemoNativeTests : IAsyncLifetime, IDisposable
{
    private const string NewestAlbums = "/api/album?_start=0&_end=3&_sort=imported_at&_order=DESC";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero));
    private DemoServer _server = null!;
    private DemoNativeCaller _ask = null!;
    private DemoCaller _protocol = null!;

    public async Task InitializeAsync()
    {
        _server = await DemoServer.StartAsync(new DemoServerOptions { Clock = _clock });
        _ask = new DemoNativeCaller(_server);
        _protocol = new DemoCaller(_server);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _ask.Dispose();
        _protocol.Dispose();
    }

    [Fact]
    public async Task Rows_are_counted_from_one_as_they_are_stored()
    {
        var id = List(0, 1, 2, 3);
        _server.Library.Remove(_protocol.Song(1));

        var rows = await _ask.ReadAsync($"/api/playlist/{id}/tracks?_sort=id&_order=ASC");

        // The row of the missing song is there, but hidden in the Subsonic API.
        Assert.Equal(["1", "2", "3", "4"], rows.EnumerateArray().Select(row => row.GetProperty("id").GetString()));
        Assert.Equal(_server.Playlists.Find(id)!.SongIds, rows.EnumerateArray().Select(row => row.GetProperty("mediaFileId").GetString()));
    }

    [Fact]
    public async Task Twelve_thousand_rows_are_added_in_one_body()
    {
        var id = List(0);
        var ids = string.Join(',', Enumerable.Repeat($"\"{_protocol.Song(1)}\"", 12_000));

        var (status, type, body) = await _ask.AskAsync(HttpMethod.Post, $"/api/playlist/{id}/tracks", $$"""{"ids":[{{ids}}]}""");

        Assert.Equal((HttpStatusCode.OK, "text/plain", """{"added":12000}"""), (status, type, body));
        Assert.Equal(12_001, _server.Playlists.Find(id)!.SongIds.Count);
    }

    [Theory]
    [InlineData(4, 1, "3 0 1 2")]
    [InlineData(1, 3, "1 2 0 3")]
    [InlineData(2, 2, "0 1 2 3")]
    [InlineData(9, 1, "0 1 2 3")]
    public async Task A_row_is_moved_to_the_number_of_another(int row, int before, string after)
    {
        var id = List(0, 1, 2, 3);

        var (status, _, body) = await _ask.AskAsync(HttpMethod.Put, $"/api/playlist/{id}/tracks/{row}", $$"""{"insert_before":"{{before}}"}""");

        Assert.Equal((HttpStatusCode.OK, $$"""{"id":"{{row}}"}"""), (status, body));
        Assert.Equal(after, _protocol.Stored(id));
    }

    [Fact]
    public async Task Rows_are_taken_out_by_their_numbers_and_too_many_numbers_are_none()
    {
        var id = List(0, 1, 2, 3);

        Assert.Equal("""{"id":"1"}""", (await _ask.AskAsync(HttpMethod.Delete, $"/api/playlist/{id}/tracks?id=1")).Body);
        Assert.Equal("""{"ids":["1","3"]}""", (await _ask.AskAsync(HttpMethod.Delete, $"/api/playlist/{id}/tracks?id=1&id=3")).Body);
        Assert.Equal("2", _protocol.Stored(id));

        var many = string.Join('&', Enumerable.Range(1, 10_001).Select(number => $"id={number}"));
        Assert.Equal(HttpStatusCode.OK, (await _ask.AskAsync(HttpMethod.Delete, $"/api/playlist/{id}/tracks?{many}")).Status);
        Assert.Equal("2", _protocol.Stored(id));
    }

    [Fact]
    public async Task Nobody_writes_the_rows_of_a_list_that_a_file_or_a_rule_makes()
    {
        var id = List(0, 1);
        _server.Playlists.Change(id, list => list with { FileSongIds = list.SongIds });

        Assert.Equal(HttpStatusCode.BadRequest, (await _ask.AskAsync(HttpMethod.Post, $"/api/playlist/{id}/tracks", """{"ids":["x"]}""")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _ask.AskAsync(HttpMethod.Put, $"/api/playlist/{id}/tracks/2", """{"insert_before":"1"}""")).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await _ask.AskAsync(HttpMethod.Delete, $"/api/playlist/{id}/tracks?id=1")).Status);
        Assert.Equal("0 1", _protocol.Stored(id));
    }

    [Fact]
    public async Task An_unknown_list_is_a_failure_of_the_server_by_its_status()
    {
        var (status, type, body) = await _ask.AskAsync(HttpMethod.Get, "/api/playlist/nope");

        Assert.Equal((HttpStatusCode.InternalServerError, "application/json", """{"error":"data not found"}"""), (status, type, body));
    }

    [Theory]
    [InlineData("Navidrome 0.64", 10_000, "code 0")]
    [InlineData("Navidrome 0.49", null, "ok")]
    [InlineData("bare Subsonic", null, "ok")]
    public async Task A_form_holds_as_many_parameters_as_its_reader_takes(string profile, int? most, string past)
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Profile = DemoProfile.All.Single(one => one.Name == profile) });
        using var ask = new DemoCaller(server);
        var id = server.Playlists.Create("demo", "Mine", [ask.Song(0)]).Id;
        // The login has four parameters besides "f", which is also in the address.
        var songs = (most ?? 10_000) - DemoCaller.Login().Split('&').Length - 1;
        string Form(int count) => $"playlistId={id}" + string.Concat(Enumerable.Repeat($"&songId={ask.Song(1)}", count));

        Assert.Equal("ok", await ask.WordAsync("createPlaylist", Form(songs)));
        Assert.Equal(past, await ask.WordAsync("createPlaylist", Form(songs + 1)));

        Assert.Equal(past == "ok" ? songs + 1 : songs, server.Playlists.Find(id)!.SongIds.Count);
    }

    [Fact]
    public async Task An_album_moves_up_when_one_of_its_songs_was_added_retagged_touched_moved_lost_or_found()
    {
        var folder = _server.Library.Folder;
        var (song, other) = (_server.Library.Songs[0], _server.Library.Songs[^1]);
        Dictionary<string, Action> changes = new()
        {
            ["added"] = () => folder.Add(song with { Id = "brand-new", Title = "Brand New" }),
            ["retagged"] = () => folder.Retag(song.Id, tags => tags with { Title = "Another" }),
            ["touched"] = () => folder.Touch(song.Id),
            ["moved"] = () => folder.Move(song.Id, "elsewhere/song.flac"),
            ["lost"] = () => folder.Lose(song.Id),
            ["found"] = () => folder.Find(song.Id),
        };

        foreach (var (name, change) in changes)
        {
            // Changes another album first, so that this one is not at the top anyway.
            folder.Touch(other.Id);
            _server.Library.Scan();
            var before = await NewestAsync();
            Assert.NotEqual(song.Album, before[0].Name);

            change();
            _server.Library.Scan();

            var after = await NewestAsync();
            Assert.True(after[0].Name == song.Album, name);
            Assert.True(string.CompareOrdinal(after[0].ImportedAt, before[0].ImportedAt) > 0, name);
        }

        Assert.Equal(song.Id, _server.Library.Find(song.Id)!.Id);
    }

    [Fact]
    public async Task A_scan_that_finds_nothing_moves_the_last_scan_and_no_album()
    {
        var (newest, lastScan) = (await NewestAsync(), _server.Library.LastScan);

        _server.Library.Scan();

        Assert.Equal(newest, await NewestAsync());
        Assert.True(_server.Library.LastScan > lastScan);
    }

    [Fact]
    public async Task A_lost_album_stays_with_a_mark_and_one_left_empty_by_retagging_is_gone()
    {
        var folder = _server.Library.Folder;
        var song = _server.Library.Songs[0];
        var album = _server.Library.Songs.Where(other => other.Album == song.Album).ToList();
        folder.Lose([.. album.Select(one => one.Id)]);
        _server.Library.Scan();

        var lost = (await _ask.ReadAsync(NewestAlbums))[0];
        Assert.Equal((song.Album, true, album.Count), (lost.GetProperty("name").GetString(), lost.GetProperty("missing").GetBoolean(), lost.GetProperty("songCount").GetInt32()));
        Assert.DoesNotContain(song.Album, (await _ask.ReadAsync("/api/album?missing=false")).EnumerateArray().Select(one => one.GetProperty("name").GetString()));

        folder.Find([.. album.Select(one => one.Id)]);
        _server.Library.Scan();
        foreach (var one in album)
        {
            folder.Retag(one.Id, tags => tags with { Album = "Renamed" });
        }

        _server.Library.Scan();
        Assert.Equal("Renamed", (await NewestAsync())[0].Name);
        Assert.DoesNotContain(song.Album, (await _ask.ReadAsync("/api/album")).EnumerateArray().Select(one => one.GetProperty("name").GetString()));
    }

    [Fact]
    public void A_file_that_was_moved_and_retagged_at_once_is_a_new_song_and_the_old_one_is_missing()
    {
        var song = _server.Library.Songs[0];
        _server.Library.Folder.Move(song.Id, "elsewhere/song.flac");
        _server.Library.Folder.Retag(song.Id, tags => tags with { Title = "Another" });

        _server.Library.Scan();

        Assert.Null(_server.Library.Find(song.Id));
        Assert.True(_server.Library.Knows(song.Id));
        Assert.Equal("Another", _server.Library.Songs[0].Title);
    }

    [Fact]
    public async Task Whoever_listens_is_told_of_the_start_of_scans_and_that_it_is_still_there()
    {
        using var events = await _ask.ListenAsync("guest");
        Assert.Equal("text/event-stream", events.MediaType);
        var (name, started) = (await events.NextAsync())!.Value;
        Assert.Equal(("serverStart", "0.64.0 (demo)"), (name, started.GetProperty("version").GetString()));

        _server.Library.Folder.Touch(_server.Library.Songs[0].Id);
        _server.Library.Scan();
        Assert.Equal([("scanStatus", true), ("refreshResource", null), ("scanStatus", false)], new[] { await ScanAsync(events), await ScanAsync(events), await ScanAsync(events) });

        // The scan found nothing, so nothing has to be read again.
        _server.Library.Scan();
        Assert.Equal([("scanStatus", true), ("scanStatus", false)], new[] { await ScanAsync(events), await ScanAsync(events) });

        _clock.Advance(DemoEvents.KeepAliveInterval);
        Assert.Equal("keepAlive", (await events.NextAsync())!.Value.Name);

        _server.Events.Restart();
        Assert.Null(await events.NextAsync());
        using var again = await _ask.ListenAsync();
        Assert.NotEqual(started.GetProperty("startTime").GetString(), (await again.NextAsync())!.Value.Data.GetProperty("startTime").GetString());
    }

    [Fact]
    public async Task The_sixth_login_within_twenty_seconds_is_refused_and_one_after_them_is_not()
    {
        for (var i = 0; i < 5; i++)
        {
            await _ask.TokenAsync();
        }

        using var http = new HttpClient();
        using var form = new StringContent("{}");
        using var refused = await http.PostAsync(new Uri(_server.BaseUrl + "/auth/login"), form);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);

        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.NotEmpty(await _ask.TokenAsync());
    }

    private static async Task<(string Name, bool? IsScanning)> ScanAsync(DemoEventReader events)
    {
        var (name, data) = (await events.NextAsync())!.Value;
        return (name, name == "scanStatus" ? data.GetProperty("scanning").GetBoolean() : null);
    }

    private string List(params int[] songs) => _server.Playlists.Create("demo", "Mine", [.. songs.Select(_protocol.Song)]).Id;

    private async Task<IReadOnlyList<(string Name, string ImportedAt)>> NewestAsync()
        => [.. (await _ask.ReadAsync(NewestAlbums)).EnumerateArray().Select(album => (album.GetProperty("name").GetString()!, album.GetProperty("importedAt").GetString()!))];
}
