using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome;

public sealed class NavidromeProviderTests
{
    [Fact]
    public async Task A_new_playlist_is_read_back_with_its_songs_in_order_and_the_same_song_twice()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var provider = fixture.For();
        var ids = fixture.Server.Library.Songs.Take(3).Select(song => song.Id).ToList();
        List<string> wanted = [ids[2], ids[0], ids[1], ids[0]];

        var id = await provider.SyncPlaylistAsync("Road trip", wanted, default);

        var target = await provider.ReadTargetAsync(id!, default);
        Assert.Equal(wanted, target!.SongIds);
        Assert.Equal("Road trip", target.Summary.Name);
        Assert.True(target.Summary.IsOwn);
        Assert.Equal(1, fixture.Server.Log.CountOf("createPlaylist"));
    }

    [Fact]
    public async Task A_server_that_returns_no_playlist_on_creation_gives_no_id_and_the_name_finds_it()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain });
        var provider = fixture.For();
        var song = fixture.Server.Library.Songs[0].Id;

        Assert.Null(await provider.SyncPlaylistAsync("Nameless", [song], default));

        var summary = Assert.Single(await provider.ListTargetsAsync(default));
        Assert.Equal("Nameless", summary.Name);
    }

    [Fact]
    public async Task Replacing_keeps_id_name_and_comment()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var provider = fixture.For();
        var songs = fixture.Server.Library.Songs;
        var id = (await provider.SyncPlaylistAsync("Mine", [songs[0].Id], default))!;
        await provider.UpdateDetailsAsync(id, null, "kept", default);

        var target = await provider.UpdatePlaylistTracksAsync(id, "Mine", [songs[5].Id, songs[4].Id], default);

        Assert.Equal([songs[5].Id, songs[4].Id], target.SongIds);
        Assert.Equal((id, "Mine", "kept"), (target.Summary.Id, target.Summary.Name, target.Summary.Comment));
    }
}
