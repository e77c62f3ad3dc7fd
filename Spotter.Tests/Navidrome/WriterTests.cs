using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Navidrome;

/// <summary>What must hold of writing on every server, ours and one that is not ours.</summary>
public sealed class WriterTests
{
    private static readonly string[] Titles =
    [
        "Plain", "夜の水族館", "Трамвай до моря", "Θάλασσα πλάτη", "مراكب الليل", "작은 등대", "Źdźbło", "ลมหนาว", "नदी का गीत", "Rock 'n' \"Roll\" & more; 50% + 1 = ?",
        "e\u0301te\u0301", "🎧 Night",
    ];

    /// <summary>Each is told to a server that holds nothing yet.</summary>
    private static readonly Dictionary<string, Func<NavidromeProvider, IReadOnlyList<Song>, Task>> Scenarios = new()
    {
        ["the whole life of a playlist"] = LiveAsync,
        ["names and comments in any script"] = NameAsync,
        ["titles in any script"] = ReadTitlesAsync,
        ["ten thousand tracks"] = GrowAsync,
        ["a song that is not there"] = MissAsync,
        ["a playlist that is gone"] = LoseAsync,
        ["the same name twice"] = DoubleAsync,
    };

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var profile in DemoProfile.All)
            {
                foreach (var scenario in Scenarios.Keys)
                {
                    cells.Add(profile.Name, scenario);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Holds_on_every_server_that_we_know(string server, string scenario)
    {
        await using var fixture = await NavidromeFixture.StartAsync(
            new DemoServerOptions
            {
                Profile = DemoProfile.All.Single(profile => profile.Name == server),
                Songs = [.. Titles.Select(title => new DemoSong
                {
                    Id = DemoIds.For("writer", title), Title = title, Artists = ["Ada"], Album = "Album", AlbumArtist = "Ada", DurationSeconds = 20,
                })],
            },
            new HastyClock(SubsonicResilience.PingTimeout, SubsonicResilience.AttemptTimeout, SubsonicResilience.TotalTimeout));
        var provider = fixture.For();
        var library = await provider.ReadLibraryAsync(null, default);

        await Scenarios[scenario](provider, library.Songs);
    }

    [PeerFact]
    public async Task Holds_on_supysonic_too()
    {
        await using var server = await SupysonicServer.StartAsync(
            [.. Titles.Select((title, i) => new MusicFile($"Ada/Album/{i + 1:00}.mp3", "Ada", title, "Album", 5) { Track = i + 1 })]);
        var services = new ServiceCollection().AddLogging();
        services.AddNavidrome();
        services.AddSingleton(Options.Create(new ServerOptions { BaseUrl = server.Address.ToString() }));
        await using var built = services.BuildServiceProvider();
        var credentials = new Credentials(SupysonicServer.Username, SupysonicServer.Password);
        var provider = new NavidromeProvider(
            built.GetRequiredService<SubsonicClientFactory>().Create(credentials), built.GetRequiredService<NativeClientFactory>().Create(credentials), TimeProvider.System);
        var library = await provider.ReadLibraryAsync(null, default);

        foreach (var scenario in Scenarios.Values)
        {
            await scenario(provider, library.Songs);
            foreach (var list in await provider.ListTargetsAsync(default))
            {
                await provider.DeletePlaylistAsync(list.Id, default);
            }
        }
    }

    private static async Task LiveAsync(NavidromeProvider provider, IReadOnlyList<Song> songs)
    {
        List<string> first = [songs[2].Id, songs[0].Id, songs[2].Id];
        var id = await CreateAsync(provider, "Mine", first);
        Assert.Equal(first, (await provider.ReadTargetAsync(id, default))!.SongIds);

        await provider.UpdateDetailsAsync(id, "Renamed", "made by a test", default);
        List<string> second = [songs[4].Id, songs[2].Id, songs[3].Id, songs[3].Id];
        var replaced = await provider.UpdatePlaylistTracksAsync(id, "Renamed", second, default);
        Assert.Equal(second, replaced.SongIds);
        Assert.Equal((id, "Renamed", "made by a test", true), (replaced.Summary.Id, replaced.Summary.Name, replaced.Summary.Comment, replaced.Summary.IsOwn));

        Assert.Empty((await provider.UpdatePlaylistTracksAsync(id, "Renamed", [], default)).SongIds);
        Assert.Empty((await provider.UpdatePlaylistTracksAsync(id, "Renamed", [], default)).SongIds);
        Assert.Equal(first, (await provider.UpdatePlaylistTracksAsync(id, "Renamed", first, default)).SongIds);

        await provider.DeletePlaylistAsync(id, default);
        await provider.DeletePlaylistAsync(id, default);
        Assert.Null(await provider.ReadTargetAsync(id, default));
        Assert.Empty(await provider.ListTargetsAsync(default));
    }

    private static async Task NameAsync(NavidromeProvider provider, IReadOnlyList<Song> songs)
    {
        foreach (var title in Titles)
        {
            var id = await CreateAsync(provider, title, [songs[0].Id]);
            await provider.UpdateDetailsAsync(id, title + " again", $"about {title}\nand more", default);
            var summary = (await provider.ReadTargetAsync(id, default))!.Summary;
            Assert.Equal((title + " again", $"about {title}\nand more"), (summary.Name, summary.Comment));
            await provider.DeletePlaylistAsync(id, default);
        }
    }

    private static async Task ReadTitlesAsync(NavidromeProvider provider, IReadOnlyList<Song> songs)
    {
        Assert.Equal(Titles.Order(StringComparer.Ordinal), songs.Select(song => song.Title).Order(StringComparer.Ordinal));
        var id = await CreateAsync(provider, "Mine", [.. songs.Reverse().Select(song => song.Id)]);
        Assert.Equal(songs.Reverse().Select(song => song.Title), (await provider.ReadTargetAsync(id, default))!.Entries.Select(entry => entry.Title));
    }

    private static async Task GrowAsync(NavidromeProvider provider, IReadOnlyList<Song> songs)
    {
        List<string> wanted = [.. Enumerable.Range(0, 10_000).Select(i => songs[i * 7 % songs.Count].Id)];
        await provider.ListTargetsAsync(default);
        var id = (await LongWrites.WriteAsync(provider, null, "Long", wanted)).Summary.Id;
        Assert.Equal(wanted, (await provider.ReadTargetAsync(id, default))!.SongIds);

        wanted.Reverse();
        Assert.Equal(wanted, (await LongWrites.WriteAsync(provider, id, "Long", wanted)).SongIds);
        Assert.Single((await provider.UpdatePlaylistTracksAsync(id, "Long", [songs[1].Id], default)).SongIds);
    }

    /// <summary>Taken in silence or refused: what was known before is not lost without the others coming.</summary>
    private static async Task MissAsync(NavidromeProvider provider, IReadOnlyList<Song> songs)
    {
        List<string> known = [songs[0].Id, songs[1].Id];
        var id = await CreateAsync(provider, "Mine", known);
        var unknown = Guid.TryParse(songs[0].Id, out _) ? Guid.NewGuid().ToString() : songs[0].Id.StartsWith("tr-", StringComparison.Ordinal) ? "tr-99999" : "unknown";
        try
        {
            Assert.Equal([songs[1].Id, songs[2].Id], (await provider.UpdatePlaylistTracksAsync(id, "Mine", [songs[1].Id, unknown, songs[2].Id], default)).SongIds);
        }
        catch (ProviderException refusal)
        {
            Assert.Equal(ProviderFailure.NotFound, refusal.Failure);
            Assert.Equal(known, (await provider.ReadTargetAsync(id, default))!.SongIds);
        }
    }

    private static async Task LoseAsync(NavidromeProvider provider, IReadOnlyList<Song> songs)
    {
        var id = await CreateAsync(provider, "Mine", [songs[0].Id]);
        await provider.DeletePlaylistAsync(id, default);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.UpdatePlaylistTracksAsync(id, "Mine", [songs[1].Id], default));

        Assert.Equal(ProviderFailure.NotFound, failure.Failure);
        Assert.Empty(await provider.ListTargetsAsync(default));
    }

    private static async Task DoubleAsync(NavidromeProvider provider, IReadOnlyList<Song> songs)
    {
        await provider.SyncPlaylistAsync("Mine", [songs[0].Id], default);
        await provider.SyncPlaylistAsync("Mine", [songs[1].Id], default);
        Assert.Equal(["Mine", "Mine"], (await provider.ListTargetsAsync(default)).Select(list => list.Name));
    }

    private static async Task<string> CreateAsync(NavidromeProvider provider, string name, IReadOnlyList<string> songIds)
        => (await provider.SyncPlaylistAsync(name, songIds, default))?.Summary.Id
            ?? Assert.Single(await provider.ListTargetsAsync(default), list => list.Name == name).Id;
}
