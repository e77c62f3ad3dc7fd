using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome.Demo;

/// <summary>Compares the embedded server with what is known about the real ones: one line per behaviour, one column per server.</summary>
public sealed class DemoProfileTests
{
    private const string NoSuchId = "00000000-0000-0000-0000-00000000abcd";

    private static readonly string LongName = string.Concat(Enumerable.Repeat("Ünï' \"夜\" مراكب 🎧; ", 15)).Trim();

    /// <summary>Behaviour, question, and the answers of Navidrome 0.64, 0.63, 0.60, 0.49, gonic and a bare Subsonic server.</summary>
    private static readonly Line[] Table =
    [
        // The server's identity.
        new("API version", ask => FieldAsync(ask, "version"), "1.16.1", "1.16.1", "1.16.1", "1.16.1", "1.16.1", "1.10.2"),
        new("type", ask => FieldAsync(ask, "type"), "navidrome", "navidrome", "navidrome", "navidrome", "gonic", "absent"),
        new("openSubsonic", ask => FieldAsync(ask, "openSubsonic"), "true", "true", "true", "absent", "true", "absent"),
        new("XML unless JSON is asked for", ask => ask.RawAsync("u=demo&p=demo&c=x&v=1"), All("application/xml")),

        // Logins.
        new("plain password", ask => ask.RawAsync("u=demo&p=demo&c=x&v=1&f=json"), All("ok")),
        new("password in hexadecimal", ask => ask.RawAsync("u=demo&p=enc:64656d6f&c=x&v=1&f=json"), All("ok")),
        new("token", ask => ask.RawAsync($"u=demo&t={DemoCaller.Token("abc")}&s=abc&c=x&v=1&f=json"), "ok", "ok", "ok", "ok", "ok", "code 10"),
        new("token in capitals", ask => ask.RawAsync($"u=demo&t={DemoCaller.Token("abc").ToUpperInvariant()}&s=abc&c=x&v=1&f=json"), "code 40", "code 40", "code 40", "code 40", "code 40", "code 10"),
        new("API key", ask => ask.RawAsync("apiKey=x&c=x&v=1&f=json"), All("code 10")),
        new("no proof at all", ask => ask.RawAsync("u=demo&c=x&v=1&f=json"), "code 40", "code 40", "code 40", "code 40", "code 10", "code 10"),
        new("wrong password before a good token", ask => ask.RawAsync($"u=demo&p=no&t={DemoCaller.Token("abc")}&s=abc&c=x&v=1&f=json"), "code 40", "code 40", "code 40", "code 40", "code 10", "code 40"),
        new("wrong password", ask => ask.RawAsync("u=demo&p=no&c=x&v=1&f=json"), All("code 40")),
        new("unknown user", ask => ask.RawAsync("u=nobody&p=demo&c=x&v=1&f=json"), All("code 40")),
        new("name in other letters", ask => ask.RawAsync("u=DEMO&p=demo&c=x&v=1&f=json"), "ok", "ok", "ok", "ok", "code 40", "code 40"),
        new("no version named", ask => ask.RawAsync("u=demo&p=demo&c=x&f=json"), "code 10", "code 10", "code 10", "code 10", "ok", "ok"),
        new("no client named", ask => ask.RawAsync("u=demo&p=demo&v=1&f=json"), All("code 10")),
        new("HTTP Basic", BasicAsync, "code 10", "code 10", "code 10", "code 10", "code 10", "ok"),
        new("a token of the own pages", JwtAsync, "ok", "ok", "ok", "ok", "no such page", "no such page"),

        // Forms and methods.
        new("a parameter in address and body counts twice", MergedAsync, "1 0", "1 0", "1 0", "1 0", "1 0", "1 0"),
        new("order of a repeated key", ask => CreatedAsync(ask, 3, 1, 2, 1), All("3 1 2 1")),
        new("a bare semicolon in the body", SemicolonAsync, "code 0, none made", "code 0, none made", "code 0, one made", "ok, one made", "ok, one made", "ok, one made"),
        new("extensions without login", ask => ask.RawAsync("f=json", "getOpenSubsonicExtensions"), "ok", "ok", "ok", "code 10", "code 10", "code 10"),
        new("extensions with login", ask => ask.WordAsync("getOpenSubsonicExtensions"), "ok", "ok", "ok", "HTTP 404", "ok", "HTTP 404 code 0"),
        new("unknown method", ask => ask.WordAsync("makeCoffee"), "HTTP 404", "HTTP 404", "HTTP 404", "HTTP 404", "code 70", "HTTP 404 code 0"),
        new("method that is not implemented", ask => ask.WordAsync("createUser"), "HTTP 501", "HTTP 501", "HTTP 501", "HTTP 501", "code 70", "HTTP 404 code 0"),
        new("method that is retired", ask => ask.WordAsync("getChatMessages"), "HTTP 410", "HTTP 410", "HTTP 410", "HTTP 410", "code 70", "HTTP 404 code 0"),
        new("own name at getUser", ask => ask.WordAsync("getUser", "username=guest", "guest"), All("ok")),
        new("another name at getUser", ask => ask.WordAsync("getUser", "username=demo", "guest"), "code 50", "code 50", "code 50", "code 50", "ok", "code 50"),
        new("playlistRole", PlaylistRoleAsync, "false", "false", "false", "false", "false", "true"),

        // The library.
        new("search for nothing: no query", ask => FoundAsync(ask, ""), "all", "all", "all", "code 10", "code 10", "code 10"),
        new("search for nothing: empty", ask => FoundAsync(ask, "query="), "all", "all", "all", "code 10", "all", "all"),
        new("search for nothing: two quotes", ask => FoundAsync(ask, "query=%22%22"), "all", "all", "all", "all", "all", "none"),
        new("search for nothing: two apostrophes", ask => FoundAsync(ask, "query=''"), "none", "none", "all", "none", "none", "none"),
        new("search for nothing: a star", ask => FoundAsync(ask, "query=*"), "all", "all", "none", "none", "none", "none"),
        new("search by artist", ask => FoundAsync(ask, "query=Marlow"), "some", "some", "some", "some", "some", "none"),
        new("search by recording id", RecordingAsync, "found", "found", "found", "none", "found", "none"),
        new("search by ISRC", IsrcSearchAsync, All("none")),
        new("order of pages", OrderAsync, "as added", "as added", "as added", "by title", "as added", "as added"),
        new("pages one after another are the whole", PagesAsync, All("whole")),
        new("folder that one may not see", ask => ask.WordAsync("search3", "query=%22%22&musicFolderId=9"), "code 70", "code 70", "code 70", "ok", "ok", "ok"),
        new("scan status for ordinary users", ask => ask.WordAsync("getScanStatus", user: "guest"), "ok", "ok", "ok", "ok", "ok", "code 50"),
        new("last scan is named", ask => HasAsync(ask, "getScanStatus", "scanStatus", "lastScan"), "yes", "yes", "yes", "yes", "no", "no"),
        new("scan details", ask => HasAsync(ask, "getScanStatus", "scanStatus", "scanType"), "yes", "yes", "yes", "no", "no", "no"),
        new("indexes tell of a scan", IndexesMoveAsync, "moves", "moves", "moves", "moves", "always 0", "moves"),
        new("folder ids", FolderIdAsync, "Number", "Number", "Number", "Number", "Number", "String"),

        // Songs.
        new("isrc", ask => SongFieldAsync(ask, "isrc"), "Array", "Array", "Array", "absent", "Array", "absent"),
        new("musicBrainzId", ask => SongFieldAsync(ask, "musicBrainzId"), "String", "String", "String", "absent", "String", "absent"),
        new("artists", ask => SongFieldAsync(ask, "artists"), "Array", "Array", "Array", "absent", "Array", "absent"),
        new("bit rate", BitRateAsync, "880", "880", "880", "880", "880", "880000"),
        new("zone of a date", ask => ZoneAsync(ask, "song"), "Z", "Z", "Z", "Z", "Z", "none"),
        new("shape of a song's id", ask => Task.FromResult(ShapeOf(ask.Song(0))), "22", "22", "22", "32", "tr", "uuid"),
        new("unknown song", ask => ask.WordAsync("getSong", $"id={Unknown(ask)}"), All("code 70")),
        new("a song whose file is gone", GoneSongAsync, "ok", "ok", "ok", "code 70", "code 70", "code 70"),

        // Creating and replacing a playlist.
        new("createPlaylist returns the playlist", ReturnsAsync, "yes", "yes", "yes", "yes", "yes", "no"),
        new("the same name again", SameNameAsync, All("2 lists")),
        new("a playlist without a name", ask => ask.WordAsync("createPlaylist", $"songId={ask.Song(0)}"), "code 0", "code 0", "code 0", "code 0", "ok", "code 10"),
        new("replacing", ask => ReplacedAsync(ask, "2 1"), All("2 1 | Mine | kept | public")),
        new("replacing under another name", ask => ReplacedAsync(ask, "2 1", "Other"), "2 1 | Mine | kept | public", "2 1 | Mine | kept | public", "2 1 | Mine | kept | public", "2 1 | Mine | kept | public", "2 1 | Other | kept | public", "2 1 | Other | kept | public"),
        new("replacing with nothing", ask => ReplacedAsync(ask, ""), "0 1 2 | Mine | kept | public", "0 1 2 | Mine | kept | public", "0 1 2 | Mine | kept | public", "0 1 2 | Mine | kept | public", " | Mine | kept | public", " | Mine | kept | public"),
        new("replacing an unknown playlist", ReplaceUnknownAsync, "code 70, 0 lists", "code 70, 0 lists", "code 70, 0 lists", "code 70, 0 lists", "ok, 1 lists", "code 70, 0 lists"),
        new("replacing with an unknown song", ask => ReplaceWithAsync(ask, Unknown(ask)), "ok: 0 ? 1, shown 0 1", "ok: 0 ? 1, shown 0 1", "ok: 0 ? 1, shown 0 1", "ok: 0 ? 1, shown 0 1", "code 70: 0 1 2, shown 0 1 2", "code 70: 0 1 2, shown 0 1 2"),
        new("replacing with what is no id", ask => ReplaceWithAsync(ask, "!"), "ok: 0 ? 1, shown 0 1", "ok: 0 ? 1, shown 0 1", "ok: 0 ? 1, shown 0 1", "ok: 0 ? 1, shown 0 1", "code 10: 0 1 2, shown 0 1 2", "code 0: 0 1 2, shown 0 1 2"),
        new("playlist id that is none", ask => ask.WordAsync("getPlaylist", "id=!"), "code 70", "code 70", "code 70", "code 70", "code 10", "code 0"),
        new("shape of a playlist's id", ask => Task.FromResult(ShapeOf(Mine(ask))), "22", "22", "22", "uuid", "pl", "uuid"),

        // Changing a playlist.
        new("removing and adding at once", UpdateOrderAsync, "1 2 5", "1 2 5", "1 2 5", "1 2 5", "1 2 5", "0 1 2"),
        new("an index out of range", ask => UpdatedAsync(ask, "songIndexToRemove=9"), "ok: 0 1 2", "ok: 0 1 2", "ok: 0 1 2", "ok: 0 1 2", "closed: 0 1 2", "ok: 0 1 2"),
        new("an index twice", ask => UpdatedAsync(ask, "songIndexToRemove=0&songIndexToRemove=0"), "ok: 1 2", "ok: 1 2", "ok: 1 2", "ok: 1 2", "ok: 2", "ok: 1 2"),
        new("an index behind a hidden row", IndexBehindHiddenAsync, "? 2", "? 2", "0", "0", "? 2", "0"),
        new("an empty comment", ask => DetailAsync(ask, "comment=", list => list.Comment), "", "", "", "", "", "kept"),
        new("an empty name", ask => DetailAsync(ask, "name=", list => list.Name), "Mine", "Mine", "Mine", "Mine", "", "Mine"),
        new("public=on", ask => DetailAsync(ask, "public=on", list => $"{list.IsPublic}"), "True", "True", "True", "True", "False", "False"),
        new("updating an unknown playlist", ask => ask.WordAsync("updatePlaylist", $"playlistId={UnknownList(ask)}&name=x"), "code 70", "code 70", "code 70", "HTTP 500", "code 0", "code 70"),
        new("deleting twice", DeleteTwiceAsync, "ok, code 70", "ok, code 70", "ok, ok", "ok, code 70", "ok, code 70", "ok, code 70"),
        new("a long name in any script", ask => DetailAsync(ask, $"name={Uri.EscapeDataString(LongName)}", list => $"{list.Name == LongName}"), All("True")),

        // How a playlist is shown.
        new("no playlists at all", ask => HasAsync(ask, "getPlaylists", "playlists", "playlist"), "no", "no", "no", "no", "yes", "no"),
        new("no songs at all", EmptyEntryAsync, All("absent")),
        new("changed", ask => ListFieldAsync(ask, "changed"), "yes", "yes", "yes", "yes", "yes", "no"),
        new("readonly", ask => ListFieldAsync(ask, "readonly"), "yes", "yes", "no", "no", "no", "no"),
        new("coverArt", ask => ListFieldAsync(ask, "coverArt"), "yes", "yes", "yes", "yes", "no", "no"),
        new("a cover that there is none of", ask => ask.WordAsync("getCoverArt", "id=no-such-cover"), "code 70", "code 70", "code 70", "code 70", "code 10", "code 70"),
        new("public where it is not", ask => ListFieldAsync(ask, "public"), "no", "no", "no", "no", "no", "yes"),
        new("zone of a playlist's date", ask => ZoneAsync(ask, "playlist"), "Z", "Z", "Z", "Z", "Z", "none"),
        new("validUntil of a smart list", ValidUntilAsync, "yes", "yes", "no", "no", "no", "no"),
        new("counts with a hidden row", CountsAsync, "list 3, playlist 2", "list 3, playlist 2", "list 3, playlist 2", "list 2, playlist 2", "list 3, playlist 2", "list 2, playlist 2"),
        new("a file that comes back", ComesBackAsync, "0 1 2", "0 1 2", "0 1 2", "0 2", "0 1 2", "0 2"),
        new("a clean-up of missing files", PurgedAsync, "0 2", "0 2", "0 2", "0 2", "0 1 2", "0 2"),

        // Other people's, smart and imported lists.
        new("another user's public list by name", TheirNameAsync, "Theirs", "Theirs", "Theirs", "Theirs", "Theirs", "[demo] Theirs"),
        new("another user's private list", ask => ask.WordAsync("getPlaylist", $"id={Theirs(ask, isPublic: false)}", "guest"), "code 70", "code 70", "code 70", "code 70", "code 70", "code 50"),
        new("replacing another user's public list", ask => ask.WordAsync("createPlaylist", $"playlistId={Theirs(ask)}&songId={ask.Song(0)}", "guest"), "code 50", "code 50", "code 0", "code 0", "code 50", "code 50"),
        new("deleting another user's public list", ask => ask.WordAsync("deletePlaylist", $"id={Theirs(ask)}", "guest"), "code 50", "code 50", "code 0", "code 0", "code 50", "code 50"),
        new("renaming another user's public list", RenameTheirsAsync, "code 50: Theirs", "code 50: Theirs", "ok: Mine", "code 50: Theirs", "ok: Theirs", "code 50: Theirs"),
        new("an administrator replaces another user's list", ask => AdminAsync(ask, "createPlaylist", "playlistId", "songId"), "ok", "ok", "code 0", "code 0", "code 50", "ok"),
        new("an administrator renames another user's list", ask => AdminAsync(ask, "updatePlaylist", "playlistId", "name"), "ok", "ok", "ok", "ok", "ok", "ok"),
        new("an administrator deletes another user's list", ask => AdminAsync(ask, "deletePlaylist", "id", "x"), "ok", "ok", "ok", "code 0", "code 50", "ok"),
        new("replacing a smart list", ask => RuledAsync(ask, "createPlaylist", "songId"), "code 50: 0 1 2", "code 50: 0 1 2", "ok: 0 1 2", "ok: 0 1 2", "ok: 0 1 2", "ok: 0 1 2"),
        new("adding to a smart list", ask => RuledAsync(ask, "updatePlaylist", "songIdToAdd"), "code 50: 0 1 2", "code 50: 0 1 2", "code 0: 0 1 2", "code 0: 0 1 2", "n/a", "n/a"),
        new("renaming a smart list", ask => RuledAsync(ask, "updatePlaylist", "name"), All("ok: 0 1 2")),
        new("replacing a list from a file, and a scan", FromFileAsync, "code 50: 0 1 2, then 0 1 2", "ok: 3, then 0 1 2", "ok: 3, then 0 1 2", "ok: 3, then 0 1 2", "n/a", "n/a"),

        // Navidrome's own interface.
        new("its login", NativeLoginAsync, "token", "token", "token", "token", "no such page", "no such page"),
        new("it knows lists from files", NativeSyncAsync, "sync True", "sync True", "sync True", "sync True", "no such page", "no such page"),
        new("a cover for a playlist", UploadAsync, "ok, same id", "ok, id changed", "no such page", "no such page", "no such page", "no such page"),
        new("what is no picture", ask => UploadAsync(ask, "hello"u8.ToArray()), "HTTP 400", "HTTP 400", "no such page", "no such page", "no such page", "no such page"),
        new("no picture there", NoPictureAsync, "imageAbsent", "not said", "not said", "not said", "no such page", "no such page"),
        new("logins without end", ManyLoginsAsync, "HTTP 429", "HTTP 429", "HTTP 429", "HTTP 429", "no such page", "no such page"),
    ];

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var line in Table)
            {
                foreach (var profile in DemoProfile.All)
                {
                    cells.Add(line.Behaviour, profile.Name);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Every_server_behaves_as_it_is_known_to(string behaviour, string profile)
    {
        var line = Table.Single(line => line.Behaviour == behaviour);
        var column = DemoProfile.All.ToList().FindIndex(one => one.Name == profile);
        // The clock stands still, so that the number of logins within twenty seconds does not depend on the machine.
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Profile = DemoProfile.All[column], Clock = new FakeTimeProvider() });
        using var caller = new DemoCaller(server);
        var expected = line.Answers.Count == 1 ? line.Answers[0] : line.Answers[column];

        if (expected == "n/a")
        {
            return;
        }

        Assert.Equal(expected, await line.Question(caller));
    }

    [Fact]
    public void Every_line_names_every_server() => Assert.All(Table, line => Assert.Contains(line.Answers.Count, new[] { 1, DemoProfile.All.Count }));

    [Theory]
    [InlineData("KhehcqGKwAIL6Ux3Ah0yDC", "6owyzFEyktb6jxHvAYbn6w")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzz", "3LyqmwQBm5IRqlVjNYASwb")]
    [InlineData("e3b7fc2ae9447bbec37a13bf916e3cf6", "6VHl3uR4kss6sUPKA8Cwnk")]
    [InlineData("f47ac10b-58cc-4372-a567-0e02b2c3d479", "7rke2SAWaicSeSYzkhww6R")]
    [InlineData("5cLJPkLA5DK2BADhoeotPk", "5cLJPkLA5DK2BADhoeotPk")]
    [InlineData("custom", "custom")]
    public void An_upgrade_to_0_64_gives_the_ids_that_the_real_one_gives(string before, string after)
    {
        Assert.Equal(after, DemoIds.Upgraded(before));
        Assert.Equal(after, DemoIds.Upgraded(after));
    }

    [Theory]
    [InlineData("Navidrome 0.63")]
    [InlineData("Navidrome 0.60")]
    [InlineData("Navidrome 0.49")]
    public async Task An_upgrade_keeps_every_playlist_under_ids_that_have_changed(string from)
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Profile = DemoProfile.All.Single(profile => profile.Name == from) });
        using var caller = new DemoCaller(server);
        var id = Mine(caller);
        var titles = server.Library.Songs.Select(song => song.Title).ToList();
        var ids = server.Library.Songs.Select(song => song.Id).ToList();

        server.Upgrade(DemoProfile.Navidrome);

        // One in eight random ids already has the new form.
        Assert.Equal(DemoIds.Upgraded(id) == id ? "ok" : "code 70", await caller.WordAsync("getPlaylist", $"id={id}"));
        Assert.Equal("code 70", await caller.WordAsync("getSong", $"id={ids.First(one => DemoIds.Upgraded(one) != one)}"));
        Assert.Equal("0 1 2", await caller.ShownAsync(DemoIds.Upgraded(id)));
        Assert.Equal(titles, server.Library.Songs.Select(song => song.Title));
        Assert.Equal(ids.Select(DemoIds.Upgraded), server.Library.Songs.Select(song => song.Id));
        Assert.Equal("0.64.0 (demo)", await FieldAsync(caller, "serverVersion"));
    }

    [Theory]
    [InlineData(1_000, "ok")]
    [InlineData(1_001, "closed")]
    public async Task An_answer_that_takes_more_than_gonics_five_seconds_is_a_closed_connection(int rows, string word)
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Profile = DemoProfile.Gonic with { RowsPerAnswer = 1_000 } });
        using var caller = new DemoCaller(server);
        var list = server.Playlists.Create("demo", "Long", [.. Enumerable.Repeat(caller.Song(0), rows)]);

        Assert.Equal(word, await caller.WordAsync("getPlaylist", $"id={list.Id}"));
        Assert.Equal("ok", await caller.WordAsync("getPlaylists"));
    }

    private static string[] All(string answer) => [answer];

    private static string Mine(DemoCaller ask)
    {
        var list = ask.Server.Playlists.Create("demo", "Mine", [ask.Song(0), ask.Song(1), ask.Song(2)], isPublic: true);
        ask.Server.Playlists.Change(list.Id, playlist => playlist with { Comment = "kept" });
        return list.Id;
    }

    private static string Theirs(DemoCaller ask, bool isPublic = true)
        => ask.Server.Playlists.Create("demo", "Theirs", [ask.Song(0), ask.Song(1), ask.Song(2)], isPublic: isPublic).Id;

    /// <summary>An id in the server's format that belongs to nothing.</summary>
    private static string Unknown(DemoCaller ask) => ShapeOf(ask.Song(0)) switch { "tr" => "tr-999999", "uuid" => NoSuchId, _ => "unknown" };

    private static string UnknownList(DemoCaller ask) => ShapeOf(ask.Song(0)) switch { "tr" => "pl-999999", "uuid" => NoSuchId, _ => "unknown" };

    private static string ShapeOf(string id) => Guid.TryParse(id, out _) && id.Length == 36 ? "uuid" : id.Contains('-') ? id.Split('-')[0] : $"{id.Length}";

    private static async Task<string> FieldAsync(DemoCaller ask, string name)
        => (await ask.ReplyAsync("ping")).TryGetProperty(name, out var value) ? value.ToString().Replace("True", "true") : "absent";

    private static async Task<string> BasicAsync(DemoCaller ask)
    {
        using var response = await ask.SendAsync(
            HttpMethod.Get, "/rest/ping?c=x&v=1&f=json", null, ("Authorization", "Basic " + Convert.ToBase64String("demo:demo"u8.ToArray())));
        var reply = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("subsonic-response");
        return reply.TryGetProperty("error", out var error) ? $"code {error.GetProperty("code")}" : "ok";
    }

    private static async Task<string> JwtAsync(DemoCaller ask)
        => await NativeTokenAsync(ask) is { } token ? await ask.RawAsync($"u=demo&p=wrong&jwt={Uri.EscapeDataString(token)}&c=x&v=1&f=json") : "no such page";

    private static async Task<string> MergedAsync(DemoCaller ask)
    {
        using var form = new StringContent($"{DemoCaller.Login()}&name=Merged&songId={ask.Song(1)}", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await ask.SendAsync(HttpMethod.Post, $"/rest/createPlaylist?songId={ask.Song(0)}", form);
        return ask.Stored(ask.Server.Playlists.All.Single().Id);
    }

    private static async Task<string> SemicolonAsync(DemoCaller ask)
    {
        using var form = new StringContent("comment=a;b", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await ask.SendAsync(HttpMethod.Post, $"/rest/createPlaylist?{DemoCaller.Login()}&name=Mine&songId={ask.Song(0)}", form);
        var (word, _) = DemoCaller.WordOf(response, await response.Content.ReadAsStringAsync());
        return $"{word}, {(ask.Server.Playlists.All.Count == 0 ? "none" : "one")} made";
    }

    private static async Task<string> CreatedAsync(DemoCaller ask, params int[] songs)
    {
        await ask.ReplyAsync("createPlaylist", "name=New&" + string.Join('&', songs.Select(song => $"songId={ask.Song(song)}")));
        return await ask.ShownAsync(ask.Server.Playlists.All.Single().Id);
    }

    private static async Task<string> PlaylistRoleAsync(DemoCaller ask)
        => (await ask.ReplyAsync("getUser", "username=demo")).GetProperty("user").GetProperty("playlistRole").GetRawText();

    private static async Task<string> FoundAsync(DemoCaller ask, string query)
    {
        var (word, reply) = await ask.AskAsync("search3", $"artistCount=0&albumCount=0&songCount=1000&{query}");
        if (word != "ok")
        {
            return word;
        }

        var result = reply.GetProperty("searchResult3");
        var count = result.TryGetProperty("song", out var songs) ? songs.GetArrayLength() : 0;
        return count == 0 ? "none" : count == ask.Server.Library.Songs.Count ? "all" : "some";
    }

    private static async Task<string> RecordingAsync(DemoCaller ask)
        => await FoundAsync(ask, $"query={ask.Server.Library.Songs.First(song => song.RecordingMbid is not null).RecordingMbid}") == "some" ? "found" : "none";

    private static Task<string> IsrcSearchAsync(DemoCaller ask)
        => FoundAsync(ask, $"query={ask.Server.Library.Songs.First(song => song.Isrc is not null).Isrc}");

    private static async Task<string> OrderAsync(DemoCaller ask)
    {
        var songs = (await ask.ReplyAsync("search3", "query=%22%22&songCount=50")) is var reply
            && reply.GetProperty("searchResult3").TryGetProperty("song", out var found) ? found : (await ask.ReplyAsync("search3", "query=&songCount=50")).GetProperty("searchResult3").GetProperty("song");
        var titles = songs.EnumerateArray().Select(song => song.GetProperty("title").GetString()!).ToList();
        return titles.SequenceEqual(ask.Server.Library.Songs.Take(50).Select(song => song.Title)) ? "as added"
            : titles.SequenceEqual(titles.Order(StringComparer.OrdinalIgnoreCase)) ? "by title" : "neither";
    }

    private static async Task<string> PagesAsync(DemoCaller ask)
    {
        var query = ask.Server.Profile.QuotesMeanEverything ? "%22%22" : "";
        var ids = new List<string>();
        while (true)
        {
            var result = (await ask.ReplyAsync("search3", $"query={query}&artistCount=0&albumCount=0&songCount=70&songOffset={ids.Count}")).GetProperty("searchResult3");
            var page = result.TryGetProperty("song", out var songs) ? songs.EnumerateArray().Select(song => song.GetProperty("id").GetString()!).ToList() : [];
            if (page.Count == 0)
            {
                return ids.Order().SequenceEqual(ask.Server.Library.Songs.Select(song => song.Id).Order()) ? "whole" : "torn";
            }

            ids.AddRange(page);
        }
    }

    private static async Task<string> HasAsync(DemoCaller ask, string method, string part, string field)
        => (await ask.ReplyAsync(method)).GetProperty(part).TryGetProperty(field, out _) ? "yes" : "no";

    private static async Task<string> IndexesMoveAsync(DemoCaller ask)
    {
        var before = await LastModifiedAsync(ask);
        ask.Server.Library.EndScan();
        return await LastModifiedAsync(ask) is var after && after > before ? "moves" : $"always {after}";
    }

    private static async Task<long> LastModifiedAsync(DemoCaller ask)
        => (await ask.ReplyAsync("getIndexes")).GetProperty("indexes").GetProperty("lastModified").GetInt64();

    private static async Task<string> FolderIdAsync(DemoCaller ask)
        => $"{(await ask.ReplyAsync("getMusicFolders")).GetProperty("musicFolders").GetProperty("musicFolder")[0].GetProperty("id").ValueKind}";

    private static async Task<JsonElement> SongAsync(DemoCaller ask) => (await ask.ReplyAsync("getSong", $"id={ask.Song(0)}")).GetProperty("song");

    private static async Task<string> SongFieldAsync(DemoCaller ask, string field)
        => (await SongAsync(ask)).TryGetProperty(field, out var value) ? $"{value.ValueKind}" : "absent";

    private static async Task<string> GoneSongAsync(DemoCaller ask)
    {
        var id = ask.Song(0);
        ask.Server.Library.Folder.Lose(id);
        ask.Server.Library.Scan();
        return await ask.WordAsync("getSong", $"id={id}");
    }

    private static async Task<string> NoPictureAsync(DemoCaller ask)
    {
        if (await NativeTokenAsync(ask) is not { } token)
        {
            return "no such page";
        }

        var list = ask.Server.Playlists.Create("demo", "Empty", []);
        using var response = await ask.SendAsync(HttpMethod.Get, $"/api/playlist/{list.Id}", null, ("X-ND-Authorization", $"Bearer {token}"));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("imageAbsent", out _) ? "imageAbsent" : "not said";
    }

    private static async Task<string> BitRateAsync(DemoCaller ask) => $"{(await SongAsync(ask)).GetProperty("bitRate")}";

    private static async Task<string> ZoneAsync(DemoCaller ask, string what)
    {
        var node = what == "song" ? await SongAsync(ask) : (await ask.ReplyAsync("getPlaylist", $"id={Mine(ask)}")).GetProperty("playlist");
        return node.GetProperty("created").GetString()!.EndsWith('Z') ? "Z" : "none";
    }

    private static async Task<string> ReturnsAsync(DemoCaller ask)
        => (await ask.ReplyAsync("createPlaylist", $"name=New&songId={ask.Song(0)}")).TryGetProperty("playlist", out _) ? "yes" : "no";

    private static async Task<string> SameNameAsync(DemoCaller ask)
    {
        await ask.ReplyAsync("createPlaylist", "name=New");
        await ask.ReplyAsync("createPlaylist", "name=New");
        return $"{ask.Server.Playlists.All.Count} lists";
    }

    private static async Task<string> ReplacedAsync(DemoCaller ask, string songs, string name = "Mine")
    {
        var id = Mine(ask);
        var ids = songs.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(song => $"&songId={ask.Song(int.Parse(song, CultureInfo.InvariantCulture))}");
        await ask.ReplyAsync("createPlaylist", $"playlistId={id}&name={name}{string.Concat(ids)}");
        var list = ask.Server.Playlists.All.Single();
        return $"{ask.Stored(id)} | {list.Name} | {list.Comment} | {(list.IsPublic ? "public" : "private")}";
    }

    private static async Task<string> ReplaceUnknownAsync(DemoCaller ask)
        => $"{await ask.WordAsync("createPlaylist", $"playlistId={UnknownList(ask)}&name=New&songId={ask.Song(0)}")}, {ask.Server.Playlists.All.Count} lists";

    private static async Task<string> ReplaceWithAsync(DemoCaller ask, string song)
    {
        var id = Mine(ask);
        var word = await ask.WordAsync("createPlaylist", $"playlistId={id}&songId={ask.Song(0)}&songId={song}&songId={ask.Song(1)}");
        return $"{word}: {ask.Stored(id)}, shown {await ask.ShownAsync(id)}";
    }

    private static async Task<string> UpdateOrderAsync(DemoCaller ask)
    {
        var id = Mine(ask);
        // If the server adds before it removes, an index of a row that is being added removes it again.
        var index = ask.Server.Profile.AddsBeforeRemoving ? 3 : 0;
        await ask.ReplyAsync("updatePlaylist", $"playlistId={id}&songIdToAdd={ask.Song(5)}&songIndexToRemove={index}");
        return ask.Stored(id);
    }

    private static async Task<string> UpdatedAsync(DemoCaller ask, string form)
    {
        var id = Mine(ask);
        return $"{await ask.WordAsync("updatePlaylist", $"playlistId={id}&{form}")}: {ask.Stored(id)}";
    }

    private static async Task<string> IndexBehindHiddenAsync(DemoCaller ask)
    {
        var id = Mine(ask);
        ask.Server.Library.Remove(ask.Song(0));
        // Two rows are visible, and the index means the second of them.
        await ask.ReplyAsync("updatePlaylist", $"playlistId={id}&songIndexToRemove=1");
        return ask.Stored(id).Replace("2", "x").Replace("1", "2").Replace("x", "1");
    }

    private static async Task<string> DetailAsync(DemoCaller ask, string form, Func<DemoPlaylist, string> detail)
    {
        var id = Mine(ask);
        ask.Server.Playlists.Change(id, list => list with { IsPublic = false });
        await ask.ReplyAsync("updatePlaylist", $"playlistId={id}&{form}");
        return detail(ask.Server.Playlists.Find(id)!);
    }

    private static async Task<string> DeleteTwiceAsync(DemoCaller ask)
    {
        var id = Mine(ask);
        return $"{await ask.WordAsync("deletePlaylist", $"id={id}")}, {await ask.WordAsync("deletePlaylist", $"id={id}")}";
    }

    private static async Task<string> EmptyEntryAsync(DemoCaller ask)
    {
        var id = ask.Server.Playlists.Create("demo", "Empty", []).Id;
        return (await ask.ReplyAsync("getPlaylist", $"id={id}")).GetProperty("playlist").TryGetProperty("entry", out _) ? "empty" : "absent";
    }

    private static async Task<string> ListFieldAsync(DemoCaller ask, string field)
    {
        ask.Server.Playlists.Create("demo", "Mine", [ask.Song(0)]);
        return (await ask.ReplyAsync("getPlaylists")).GetProperty("playlists").GetProperty("playlist")[0].TryGetProperty(field, out _) ? "yes" : "no";
    }

    private static async Task<string> ValidUntilAsync(DemoCaller ask)
    {
        ask.Server.Playlists.Create("demo", "Ruled", [ask.Song(0)], isReadOnly: true);
        return (await ask.ReplyAsync("getPlaylists")).GetProperty("playlists").GetProperty("playlist")[0].TryGetProperty("validUntil", out _) ? "yes" : "no";
    }

    private static async Task<string> CountsAsync(DemoCaller ask)
    {
        var id = Mine(ask);
        ask.Server.Library.Remove(ask.Song(1));
        var listed = (await ask.ReplyAsync("getPlaylists")).GetProperty("playlists").GetProperty("playlist")[0].GetProperty("songCount");
        var shown = (await ask.ReplyAsync("getPlaylist", $"id={id}")).GetProperty("playlist").GetProperty("songCount");
        return $"list {listed}, playlist {shown}";
    }

    private static async Task<string> ComesBackAsync(DemoCaller ask)
    {
        var id = Mine(ask);
        var songs = ask.Server.Library.Songs;
        ask.Server.Library.Remove(ask.Song(1));
        ask.Server.Library.Replace(songs);
        return await ask.ShownAsync(id);
    }

    private static async Task<string> PurgedAsync(DemoCaller ask)
    {
        var id = Mine(ask);
        var songs = ask.Server.Library.Songs;
        ask.Server.Library.Remove(ask.Song(1));
        ask.Server.Library.Purge();
        ask.Server.Library.Replace(songs);
        return await ask.ShownAsync(id);
    }

    private static async Task<string> TheirNameAsync(DemoCaller ask)
    {
        Theirs(ask);
        return (await ask.ReplyAsync("getPlaylists", user: "guest")).GetProperty("playlists").GetProperty("playlist")[0].GetProperty("name").GetString()!;
    }

    private static async Task<string> RenameTheirsAsync(DemoCaller ask)
    {
        var id = Theirs(ask);
        return $"{await ask.WordAsync("updatePlaylist", $"playlistId={id}&name=Mine", "guest")}: {ask.Server.Playlists.Find(id)!.Name}";
    }

    private static Task<string> AdminAsync(DemoCaller ask, string method, string id, string what)
    {
        var list = ask.Server.Playlists.Create("guest", "Guest's", [ask.Song(0)], isPublic: true);
        return ask.WordAsync(method, $"{id}={list.Id}&{what}={ask.Song(1)}");
    }

    private static async Task<string> RuledAsync(DemoCaller ask, string method, string what)
    {
        var list = ask.Server.Playlists.Create("demo", "Ruled", [ask.Song(0), ask.Song(1), ask.Song(2)], isReadOnly: true);
        return $"{await ask.WordAsync(method, $"playlistId={list.Id}&{what}={ask.Song(3)}")}: {ask.Stored(list.Id)}";
    }

    private static async Task<string> FromFileAsync(DemoCaller ask)
    {
        List<string> file = [ask.Song(0), ask.Song(1), ask.Song(2)];
        var list = ask.Server.Playlists.Create("demo", "Imported", file);
        ask.Server.Playlists.Change(list.Id, playlist => playlist with { FileSongIds = file });
        var word = await ask.WordAsync("createPlaylist", $"playlistId={list.Id}&songId={ask.Song(3)}");
        var written = ask.Stored(list.Id);
        ask.Server.Library.EndScan();
        return $"{word}: {written}, then {ask.Stored(list.Id)}";
    }

    private static async Task<string?> NativeTokenAsync(DemoCaller ask)
    {
        using var form = JsonContent.Create(new { username = "demo", password = "demo" });
        using var response = await ask.SendAsync(HttpMethod.Post, "/auth/login", form);
        return (int)response.StatusCode == 200 ? (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString() : null;
    }

    private static async Task<string> NativeLoginAsync(DemoCaller ask)
    {
        using var wrong = JsonContent.Create(new { username = "demo", password = "wrong" });
        using var refused = await ask.SendAsync(HttpMethod.Post, "/auth/login", wrong);
        return await NativeTokenAsync(ask) is null ? "no such page" : (int)refused.StatusCode == 401 ? "token" : "no check";
    }

    private static async Task<string> NativeSyncAsync(DemoCaller ask)
    {
        if (await NativeTokenAsync(ask) is not { } token)
        {
            return "no such page";
        }

        var list = ask.Server.Playlists.Create("demo", "Imported", [ask.Song(0)]);
        ask.Server.Playlists.Change(list.Id, playlist => playlist with { FileSongIds = [ask.Song(0)] });
        using var response = await ask.SendAsync(HttpMethod.Get, $"/api/playlist/{list.Id}", null, ("X-ND-Authorization", $"Bearer {token}"));
        Assert.NotEmpty(response.Headers.GetValues("X-ND-Authorization").Single());
        return $"sync {(await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("sync")}";
    }

    private static Task<string> UploadAsync(DemoCaller ask) => UploadAsync(ask, [0x89, (byte)'P', (byte)'N', (byte)'G', 1, 2, 3]);

    private static async Task<string> UploadAsync(DemoCaller ask, byte[] image)
    {
        var token = await NativeTokenAsync(ask) ?? "";
        var id = Mine(ask);
        var before = await CoverAsync(ask);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(image), "image", "cover.png" } };
        using var response = await ask.SendAsync(HttpMethod.Post, $"/api/playlist/{id}/image", form, ("X-ND-Authorization", $"Bearer {token}"));
        return (int)response.StatusCode switch
        {
            200 => await CoverAsync(ask) != before ? "ok, id changed" : "ok, same id",
            404 => "no such page",
            var status => $"HTTP {status}",
        };
    }

    private static async Task<string> CoverAsync(DemoCaller ask)
        => (await ask.ReplyAsync("getPlaylists")).GetProperty("playlists").GetProperty("playlist")[0].TryGetProperty("coverArt", out var cover) ? cover.GetString()! : "";

    private static async Task<string> ManyLoginsAsync(DemoCaller ask)
    {
        for (var i = 0; i < 5; i++)
        {
            await NativeTokenAsync(ask);
        }

        using var form = JsonContent.Create(new { username = "demo", password = "demo" });
        using var response = await ask.SendAsync(HttpMethod.Post, "/auth/login", form);
        return (int)response.StatusCode == 404 ? "no such page" : $"HTTP {(int)response.StatusCode}";
    }

    private sealed record Line(string Behaviour, Func<DemoCaller, Task<string>> Question, params IReadOnlyList<string> Answers);
}
