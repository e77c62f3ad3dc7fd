using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Navidrome;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Navidrome;

/// <summary>The provider against a server that is not ours: no token login, no codes, no id on creation.</summary>
public sealed class SupysonicProviderTests
{
    [PeerFact]
    public async Task The_whole_life_of_a_playlist()
    {
        await using var server = await SupysonicServer.StartAsync(Music());
        await using var services = Services(server);
        var provider = Provider(services);
        var songs = (await provider.ReadLibraryAsync(null, default)).Songs.ToDictionary(song => song.Title, song => song.Id);

        Assert.Null(await provider.SyncPlaylistAsync("Täglich & mehr", [songs["Two"], songs["One"], songs["Two"]], default));
        var created = Assert.Single(await provider.ListTargetsAsync(default));
        Assert.Equal(("Täglich & mehr", 3, true, false), (created.Name, created.SongCount, created.IsOwn, created.IsReadOnly));
        Assert.Equal([songs["Two"], songs["One"], songs["Two"]], (await provider.ReadTargetAsync(created.Id, default))!.SongIds);

        await provider.UpdateDetailsAsync(created.Id, "Renamed", "made by a test", default);
        var replaced = await provider.UpdatePlaylistTracksAsync(created.Id, "Renamed", [songs["Three"], songs["One"]], default);
        Assert.Equal([songs["Three"], songs["One"]], replaced.SongIds);
        Assert.Equal((created.Id, "Renamed", "made by a test"), (replaced.Summary.Id, replaced.Summary.Name, replaced.Summary.Comment));
        Assert.Equal(["Three", "One"], Assert.Single(await server.PlaylistsAsync()).Titles);

        Assert.Empty((await provider.UpdatePlaylistTracksAsync(created.Id, "Renamed", [], default)).SongIds);
        Assert.Empty(Assert.Single(await server.PlaylistsAsync()).Titles);

        await provider.DeletePlaylistAsync(created.Id, default);
        await provider.DeletePlaylistAsync(created.Id, default);
        Assert.Null(await provider.ReadTargetAsync(created.Id, default));
        Assert.Empty(await server.PlaylistsAsync());
    }

    [PeerFact]
    public async Task The_library_its_stamp_and_the_login()
    {
        await using var server = await SupysonicServer.StartAsync(Music());
        await using var services = Services(server);
        var provider = Provider(services);

        var first = await provider.ReadLibraryAsync(null, default);

        Assert.Equal(["One", "Three", "Two"], first.Songs.Select(song => song.Title).Order());
        var one = first.Songs.Single(song => song.Title == "One");
        Assert.Equal(("Ann", "Alpha", 12_000, 1), (one.Artist, one.Album, one.DurationMs!.Value, one.TrackNumber!.Value));
        Assert.NotNull(first.Stamp.Value);
        Assert.Equal(first.Stamp, await provider.ReadStampAsync(default));
        Assert.Empty(await provider.ReadGenresAsync(default));

        var identities = services.GetRequiredService<IIdentityProvider>();
        Assert.Equal(
            new ServerIdentity(SupysonicServer.Username, true, null, null),
            await identities.CheckAsync(new Credentials(SupysonicServer.Username, SupysonicServer.Password), default));
        Assert.Null(await identities.CheckAsync(new Credentials(SupysonicServer.Username, "wrong"), default));
        Assert.Null(provider.LinkTo("x"));
    }

    [PeerFact]
    public async Task A_song_that_it_does_not_know_leaves_the_playlist_as_it_was()
    {
        await using var server = await SupysonicServer.StartAsync(Music());
        await using var services = Services(server);
        var provider = Provider(services);
        var song = (await provider.ReadLibraryAsync(null, default)).Songs[0].Id;
        await provider.SyncPlaylistAsync("Mine", [song], default);
        var id = Assert.Single(await provider.ListTargetsAsync(default)).Id;

        var failure = await Assert.ThrowsAsync<ProviderException>(() =>
            provider.UpdatePlaylistTracksAsync(id, "Mine", [song, Guid.NewGuid().ToString()], default));

        Assert.Equal(ProviderFailure.NotFound, failure.Failure);
        Assert.Equal([song], (await provider.ReadTargetAsync(id, default))!.SongIds);
    }

    private static MusicFile[] Music() =>
    [
        new("Ann/Alpha/01 One.mp3", "Ann", "One", "Alpha", 12) { Track = 1 },
        new("Ann/Alpha/02 Two.mp3", "Ann", "Two", "Alpha", 13) { Track = 2 },
        new("Bob/Beta/01 Three.flac", "Bob", "Three", "Beta", 14) { Track = 1 },
    ];

    private static ServiceProvider Services(SupysonicServer server)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddNavidrome();
        services.AddSingleton(Options.Create(new ServerOptions { BaseUrl = server.Address.ToString() }));
        return services.BuildServiceProvider();
    }

    private static NavidromeProvider Provider(ServiceProvider services)
    {
        var credentials = new Credentials(SupysonicServer.Username, SupysonicServer.Password);
        return new(
            services.GetRequiredService<SubsonicClientFactory>().Create(credentials), services.GetRequiredService<NativeClientFactory>().Create(credentials), TimeProvider.System);
    }
}
