using System.Diagnostics;
using System.Globalization;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Demo;

namespace Spotter.Benchmarks.Living;

/// <summary>Measures the time from the end of a scan until a new song is in every playlist that waits for it.</summary>
internal static class TidingsVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- tidings <Spotter.Web.dll> [songs 60000] [playlists 100] [rows 50]
            From the end of a scan to the new song in its playlists.
        """;

    public static async Task<int> RunAsync(string program, int songs, int playlists, int rows, TextWriter output)
    {
        var library = InventedMusic.Library(songs);
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = library });
        await using var child = await SpotterChild.StartAsync(program, server);
        var wanted = new SourceTrack { Title = "Paper Boats Tomorrow", Artists = ["Lina Voss"], Album = "Late Arrivals", DurationMs = 201_000, Isrc = "QZSPT2699999" };
        var tracks = InventedMusic.Playlist(library, playlists * rows);
        for (var list = 0; list < playlists; list++)
        {
            var id = await child.ImportAsync($"List {list}", [wanted, .. tracks.Skip(list * rows).Take(rows - 1)]);
            await child.SwitchOnAsync(id);
            await child.SettleAsync(id);
        }

        while (server.Events.Listeners == 0)
        {
            await Task.Delay(100);
        }

        var before = child.ProcessorTime;
        server.Log.Clear();
        server.Library.Add(new DemoSong
        {
            Id = "song-new", Title = wanted.Title, Artists = wanted.Artists, Album = wanted.Album!, AlbumArtist = "Lina Voss", DurationSeconds = 201, Isrc = wanted.Isrc,
        });
        var watch = Stopwatch.StartNew();
        var song = server.Library.Songs[^1].Id;
        TimeSpan? first = null;
        while (server.Playlists.All.Count(list => list.SongIds.Contains(song)) is var there && there < playlists)
        {
            first ??= there > 0 ? watch.Elapsed : null;
            if (watch.Elapsed > TimeSpan.FromMinutes(5))
            {
                await output.WriteLineAsync(Line($"After five minutes {there} of {playlists} playlists have the song."));
                return 1;
            }

            await Task.Delay(20);
        }

        await output.WriteLineAsync(Line(
            $"{songs:N0} songs, {playlists} playlists of {rows} rows: the new song stood in the first after {(first ?? watch.Elapsed).TotalSeconds:0.0} s, in all after {watch.Elapsed.TotalSeconds:0.0} s; {server.Log.Requests.Count} requests, {(child.ProcessorTime - before).TotalSeconds:0.0} s of the processor."));
        return 0;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
