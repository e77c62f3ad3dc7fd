using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Demo;

namespace Spotter.Benchmarks;

/// <summary>How long a sync takes compared with the server's own time: real HTTP, a real SQLite file, the whole path of a run.</summary>
internal static class SyncBenchmark
{
    private const int TracksOfMany = 20;

    public static async Task RunAsync(SyncBenchmarkOptions options, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("spotter-benchmark-").FullName;
        using var clock = new ServerClock();
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = InventedMusic.Library(options.Songs) });
        try
        {
            await output.WriteLineAsync(Line($"{options.Songs:N0} songs, {options.Tracks:N0} tracks, {Environment.ProcessorCount} processors"));

            int playlistId;
            await using (var first = BenchmarkHost.Wire(folder, server.BaseUrl))
            {
                var user = await PrepareAsync(first);
                var oneTrack = await SaveAsync(first, user, "One track", InventedMusic.Playlist(server.Library.Songs, 1));
                await MeasureAsync("reading the library, one track", first, user, oneTrack, 1, server, clock, output);
                playlistId = await SaveAsync(first, user, "Benchmark", InventedMusic.Playlist(server.Library.Songs, options.Tracks));
            }

            // As after a restart: the library is in the database and not in memory.
            await using var second = BenchmarkHost.Wire(folder, server.BaseUrl);
            var again = await SignInAsync(second);
            await MeasureAsync("first sync", second, again, playlistId, options.Tracks, server, clock, output);
            await MeasureAsync("second sync, nothing changed", second, again, playlistId, options.Tracks, server, clock, output);
            await MeasureAllAsync(second, again, options, server, output);
        }
        finally
        {
            BenchmarkHost.Clear(folder);
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

    /// <summary>The cost of many playlists of one account: synced first, then by "Sync all" and by the schedule with nothing
    /// changed.</summary>
    private static async Task MeasureAllAsync(ServiceProvider services, int userId, SyncBenchmarkOptions options, DemoServer server, TextWriter output)
    {
        var requests = services.GetRequiredService<SyncRequests>();
        for (var number = 1; number <= options.Playlists; number++)
        {
            var id = await SaveAsync(services, userId, Line($"List {number}"), InventedMusic.Playlist(server.Library.Songs, TracksOfMany));
            await requests.SetSyncEnabledAsync(userId, id, true, null, SyncTrigger.User, CancellationToken.None);
        }

        await RunWaitingAsync(services);
        var accountId = await LookAsync(services); // the first check reads the times of change that our own writes have left
        await output.WriteLineAsync(Line($"{Environment.NewLine}{options.Playlists:N0} playlists of {TracksOfMany} tracks, nothing changed"));

        server.Log.Clear();
        var watch = Stopwatch.StartNew();
        await requests.RequestAllAsync(userId, SyncTrigger.User, CancellationToken.None);
        await RunWaitingAsync(services);
        await output.WriteLineAsync(Line($"    Sync all: {server.Log.Requests.Count} requests to the server, {watch.Elapsed.TotalSeconds:0.0} s"));

        server.Log.Clear();
        watch.Restart();
        await services.GetRequiredService<AccountRefresher>().RefreshAsync(accountId, CancellationToken.None);
        await output.WriteLineAsync(Line($"    the clock: {server.Log.Requests.Count} requests to the server, {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private static async Task RunWaitingAsync(ServiceProvider services)
    {
        List<int> waiting;
        await using (var db = await services.GetRequiredService<IDbContextFactory<SpotterDbContext>>().CreateDbContextAsync())
        {
            waiting = await db.Playlists.Where(p => p.SyncWantedAt != null).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        }

        foreach (var playlistId in waiting)
        {
            await services.GetRequiredService<SyncRunner>().RunAsync(playlistId, CancellationToken.None);
        }
    }

    private static async Task<int> LookAsync(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<SpotterDbContext>>().CreateDbContextAsync();
        var accountId = await db.Accounts.Select(account => account.Id).SingleAsync();
        await services.GetRequiredService<AccountRefresher>().RefreshAsync(accountId, CancellationToken.None);
        return accountId;
    }

    private static async Task<int> PrepareAsync(ServiceProvider services)
    {
        await BenchmarkHost.MigrateAsync(services);
        return await SignInAsync(services);
    }

    private static async Task<int> SignInAsync(ServiceProvider services)
        => (await services.GetRequiredService<SignIn>().SignInAsync(new Credentials("demo", "demo"), CancellationToken.None))!.UserId;

    private static async Task<int> SaveAsync(ServiceProvider services, int userId, string name, IReadOnlyList<SourceTrack> tracks)
    {
        var playlist = new SourcePlaylist(new SourcePlaylistSummary($"benchmark:{name}", name, tracks.Count), tracks);
        var saved = await services.GetRequiredService<PlaylistImports>()
            .SaveAsync(userId, ProviderKinds.File, playlist, approveRemoval: false, SyncTrigger.User, CancellationToken.None);
        return saved.PlaylistId!.Value;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
