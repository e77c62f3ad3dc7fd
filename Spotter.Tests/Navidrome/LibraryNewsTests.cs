using Spotter.Core.Accounts;
using Spotter.Core.Matching;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

/// <summary>After a scan, only the albums that it changed are read, and everything if that does not add up.</summary>
public sealed class LibraryNewsTests
{
    /// <summary>The releases whose answers are known. All of them list albums in the same way.</summary>
    public static TheoryData<string> Releases => ["Navidrome 0.60", "Navidrome 0.63", "Navidrome 0.64"];

    public static TheoryData<string> Servers => [.. DemoProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task A_scan_that_found_nothing_costs_three_requests(string server)
    {
        await using var host = await StartAsync(server: server);
        var ann = await ReadAsync(host);

        host.Server.Library.Scan();
        var index = await host.FreshAsync(ann);

        Assert.Equal(["getScanStatus", "getMusicFolders", "native:albums"], Requests(host));
        Assert.Equal(12, index.Count);
        Assert.Same(index, await host.FreshAsync(ann));
    }

    [Theory]
    [MemberData(nameof(Releases))]
    public async Task A_scan_that_found_one_album_costs_five_and_only_its_songs_are_read(string server)
    {
        await using var host = await StartAsync(server: server);
        var ann = await ReadAsync(host);

        host.Server.Library.Folder.Add(Song(13, album: "Brand New"));
        host.Server.Library.Scan();
        var index = await host.FreshAsync(ann);

        Assert.Equal(["getScanStatus", "getMusicFolders", "native:albums", "getAlbum", "getScanStatus"], Requests(host));
        AssertHolds(host, index);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Whoever_asks_after_a_scan_is_given_what_it_found_whatever_server_it_is(string server)
    {
        await using var host = await StartAsync(server: server);
        var ann = await ReadAsync(host);
        var (first, second) = (host.Server.Library.Songs[0].Id, host.Server.Library.Songs[1].Id);

        host.Server.Library.Folder.Add(Song(13, album: "Brand New"));
        host.Server.Library.Folder.Lose(first);
        host.Server.Library.Folder.Retag(second, song => song with { Title = "Another Title" });
        host.Server.Library.Scan();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        var index = await host.Cache.GetFreshAsync(ann.Id, host.Clock.GetUtcNow(), null, default);

        AssertHolds(host, index);
        Assert.Equal("Another Title", index.Songs.Single(song => song.Id == second).Title);
    }

    [Fact]
    public async Task A_drive_that_is_gone_costs_no_request_for_its_songs_and_none_when_a_scan_has_nothing_more_to_say()
    {
        await using var host = await StartAsync(songs: 1_200, songsInAlbum: 3);
        var ann = await ReadAsync(host);

        host.Server.Library.Folder.Lose([.. host.Server.Library.Songs.Take(899).Select(song => song.Id)]);
        host.Server.Library.Scan();
        var index = await host.FreshAsync(ann);

        // 300 lost albums: a page of twenty and one of five hundred.
        Assert.Equal(["getScanStatus", "getMusicFolders", "native:albums", "native:albums", "getScanStatus"], Requests(host));
        Assert.Equal(301, index.Count);
        AssertHolds(host, index);
    }

    [Theory]
    [InlineData("retagged")]
    [InlineData("into another album")]
    [InlineData("touched")]
    [InlineData("moved")]
    [InlineData("moved and retagged")]
    [InlineData("lost")]
    [InlineData("lost and found")]
    [InlineData("album lost and found")]
    public async Task Whatever_happens_to_files_the_index_follows_by_song_id(string what)
    {
        await using var host = await StartAsync();
        var ann = await ReadAsync(host);
        var folder = host.Server.Library.Folder;
        var id = host.Server.Library.Songs[4].Id;
        switch (what)
        {
            case "retagged":
                folder.Retag(id, song => song with { Title = "Another Title" });
                break;
            case "into another album":
                folder.Retag(id, song => song with { Album = "Album 3" });
                break;
            case "touched":
                folder.Touch(id);
                break;
            case "moved":
                folder.Move(id, "elsewhere/05.flac");
                break;
            case "moved and retagged":
                folder.Move(id, "elsewhere/05.flac");
                folder.Retag(id, song => song with { Title = "Another Title" });
                break;
            case "album lost and found":
                string[] album = [.. host.Server.Library.Songs.Where(song => song.Album == "Album 1").Select(song => song.Id)];
                folder.Lose(album);
                host.Server.Library.Scan();
                AssertHolds(host, await host.FreshAsync(ann));
                folder.Find(album);
                break;
            default:
                folder.Lose(id);
                break;
        }

        if (what == "lost and found")
        {
            host.Server.Library.Scan();
            AssertHolds(host, await host.FreshAsync(ann));
            folder.Find(id);
        }

        host.Server.Library.Scan();
        AssertHolds(host, await host.FreshAsync(ann));
        Assert.DoesNotContain("search3", Requests(host));
    }

    [Fact]
    public async Task What_was_read_by_album_is_there_after_a_restart()
    {
        await using var host = await StartAsync();
        var ann = await ReadAsync(host);
        host.Server.Library.Folder.Add(Song(13, album: "Brand New"));
        host.Server.Library.Folder.Lose(host.Server.Library.Songs[0].Id);
        host.Server.Library.Scan();
        await host.FreshAsync(ann);

        AssertHolds(host, (await host.Get<Spotter.Core.Library.LibraryStore>().LoadAsync(ann.Id, default))!);
    }

    [Fact]
    public async Task A_sum_that_does_not_add_up_has_everything_read()
    {
        await using var host = await StartAsync();
        var ann = await ReadAsync(host);

        // As after restoring a database: songs are gone, and no album shows it.
        host.Server.Library.ReplaceUnnoticed([.. host.Server.Library.Songs.Skip(3)]);
        var lost = host.Server.Library.LastScan;
        host.Server.Fault = request => request.Method == "native:albums" ? DemoFault.Answer(200, "application/json", "[]") : null;
        host.Server.Library.EndScan();
        var index = await host.FreshAsync(ann);

        Assert.NotEqual(lost, host.Server.Library.LastScan);
        Assert.Contains("search3", Requests(host));
        AssertHolds(host, index);
    }

    [Fact]
    public async Task A_day_after_the_last_full_read_everything_is_read()
    {
        await using var host = await StartAsync();
        var ann = await ReadAsync(host);
        for (var hour = 0; hour < 24; hour++)
        {
            host.Server.Library.Scan();
            host.Clock.Advance(TimeSpan.FromMinutes(58));
            await host.FreshAsync(ann);
        }

        Assert.DoesNotContain("search3", Requests(host));
        host.Server.Library.Scan();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.FreshAsync(ann);
        Assert.Contains("search3", Requests(host));
    }

    [Fact]
    public async Task A_user_who_is_given_another_library_has_everything_read_though_nothing_was_scanned()
    {
        await using var host = await StartAsync();
        var ann = await ReadAsync(host);
        var libraries = $$$$"""{"subsonic-response":{"status":"ok","version":"1.16.1","type":"navidrome","serverVersion":"{{{{DemoProfile.Navidrome.ServerVersion}}}}","openSubsonic":true,"musicFolders":{"musicFolder":[{"id":1},{"id":2}]}}}""";
        host.Server.Fault = request => request.Method == "getMusicFolders" ? DemoFault.Answer(200, "application/json", libraries) : null;

        await host.FreshAsync(ann);

        Assert.Contains("search3", Requests(host));
    }

    [Theory]
    [InlineData("no own interface", 404)]
    [InlineData("a proxy's page", 200)]
    [InlineData("too many logins", 429)]
    [InlineData("forbidden", 403)]
    public async Task Where_the_own_interface_refuses_the_library_is_read_as_everywhere(string why, int status)
    {
        await using var host = await StartAsync();
        host.Server.Fault = request => request.Method.StartsWith("native:", StringComparison.Ordinal) ? DemoFault.Answer(status, "text/html", "<html></html>") : null;
        var ann = await ReadAsync(host);

        host.Server.Library.Folder.Add(Song(13));
        host.Server.Library.Scan();
        var index = await host.FreshAsync(ann);

        Assert.True(index.Count == 13, why);
        Assert.Contains("search3", Requests(host));
    }

    [Fact]
    public async Task Where_the_own_interface_hangs_the_library_is_read_as_everywhere()
    {
        await using var host = await StartAsync();
        var ann = await ReadAsync(host);
        host.Server.Fault = request => request.Method == "native:albums" ? DemoFault.Hang() : null;
        host.Server.Library.Folder.Add(Song(13));
        host.Server.Library.Scan();

        var reading = host.FreshAsync(ann);
        await host.Hasty.ExpireAsync(Spotter.Navidrome.Subsonic.SubsonicResilience.PingTimeout);

        Assert.Equal(13, (await reading).Count);
        Assert.Equal(1, host.Server.Log.CountOf("native:albums"));
    }

    [Fact]
    public async Task A_login_that_was_refused_is_not_tried_again_at_each_sync()
    {
        await using var host = await StartAsync();
        host.Server.Fault = request => request.Method == "native:login" ? DemoFault.Answer(401, "application/json", "{}") : null;
        var ann = await ReadAsync(host);
        for (var i = 0; i < 8; i++)
        {
            host.Server.Library.Scan();
            await host.FreshAsync(ann);
        }

        Assert.DoesNotContain("native:login", Requests(host));
    }

    [Fact]
    public async Task All_scans_of_a_day_take_one_login()
    {
        await using var host = await StartAsync();
        var ann = await ReadAsync(host);
        for (var i = 0; i < 8; i++)
        {
            host.Server.Library.Folder.Add(Song(100 + i));
            host.Server.Library.Scan();
            await host.FreshAsync(ann);
        }

        Assert.DoesNotContain("native:login", Requests(host));
    }

    [Fact]
    public async Task A_scan_that_begins_while_changes_are_read_spoils_nothing()
    {
        await using var host = await StartAsync();
        var ann = await ReadAsync(host);
        host.Server.Library.Folder.Add(Song(13));
        host.Server.Library.Scan();
        host.Server.Fault = request =>
        {
            if (request.Method == "getAlbum")
            {
                host.Server.Library.IsScanning = true;
            }

            return null;
        };

        var meanwhile = await host.FreshAsync(ann);
        host.Server.Fault = null;
        host.Server.Library.EndScan();
        var after = await host.FreshAsync(ann);

        Assert.Equal(12, meanwhile.Count);
        AssertHolds(host, after);
    }

    [Fact]
    public async Task A_playlist_is_not_looked_at_again_after_a_scan_that_found_nothing()
    {
        await using var host = await StartAsync();
        var ann = await ReadAsync(host);
        var changedAt = (await host.FindAccountAsync()).Library.ChangedAt;

        host.Server.Library.Scan();
        await host.FreshAsync(ann);
        var library = (await host.FindAccountAsync()).Library;

        Assert.Equal(changedAt, library.ChangedAt);
        Assert.True(library.ReadAt > changedAt);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("guest")]
    public Task After_a_hundred_random_changes_the_index_is_that_of_a_full_read(string user) => WalkAsync(user, 100, seed: 20261130);

    [LongTheory]
    [InlineData("demo")]
    [InlineData("guest")]
    public Task After_a_thousand_random_changes_the_index_is_that_of_a_full_read(string user) => WalkAsync(user, 1_000, seed: 7);

    private static async Task WalkAsync(string user, int changes, int seed)
    {
        await using var host = await StartAsync(songs: 60, songsInAlbum: 4, otherLibrary: 12);
        var account = await ReadAsync(host, user);
        var random = new Random(seed);
        var library = host.Server.Library;
        var lost = new List<string>();
        for (var (made, next) = (0, 1_000); made < changes;)
        {
            for (var i = random.Next(4); i > 0; i--, made++)
            {
                var present = library.Songs.Where(song => !lost.Contains(song.Id)).ToList();
                var id = present[random.Next(present.Count)].Id;
                switch (random.Next(8))
                {
                    case 0:
                        library.Folder.Add(Song(next++, album: $"Album {random.Next(25)}"));
                        break;
                    case 1:
                        library.Folder.Retag(id, song => song with { Title = $"Title {random.Next(10_000)}" });
                        break;
                    case 2:
                        library.Folder.Retag(id, song => song with { Album = $"Album {random.Next(25)}" });
                        break;
                    case 3:
                        library.Folder.Touch(id);
                        break;
                    case 4:
                        library.Folder.Move(id, $"place {random.Next(10_000)}/{next++}.flac");
                        break;
                    case 5 when present.Count > 30:
                        library.Folder.Lose(id);
                        lost.Add(id);
                        break;
                    case 6 when lost.Count > 0:
                        library.Folder.Find(lost[0]);
                        lost.RemoveAt(0);
                        break;
                    default:
                        library.Folder.Move(id, $"place {random.Next(10_000)}/{next++}.flac");
                        library.Folder.Retag(id, song => song with { Title = $"Title {random.Next(10_000)}" });
                        lost.Remove(id);
                        break;
                }
            }

            library.Scan();
            var index = await host.FreshAsync(account);
            Assert.Equal(
                library.Songs.Where(song => user == "demo" || song.LibraryId == 1).Select(song => (song.Id, song.Title, song.Album)).Order(),
                index.Songs.Select(song => (song.Id, song.Title, song.Album!)).Order());
        }

        var everything = await (await host.ReaderAsync(account)).ReadLibraryAsync(null, default);
        Assert.True(LibraryChange.Between(await host.Cache.GetKnownAsync(account.Id, default), everything.Songs).IsEmpty);
    }

    private static async Task<ServerHost> StartAsync(int songs = 12, int songsInAlbum = 1, int otherLibrary = 0, string server = "Navidrome 0.64")
        => await ServerHost.StartAsync(new DemoServerOptions
        {
            Profile = DemoProfile.All.Single(profile => profile.Name == server),
            Songs = [.. Enumerable.Range(1, songs).Select(number => Song(number, $"Album {number / songsInAlbum}") with { LibraryId = number <= otherLibrary ? 2 : 1 })],
        });

    private static async Task<Account> ReadAsync(ServerHost host, string user = "demo")
    {
        var account = await host.SignInAsync(user);
        await host.FreshAsync(account);
        host.Server.Log.Clear();
        return account;
    }

    private static List<string> Requests(ServerHost host) => [.. host.Server.Log.Requests.Select(request => request.Method)];

    private static void AssertHolds(ServerHost host, LibraryIndex index)
        => Assert.Equal(
            host.Server.Library.Songs.Select(song => (song.Id, song.Title, song.Album)).Order(),
            index.Songs.Select(song => (song.Id, song.Title, song.Album!)).Order());

    private static DemoSong Song(int number, string? album = null) => new()
    {
        Id = $"song-{number}", Title = $"Title {number}", Artists = [$"Artist {number % 5}"], Album = album ?? $"Album {number}", AlbumArtist = "Various",
        DurationSeconds = 120 + (number % 200),
    };
}
