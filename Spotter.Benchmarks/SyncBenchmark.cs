using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;

namespace Spotter.Benchmarks;

/// <summary>How long a sync takes beside the server's own time: real HTTP, a real SQLite file, the whole path of a run.</summary>
internal static class SyncBenchmark
{
    public static async Task RunAsync(SyncBenchmarkOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("spotter-benchmark-").FullName;
        using var clock = new ServerClock();
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = InventedMusic.Library(options.Songs) });
        try
        {
            await output.WriteLineAsync(Line($"{options.Songs:N0} songs, {options.Tracks:N0} tracks, {Environment.ProcessorCount} processors"));

            int playlistId;
            await using (var first = Wire(folder, server))
            {
                var user = await PrepareAsync(first);
                var oneTrack = await SaveAsync(first, user, "One track", InventedMusic.Playlist(server.Library.Songs, 1));
                await MeasureAsync("reading the library, one track", first, user, oneTrack, 1, server, clock, output);
                playlistId = await SaveAsync(first, user, "Benchmark", InventedMusic.Playlist(server.Library.Songs, options.Tracks));
            }

            // As after a restart: the library is known to the database, and to nobody's memory yet.
            await using var second = Wire(folder, server);
            var again = await SignInAsync(second);
            await MeasureAsync("first sync", second, again, playlistId, options.Tracks, server, clock, output);
            await MeasureAsync("second sync, nothing changed", second, again, playlistId, options.Tracks, server, clock, output);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(
        string what, ServiceProvider services, int userId, int playlistId, int tracks, DemoServer server, ServerClock clock, TextWriter output)
    {
        await services.GetRequiredService<SyncRequests>().SetSyncEnabledAsync(userId, playlistId, true, null, SyncTrigger.User, CancellationToken.None);
        server.Log.Clear();
        var serverBefore = clock.Elapsed;
        var watch = Stopwatch.StartNew();
        await services.GetRequiredService<SyncRunner>().RunAsync(playlistId, CancellationToken.None);
        var total = watch.Elapsed;
        var inServer = clock.Elapsed - serverBefore;

        await using var db = await services.GetRequiredService<IDbContextFactory<SpotterDbContext>>().CreateDbContextAsync();
        var playlist = await db.Playlists.AsNoTracking().SingleAsync(p => p.Id == playlistId);
        var own = total - inServer;
        var speed = tracks > 1 ? Line($", {tracks / own.TotalSeconds:N0} tracks a second") : "";
        await output.WriteLineAsync(Line($"""

            {what}
                total {total.TotalSeconds:0.00} s, of which the server {inServer.TotalSeconds:0.00} s: beside it {own.TotalSeconds:0.00} s{speed}
                {playlist.Status}: {playlist.MatchedCount:N0} matched, {playlist.ReviewCount:N0} in review, {playlist.MissingCount:N0} missing; {server.Log.Writes} writes in {server.Log.Requests.Count} requests
            """));
    }

    private static ServiceProvider Wire(string folder, DemoServer server)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        services.AddDbContextFactory<SpotterDbContext>(db => db.UseSpotterSqlite($"Data Source={Path.Combine(folder, "spotter.db")};Default Timeout=30"));
        services.AddSingleton<ISyncScheduler, UnheardNudges>();
        services.AddSpotterCore();
        services.AddNavidrome();
        services.Configure<ServerOptions>(options => options.BaseUrl = server.BaseUrl);
        return services.BuildServiceProvider();
    }

    private static async Task<int> PrepareAsync(ServiceProvider services)
    {
        await using (var db = await services.GetRequiredService<IDbContextFactory<SpotterDbContext>>().CreateDbContextAsync())
        {
            await db.Database.MigrateAsync();
        }

        return await SignInAsync(services);
    }

    private static async Task<int> SignInAsync(ServiceProvider services)
        => (await services.GetRequiredService<SignIn>().SignInAsync(new Credentials("demo", "demo"), CancellationToken.None))!.UserId;

    private static async Task<int> SaveAsync(ServiceProvider services, int userId, string name, IReadOnlyList<SourceTrack> tracks)
    {
        var playlist = new SourcePlaylist(new SourcePlaylistSummary($"benchmark:{name}", name, tracks.Count), tracks);
        var saved = await services.GetRequiredService<PlaylistStore>()
            .SaveAsync(userId, ProviderKinds.File, playlist, approveRemoval: false, SyncTrigger.User, CancellationToken.None);
        return saved.PlaylistId!.Value;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
