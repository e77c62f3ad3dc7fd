using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Navidrome;

/// <summary>What must hold of writing on every server: ours, one that is not ours, and any that is named with ./test --server.</summary>
public sealed class WriterTests
{
    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var profile in DemoProfile.All)
            {
                foreach (var scenario in WriterScenarios.All.Keys)
                {
                    cells.Add(profile.Name, scenario);
                }
            }

            return cells;
        }
    }

    public static TheoryData<string> Scenarios => [.. WriterScenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Holds_on_every_server_that_we_know(string server, string scenario)
    {
        await using var fixture = await StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var provider = fixture.For();
        await using var stage = new WriterStage(provider, (await provider.ReadLibraryAsync(null, default)).Songs);

        await WriterScenarios.All[scenario](stage);
    }

    [PeerFact]
    public async Task Holds_on_supysonic_too()
    {
        await using var server = await SupysonicServer.StartAsync(
            [.. WriterScenarios.Titles.Select((title, i) => new MusicFile($"Ada/Album/{i + 1:00}.mp3", "Ada", title, "Album", 5) { Track = i + 1 })]);
        await using var given = new GivenServer(server.Address, SupysonicServer.Username, SupysonicServer.Password);

        foreach (var scenario in WriterScenarios.All.Values)
        {
            await using var stage = await given.StageAsync();
            await scenario(stage);
        }

        Assert.Empty(await server.PlaylistsAsync());
    }

    [GivenServerTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Holds_on_the_server_that_was_given(string scenario)
    {
        await using var given = GivenServer.FromEnvironment();
        await using var stage = await given.StageAsync();

        await WriterScenarios.All[scenario](stage);
    }

    [Fact]
    public async Task Whatever_fails_the_lists_of_a_scenario_are_gone_and_nothing_else_is_touched()
    {
        await using var fixture = await StartAsync(DemoProfile.Navidrome);
        var songs = fixture.Server.Library.Songs;
        fixture.Server.Playlists.Create("demo", "Mine", [songs[0].Id, songs[1].Id]);
        fixture.Server.Playlists.Create("guest", "Mine", [songs[2].Id], isPublic: true);
        var before = fixture.Server.Playlists.All;

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await using var stage = new WriterStage(fixture.For(), (await fixture.For().ReadLibraryAsync(null, default)).Songs);
            await stage.CreateAsync("Mine", [songs[3].Id]);
            await stage.CreateAsync("Other", []);
            throw new InvalidOperationException("a scenario that fails");
        });

        Assert.Equal(before, fixture.Server.Playlists.All);
        Assert.Equal(2, fixture.Server.Log.CountOf("deletePlaylist"));
    }

    private static Task<NavidromeFixture> StartAsync(DemoProfile profile) => NavidromeFixture.StartAsync(
        new DemoServerOptions
        {
            Profile = profile,
            Songs = [.. WriterScenarios.Titles.Select(title => new DemoSong
            {
                Id = DemoIds.For("writer", title), Title = title, Artists = ["Ada"], Album = "Album", AlbumArtist = "Ada", DurationSeconds = 20,
            })],
        },
        new HastyClock(SubsonicResilience.PingTimeout, SubsonicResilience.AttemptTimeout, SubsonicResilience.TotalTimeout));
}
