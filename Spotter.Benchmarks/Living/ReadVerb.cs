using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Benchmarks.Living;

/// <summary>
/// Measures reading a library compared with what the server itself needs for it, which is measured by requesting pages of 500 one after the
/// other and discarding them. The embedded server waits for each page as long as Navidrome 0.64 was seen to take on two processors: 14 ms,
/// and 88 µs per song.
/// </summary>
internal static class ReadVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- read [songs 60000]
            The time of a full read, as a share of what the server needs alone.
        """;

    private static readonly TimeSpan APage = TimeSpan.FromMilliseconds(14);
    private static readonly TimeSpan ASong = TimeSpan.FromMicroseconds(88);

    public static async Task<int> RunAsync(int songs, TextWriter output)
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = InventedMusic.Library(songs) });
        server.Fault = request => request.Method != "search3" ? null
            : DemoFault.Wait(Task.Delay(APage + (ASong * Math.Clamp(songs - int.Parse(request.Find("songOffset")!, CultureInfo.InvariantCulture), 0, int.Parse(request.Find("songCount")!, CultureInfo.InvariantCulture)))));
        var services = new ServiceCollection().AddLogging();
        services.AddNavidrome();
        services.Configure<ServerOptions>(options => options.BaseUrl = server.BaseUrl);
        await using var provider = services.BuildServiceProvider();
        var credentials = new Credentials("demo", "demo");
        var reader = new NavidromeProvider(
            provider.GetRequiredService<SubsonicClientFactory>().Create(credentials), provider.GetRequiredService<NativeClientFactory>().Create(credentials), TimeProvider.System);
        for (var round = 1; round <= 3; round++)
        {
            var alone = await AskAloneAsync(server, songs);
            var watch = Stopwatch.StartNew();
            var read = await reader.ReadLibraryAsync(null, CancellationToken.None);
            var ours = watch.Elapsed;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{read.Songs.Count:N0} songs: the server alone, by pages of 500, {alone.TotalSeconds:0.00} s; Spotter {ours.TotalSeconds:0.00} s, {ours / alone:0.00} times that"));
        }

        return 0;
    }

    private static async Task<TimeSpan> AskAloneAsync(DemoServer server, int songs)
    {
        using var http = new HttpClient { BaseAddress = new Uri(server.BaseUrl) };
        var watch = Stopwatch.StartNew();
        for (var offset = 0; offset < songs; offset += 500)
        {
            using var form = new FormUrlEncodedContent(
            [
                new("u", "demo"), new("p", "demo"), new("v", "1.16.1"), new("c", "benchmark"), new("query", "\"\""), new("artistCount", "0"), new("albumCount", "0"),
                new("songCount", "500"), new("songOffset", offset.ToString(CultureInfo.InvariantCulture)),
            ]);
            using var response = await http.PostAsync(new Uri("/rest/search3.view?f=json", UriKind.Relative), form);
            await response.Content.ReadAsByteArrayAsync();
        }

        return watch.Elapsed;
    }
}
