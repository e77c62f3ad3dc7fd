using Spotter.Core.Accounts;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Navidrome;

/// <summary>The provider with a third-party server: no token login, no codes. WriterTests covers writing.</summary>
public sealed class SupysonicProviderTests
{
    [PeerFact]
    public async Task The_library_its_stamp_and_the_login()
    {
        await using var server = await SupysonicServer.StartAsync(Music());
        await using var given = new GivenServer(server.Address, SupysonicServer.Username, SupysonicServer.Password);
        var provider = given.Provider;

        var first = await provider.ReadLibraryAsync(null, default);

        Assert.Equal(["One", "Three", "Two"], first.Songs.Select(song => song.Title).Order());
        var one = first.Songs.Single(song => song.Title == "One");
        Assert.Equal(("Ann", "Alpha", 12_000, 1), (one.Artist, one.Album, one.DurationMs!.Value, one.TrackNumber!.Value));
        Assert.NotNull(first.Stamp.Value);
        Assert.Equal(first.Stamp, await provider.ReadStampAsync(default));
        Assert.Empty(await provider.ReadGenresAsync(default));

        var identities = given.Identity;
        Assert.Equal(
            new ServerIdentity(SupysonicServer.Username, true, null, null),
            await identities.CheckAsync(new Credentials(SupysonicServer.Username, SupysonicServer.Password), default));
        Assert.Null(await identities.CheckAsync(new Credentials(SupysonicServer.Username, "wrong"), default));
        Assert.Null(provider.LinkTo("x"));
    }

    private static MusicFile[] Music() =>
    [
        new("Ann/Alpha/01 One.mp3", "Ann", "One", "Alpha", 12) { Track = 1 },
        new("Ann/Alpha/02 Two.mp3", "Ann", "Two", "Alpha", 13) { Track = 2 },
        new("Bob/Beta/01 Three.flac", "Bob", "Three", "Beta", 14) { Track = 1 },
    ];
}
