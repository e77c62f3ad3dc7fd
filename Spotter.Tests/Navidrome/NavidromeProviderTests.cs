using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

public sealed class NavidromeProviderTests
{
    [Fact]
    public async Task A_new_playlist_is_read_back_with_its_songs_in_order_and_the_same_song_twice()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var provider = fixture.For();
        var ids = Ids(fixture, 3);
        List<string> wanted = [ids[2], ids[0], ids[1], ids[0]];

        var made = await provider.SyncPlaylistAsync("Road trip", wanted, default);

        var target = await provider.ReadTargetAsync(made!.Summary.Id, default);
        Assert.Equal(wanted, made.SongIds);
        Assert.Equal(wanted, target!.SongIds);
        Assert.Equal("Road trip", target.Summary.Name);
        Assert.True(target.Summary.IsOwn);
        Assert.False(target.Summary.IsReadOnly);
    }

    [Fact]
    public async Task A_server_that_returns_no_playlist_on_creation_gives_no_id_and_the_name_finds_it()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain });
        var provider = fixture.For();

        Assert.Null(await provider.SyncPlaylistAsync("Nameless", Ids(fixture, 1), default));

        Assert.Equal("Nameless", Assert.Single(await provider.ListTargetsAsync(default)).Name);
    }

    [Fact]
    public async Task The_same_name_twice_is_two_playlists()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var provider = fixture.For();

        var first = await provider.SyncPlaylistAsync("Mine", Ids(fixture, 1), default);
        var second = await provider.SyncPlaylistAsync("Mine", Ids(fixture, 1), default);

        Assert.NotEqual(first!.Summary.Id, second!.Summary.Id);
        Assert.Equal(2, (await provider.ListTargetsAsync(default)).Count);
    }

    [Fact]
    public async Task Replacing_keeps_id_name_comment_and_visibility()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var provider = fixture.For();
        var ids = Ids(fixture, 6);
        var id = (await provider.SyncPlaylistAsync("Mine", [ids[0]], default))!.Summary.Id;
        await provider.UpdateDetailsAsync(id, null, "kept", default);
        fixture.Server.Playlists.Change(id, playlist => playlist with { IsPublic = true });

        var target = await provider.UpdatePlaylistTracksAsync(id, "Mine", [ids[5], ids[4]], default);

        Assert.Equal([ids[5], ids[4]], target.SongIds);
        Assert.Equal((id, "Mine", "kept", true), (target.Summary.Id, target.Summary.Name, target.Summary.Comment, target.Summary.IsPublic));
        // The answer to the write replaces reading back: one request was enough.
        Assert.Equal(0, fixture.Server.Log.CountOf("getPlaylist"));
    }

    [Fact]
    public async Task Replacing_on_a_server_that_answers_nothing_reads_the_playlist_back()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain });
        var ids = Ids(fixture, 3);
        var list = fixture.Server.Playlists.Create("demo", "Mine", [ids[0]]);

        var target = await fixture.For().UpdatePlaylistTracksAsync(list.Id, "Mine", [ids[2], ids[1]], default);

        Assert.Equal([ids[2], ids[1]], target.SongIds);
    }

    [Fact]
    public async Task A_song_that_the_server_does_not_know_is_missing_in_what_comes_back()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var ids = Ids(fixture, 2);
        var list = fixture.Server.Playlists.Create("demo", "Mine", [ids[0]]);

        var target = await fixture.For().UpdatePlaylistTracksAsync(list.Id, "Mine", [ids[0], "no-such-song", ids[1]], default);

        Assert.Equal(ids, target.SongIds);
    }

    [Fact]
    public async Task A_server_that_refuses_unknown_songs_changes_nothing()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain });
        var ids = Ids(fixture, 1);
        var list = fixture.Server.Playlists.Create("demo", "Mine", ids);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().UpdatePlaylistTracksAsync(list.Id, "Mine", [Guid.NewGuid().ToString()], default));

        Assert.Equal(ProviderFailure.NotFound, failure.Failure);
        Assert.Equal(ids, fixture.Server.Playlists.Find(list.Id)!.SongIds);
    }

    [Theory]
    [InlineData("Navidrome", 0)]
    [InlineData("Navidrome", 1)]
    [InlineData("Navidrome", 5)]
    [InlineData("plain", 0)]
    [InlineData("plain", 5)]
    public async Task A_playlist_can_be_emptied(string profile, int songs)
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = profile == "plain" ? DemoProfile.Plain : DemoProfile.Navidrome });
        var provider = fixture.For();
        var list = fixture.Server.Playlists.Create("demo", "Mine", Ids(fixture, songs));
        await provider.ListTargetsAsync(default);

        var target = await provider.UpdatePlaylistTracksAsync(list.Id, "Mine", [], default);

        Assert.Empty(target.SongIds);
        Assert.Empty(fixture.Server.Playlists.Find(list.Id)!.SongIds);
        Assert.Equal("Mine", target.Summary.Name);
    }

    [Fact]
    public async Task A_playlist_that_holds_only_hidden_rows_is_emptied_of_them_too()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var list = fixture.Server.Playlists.Create("demo", "Mine", ["gone-with-its-drive", "this-one-too"]);

        Assert.Empty((await fixture.For().UpdatePlaylistTracksAsync(list.Id, "Mine", [], default)).SongIds);
        Assert.Empty(fixture.Server.Playlists.Find(list.Id)!.SongIds);
    }

    [Fact]
    public async Task A_server_that_has_not_been_asked_before_is_emptied_all_the_same()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var list = fixture.Server.Playlists.Create("demo", "Mine", Ids(fixture, 4));

        Assert.Empty((await fixture.For().UpdatePlaylistTracksAsync(list.Id, "Mine", [], default)).SongIds);
        Assert.Empty(fixture.Server.Playlists.Find(list.Id)!.SongIds);
    }

    [Fact]
    public async Task Five_thousand_songs_fit_into_one_request()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var ids = Ids(fixture, 390);
        List<string> wanted = [.. Enumerable.Range(0, 5_000).Select(number => ids[number % ids.Count])];

        var made = await fixture.For().SyncPlaylistAsync("Long", wanted, default);

        Assert.Equal(wanted, fixture.Server.Playlists.Find(made!.Summary.Id)!.SongIds);
        Assert.Equal(1, fixture.Server.Log.CountOf("createPlaylist"));
    }

    [Theory]
    [InlineData("New name", "A comment; with & signs, and Ünïcödé ✓", "New name", "A comment; with & signs, and Ünïcödé ✓")]
    [InlineData("New name", null, "New name", "before")]
    [InlineData(null, "", "Mine", "")]
    [InlineData(null, null, "Mine", "before")]
    public async Task Name_and_comment_are_set_and_null_leaves_them(string? name, string? comment, string expectedName, string expectedComment)
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var list = fixture.Server.Playlists.Create("demo", "Mine", Ids(fixture, 2));
        fixture.Server.Playlists.Change(list.Id, playlist => playlist with { Comment = "before" });

        await fixture.For().UpdateDetailsAsync(list.Id, name, comment, default);

        var after = fixture.Server.Playlists.Find(list.Id)!;
        Assert.Equal((expectedName, expectedComment), (after.Name, after.Comment));
        Assert.Equal(2, after.SongIds.Count);
        Assert.Equal(name is null && comment is null ? 0 : 1, fixture.Server.Log.Writes);
    }

    [Fact]
    public async Task Deleting_twice_is_fine()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var list = fixture.Server.Playlists.Create("demo", "Mine", []);

        await fixture.For().DeletePlaylistAsync(list.Id, default);
        await fixture.For().DeletePlaylistAsync(list.Id, default);

        Assert.Empty(fixture.Server.Playlists.All);
    }

    [Fact]
    public async Task A_playlist_that_was_deleted_behind_our_back_is_gone_and_not_made_anew()
    {
        await using var fixture = await NavidromeFixture.StartAsync();

        Assert.Null(await fixture.For().ReadTargetAsync("gone", default));
        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().UpdatePlaylistTracksAsync("gone", "Mine", Ids(fixture, 1), default));

        Assert.Equal(ProviderFailure.NotFound, failure.Failure);
        Assert.Empty(fixture.Server.Playlists.All);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task On_a_server_that_makes_up_what_it_does_not_know_a_playlist_that_is_gone_stays_gone(int songs)
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Gonic });
        var provider = fixture.For();
        await provider.ListTargetsAsync(default);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.UpdatePlaylistTracksAsync("pl-0", "Mine", Ids(fixture, songs), default));

        Assert.Equal(ProviderFailure.NotFound, failure.Failure);
        Assert.Empty(fixture.Server.Playlists.All);
    }

    [Fact]
    public async Task Other_people_s_and_ruled_playlists_are_shown_as_such_and_refused()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var song = Ids(fixture, 1);
        var theirs = fixture.Server.Playlists.Create("demo", "Theirs", song, isPublic: true);
        fixture.Server.Playlists.Create("demo", "Hidden", song);
        var ruled = fixture.Server.Playlists.Create("guest", "Ruled", song, isReadOnly: true);
        var provider = fixture.For("guest");

        var seen = (await provider.ListTargetsAsync(default)).ToDictionary(summary => summary.Name);

        Assert.Equal(["Ruled", "Theirs"], seen.Keys.Order());
        Assert.Equal((false, true, true, "demo"), (seen["Theirs"].IsOwn, seen["Theirs"].IsReadOnly, seen["Theirs"].IsPublic, seen["Theirs"].Owner));
        Assert.Equal((true, true), (seen["Ruled"].IsOwn, seen["Ruled"].IsReadOnly));
        foreach (var id in new[] { theirs.Id, ruled.Id })
        {
            var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.UpdatePlaylistTracksAsync(id, "x", song, default));
            Assert.Equal(ProviderFailure.Forbidden, failure.Failure);
        }
    }

    [Fact]
    public async Task A_cover_comes_with_its_media_type()
    {
        await using var fixture = await NavidromeFixture.StartAsync();

        var song = (await fixture.For().ReadLibraryAsync(null, default)).Songs[0];

        var cover = await fixture.For().ReadCoverAsync(song.CoverArtId!, 300, default);

        Assert.Equal("image/svg+xml", cover!.ContentType);
        Assert.NotEmpty(cover.Bytes);
    }

    [Fact]
    public async Task A_cover_that_is_not_there_is_none_and_a_page_in_its_place_is_a_failure()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        fixture.Server.Fault = _ => DemoFault.Failed(70, "Artwork not found");
        Assert.Null(await fixture.For().ReadCoverAsync("al-1", 300, default));

        fixture.Server.Fault = _ => DemoFault.HtmlPage();
        await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ReadCoverAsync("al-1", 300, default));
    }

    [Fact]
    public async Task A_playlist_has_a_link_into_Navidrome_and_none_into_other_servers()
    {
        await using var navidrome = await NavidromeFixture.StartAsync();
        await using var other = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain });
        await other.For().ListTargetsAsync(default);

        Assert.Equal($"{navidrome.Server.BaseUrl}/app/#/playlist/a%2Fb/show", navidrome.For().LinkTo("a/b")!.AbsoluteUri);
        Assert.Null(other.For().LinkTo("a"));

        var song = new Song { Id = "s", Title = "Creep", AlbumId = "a b" };
        Assert.Equal($"{navidrome.Server.BaseUrl}/app/#/album/a%20b/show", navidrome.For().LinkTo(song)!.AbsoluteUri);
        Assert.Null(navidrome.For().LinkTo(song with { AlbumId = null }));
        Assert.Null(other.For().LinkTo(song));
    }

    private static List<string> Ids(NavidromeFixture fixture, int count) => [.. fixture.Server.Library.Songs.Take(count).Select(song => song.Id)];
}
