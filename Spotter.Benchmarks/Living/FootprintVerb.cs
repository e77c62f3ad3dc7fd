using System.Globalization;
using Spotter.Navidrome.Demo;

namespace Spotter.Benchmarks.Living;

/// <summary>Measures Spotter's memory and processor time, beside the server that it uses: at start, after the first sync of a long list,
/// and after more of them.</summary>
internal static class FootprintVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- footprint <Spotter.Web.dll> [songs 60000] [rows 9900] [lists 20]
            Memory and processor time of the application as a process of its own (Linux). Settings of the runtime are taken from the environment.
        """;

    public static async Task<int> RunAsync(string program, int songs, int rows, int lists, TextWriter output)
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = InventedMusic.Library(songs) });
        await using var child = await SpotterChild.StartAsync(program, server);
        await output.WriteLineAsync(Line($"{songs:N0} songs, a list of {rows:N0} rows, {lists} more"));
        await TellAsync("at start", "");

        var tracks = InventedMusic.Playlist(server.Library.Songs, rows);
        var playlist = await child.ImportAsync("Long", tracks);
        await TellAsync("imported", "");
        await child.SwitchOnAsync(playlist);
        await TellAsync("library read, list written", await child.SettleAsync(playlist));
        await child.SyncAsync(playlist);
        await TellAsync("synced again, nothing changed", await child.SettleAsync(playlist));
        await child.SyncAsync(playlist);
        await TellAsync("and again", await child.SettleAsync(playlist));

        var status = "";
        for (var list = 1; list <= lists; list++)
        {
            var more = await child.ImportAsync($"List {list}", [.. tracks.Skip(list * 37).Take(rows / 10)]);
            await child.SwitchOnAsync(more);
            status = await child.SettleAsync(more);
        }

        await TellAsync($"{lists} more lists", status);
        server.Library.Replace([.. server.Library.Songs.Select((song, i) => i % 6_000 == 0 ? song with { Year = song.Year + 1 } : song)]);
        await child.SyncAsync(playlist);
        await TellAsync("after a scan that found ten albums", await child.SettleAsync(playlist));
        await Task.Delay(TimeSpan.FromSeconds(10));
        await TellAsync("ten seconds later", "");
        return 0;

        async Task TellAsync(string what, string how)
            => await output.WriteLineAsync(Line(
                $"{what,-36} {child.Megabytes,6:N0} MB, peak {child.PeakMegabytes,6:N0} MB, processor {child.ProcessorTime.TotalSeconds,6:0.0} s   {how}"));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
