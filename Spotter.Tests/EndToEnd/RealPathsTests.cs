using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.EndToEnd;

/// <summary>A Navidrome whose administrator has it report the real paths of songs: playlists of paths need no tags.</summary>
public sealed class RealPathsTests
{
    private const string Road = """
        #EXTM3U
        #EXTINF:180,Take 7
        /mnt/me/Music/Amber Echo/Morning/05 Take 7.flac
        #EXTINF:190,Second Wind
        ..\Morning\02 Second Wind.flac
        #EXTINF:210,Nowhere
        Nobody/None/01 Nowhere.mp3

        """;

    [Fact]
    public async Task A_playlist_of_paths_is_found_by_them_and_comes_back_from_its_own_export()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Profile = DemoProfile.Navidrome with { ReportsRealPaths = true },
            Songs =
            [
                // Nothing in its tags says what its file is called.
                Demo.Song("Untitled", "Various", "Unknown", 180) with { Path = "Amber Echo/Morning/05 Take 7.flac" },
                Demo.Song("Second Wind", "Amber Echo", "Morning", 190) with { Path = "Amber Echo/Morning/02 Second Wind.flac" },
                Demo.Song("Second Wind", "Bo Ek", "Cold", 190) with { Path = "Bo Ek/Cold/02 Second Wind.flac" },
            ],
        });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var demo = new ScriptUser(app.Address, "demo", "demo");

        var id = await demo.ImportAsync("Road.m3u8", Road);
        await demo.SetSyncAsync(id, enabled: true);
        await demo.SettledAsync(id);

        (string, string?, string?)[] byPath = [("Various-Unknown-Untitled", "exact", "samePath"), ("Amber-Echo-Morning-Second-Wind", "exact", "samePath")];
        var rows = await demo.ReportAsync(id);
        Assert.Equal(byPath, rows.Take(2).Select(row => (row.SongId!, row.Tier, row.Reason)));
        Assert.Null(rows[2].SongId);

        // The export says that these paths are real, and both kinds of them lead back to the same songs.
        foreach (var (query, first) in new[] { ("", "Amber Echo/Morning/05 Take 7.flac"), ("?paths=absolute", "/music/Amber Echo/Morning/05 Take 7.flac") })
        {
            using var response = await demo.Http.GetAsync(new Uri($"/api/playlists/{id}/export{query}", UriKind.Relative));
            var exported = await response.Content.ReadAsStringAsync();
            Assert.Equal("real", response.Headers.GetValues("Spotter-Paths").Single());
            Assert.Equal([first, "Nobody/None/01 Nowhere.mp3"], Paths(exported).Where((_, i) => i != 1));

            // As another player would write it: nothing but paths.
            var again = await demo.ImportAsync($"Again{query.Length}.m3u8", string.Join('\n', Paths(exported)));
            await demo.SetSyncAsync(again, enabled: true);
            await demo.SettledAsync(again);
            Assert.Equal(byPath, (await demo.ReportAsync(again)).Take(2).Select(row => (row.SongId!, row.Tier, row.Reason)));
        }

        app.Log.AssertQuiet();
    }

    private static string[] Paths(string m3u) => [.. m3u.Split('\n').Where(line => line.Length > 0 && line[0] != '#')];
}
