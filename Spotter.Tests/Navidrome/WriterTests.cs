using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Navidrome;

/// <summary>What must hold for writing on every server: the embedded one, supysonic, and any named with ./test --server.</summary>
public sealed class WriterTests(GivenServerFixture given) : IClassFixture<GivenServerFixture>
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
        await using var peer = new GivenServer(server.Address, SupysonicServer.Username, SupysonicServer.Password);

        foreach (var scenario in WriterScenarios.All.Values)
        {
            await using var stage = await peer.StageAsync();
            await scenario(stage);
        }

        Assert.Empty(await server.PlaylistsAsync());
    }

    [Fact]
    public async Task Holds_for_an_ordinary_user_of_a_server_that_is_only_known_by_its_address()
    {
        await using var server = await DemoServer.StartAsync();
        var theirs = server.Playlists.Create("demo", "Theirs", [server.Library.Songs[0].Id], isPublic: true);
        await using var peer = new GivenServer(new Uri(server.BaseUrl), "guest", "guest");

        foreach (var scenario in WriterScenarios.All.Values)
        {
            await using var stage = await peer.StageAsync();
            await scenario(stage);
        }

        Assert.Equal(theirs, Assert.Single(server.Playlists.All));
    }

    [GivenServerTheory]
    [MemberData(nameof(Scenarios))]
    public async Task Holds_on_the_server_that_was_given(string scenario)
    {
        await using var stage = await given.Server.StageAsync();

        await WriterScenarios.All[scenario](stage);
    }

    /// <summary>./test --server runs this after tests that were stopped: the fixture cleans up.</summary>
    [GivenServerFact]
    public async Task Nothing_is_left_on_the_server_that_was_given()
        => Assert.DoesNotContain(await given.Server.Provider.ListTargetsAsync(default), list => list.IsOwn && list.Name.Contains("spotter-test-", StringComparison.Ordinal));

    [Fact]
    public async Task What_a_run_that_was_killed_has_left_is_gone_at_the_next_and_what_only_looks_like_it_stays()
    {
        await using var fixture = await StartAsync(DemoProfile.Navidrome);
        var song = fixture.Server.Library.Songs[0].Id;
        fixture.Server.Playlists.Create("demo", "My spotter-test-list", [song]);
        fixture.Server.Playlists.Create("guest", $"Theirs spotter-test-{Guid.NewGuid():N}", [song], isPublic: true);
        var before = fixture.Server.Playlists.All;
        var killed = new WriterStage(fixture.For(), (await fixture.For().ReadLibraryAsync(null, default)).Songs);
        await killed.CreateAsync("Mine", [song]);
        await killed.CreateAsync("Other", [song]);

        await WriterStage.SweepAsync(fixture.For());

        Assert.Equal(before, fixture.Server.Playlists.All);
    }

    [Fact]
    public async Task A_list_that_cannot_be_deleted_is_named_and_keeps_no_other_from_being()
    {
        await using var fixture = await StartAsync(DemoProfile.Navidrome);
        var stage = new WriterStage(fixture.For(), (await fixture.For().ReadLibraryAsync(null, default)).Songs);
        var stubborn = await stage.CreateAsync("Mine", [stage.Songs[0].Id]);
        await stage.CreateAsync("Other", [stage.Songs[0].Id]);
        fixture.Server.Fault = request => request.Method == "deletePlaylist" && request.Find("id") == stubborn ? DemoFault.Failed(0, "no") : null;

        var failure = await Assert.ThrowsAsync<AggregateException>(async () => await stage.DisposeAsync());

        Assert.StartsWith($"Left on the server: {stage.Name("Mine")}", failure.Message, StringComparison.Ordinal);
        Assert.Equal(stubborn, Assert.Single(fixture.Server.Playlists.All).Id);
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
