using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Persistence.Sqlite;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Benchmarks;

/// <summary>The cost of writing and changing a list that does not fit into one call: calls, bytes and time of each change.</summary>
internal static class ListsVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- lists [--rows 25000] [--server navidrome|navidrome-0.60|gonic]
                A long list created, and changed in four ways: calls, bytes and time.
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        var (rows, profile) = (25_000, DemoProfile.Navidrome);
        for (var at = 0; at < arguments.Count; at += 2)
        {
            var value = at + 1 < arguments.Count ? arguments[at + 1] : "";
            if (arguments[at] == "--rows" && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 100)
            {
                rows = count;
            }
            else if (arguments[at] == "--server" && Find(value) is { } found)
            {
                profile = found;
            }
            else
            {
                await error.WriteLineAsync(Usage);
                return 1;
            }
        }

        await MeasureAsync(rows, profile, output);
        return 0;
    }

    private static DemoProfile? Find(string name) => name switch
    {
        "navidrome" => DemoProfile.Navidrome,
        "navidrome-0.60" => DemoProfile.Navidrome060,
        // Its time limit is not measured here.
        "gonic" => DemoProfile.Gonic,
        _ => null,
    };

    private static async Task MeasureAsync(int rows, DemoProfile profile, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("spotter-lists-").FullName;
        using var clock = new ServerClock();
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = Songs(rows + 5), Profile = profile });
        try
        {
            await using var services = Wire(folder, server);
            await using (var db = await services.GetRequiredService<IDbContextFactory<SpotterDbContext>>().CreateDbContextAsync())
            {
                await db.Database.MigrateAsync();
            }

            var user = (await services.GetRequiredService<SignIn>().SignInAsync(new Credentials("demo", "demo"), CancellationToken.None))!;
            await ReadLibraryAsync(services);
            List<DemoSong> all = [.. server.Library.Songs.Take(rows)];
            List<DemoSong> more = [.. server.Library.Songs.Skip(rows)];
            List<DemoSong> moved = [.. all];
            moved.RemoveAt(rows / 4);
            moved.Insert(rows / 2, all[rows / 4]);

            await output.WriteLineAsync(Line($"{profile.Name}, {rows:N0} rows, {Environment.ProcessorCount} processors"));
            await output.WriteLineAsync();
            await output.WriteLineAsync("| | calls | of which write | bytes sent | bytes received | time | of which the server |");
            await output.WriteLineAsync("|---|---|---|---|---|---|---|");
            foreach (var (what, songs) in new (string, IReadOnlyList<DemoSong>)[]
            {
                ("created", all),
                ("five put on top", [.. more, .. all]),
                ("five taken out of the middle", [.. all.Take(rows / 2), .. all.Skip((rows / 2) + 5)]),
                ("one moved", moved),
                ("order reversed", [.. all.AsEnumerable().Reverse()]),
            })
            {
                if (what != "created")
                {
                    // Each change starts from the list as created.
                    await SyncAsync(services, user, all, server, clock);
                }

                var cost = await SyncAsync(services, user, songs, server, clock);
                await output.WriteLineAsync(Line(
                    $"| {what} | {cost.Calls} | {cost.Writes} | {cost.Sent / 1024.0:N0} KB | {cost.Received / 1024.0:N0} KB | {cost.Total.TotalSeconds:0.0} s | {cost.Server.TotalSeconds:0.0} s |"));
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Reads the library first, whose cost is measured elsewhere.</summary>
    private static async Task ReadLibraryAsync(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<SpotterDbContext>>().CreateDbContextAsync();
        var account = await db.Accounts.Select(account => account.Id).SingleAsync();
        await services.GetRequiredService<LibraryIndexCache>().GetFreshAsync(account, null, null, CancellationToken.None);
    }

    private static async Task<Cost> SyncAsync(ServiceProvider services, SignedIn user, IReadOnlyList<DemoSong> songs, DemoServer server, ServerClock clock)
    {
        var saved = await services.GetRequiredService<PlaylistImports>().SaveAsync(
            user.UserId, ProviderKinds.File, new SourcePlaylist(new SourcePlaylistSummary("benchmark:long", "Long", songs.Count), [.. songs.Select(Track)]), approveRemoval: true,
            SyncTrigger.User, CancellationToken.None);
        await services.GetRequiredService<SyncRequests>().SetSyncEnabledAsync(user.UserId, saved.PlaylistId!.Value, true, null, SyncTrigger.User, CancellationToken.None);
        var line = services.GetRequiredService<LineMeter>();
        server.Log.Clear();
        line.Clear();
        var before = clock.Elapsed;
        var watch = Stopwatch.StartNew();
        await services.GetRequiredService<SyncRunner>().RunAsync(saved.PlaylistId.Value, CancellationToken.None);
        var cost = new Cost(server.Log.Requests.Count, server.Log.Writes, line.Sent, line.Received, watch.Elapsed, clock.Elapsed - before);

        return server.Playlists.All is [var list] && list.SongIds.SequenceEqual(songs.Select(song => song.Id))
            ? cost
            : throw new InvalidOperationException("The list is not what it should be.");
    }

    /// <summary>Songs with a recording code each, so that matching is fast: the writing is what is measured.</summary>
    private static IReadOnlyList<DemoSong> Songs(int count)
        => [.. InventedMusic.Library(count).Select((song, i) => song with { Isrc = string.Create(CultureInfo.InvariantCulture, $"QZSPT27{i:00000}") })];

    private static SourceTrack Track(DemoSong song) => new()
    {
        Title = song.Title, Artists = song.Artists, Album = song.Album, DurationMs = song.DurationSeconds * 1000, Isrc = song.Isrc,
    };

    private static ServiceProvider Wire(string folder, DemoServer server)
    {
        var services = new ServiceCollection();
        var line = new LineMeter();
        services.AddLogging();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        services.AddDbContextFactory<SpotterDbContext>(db => db.UseSpotterSqlite($"Data Source={Path.Combine(folder, "spotter.db")};Default Timeout=30"));
        services.AddSingleton<ISyncScheduler, UnheardNudges>();
        services.AddSingleton<IAccountScheduler, UnheardNudges>();
        services.AddSingleton<ISourceScheduler, UnheardNudges>();
        services.AddSpotterCore();
        services.AddNavidrome();
        services.Configure<ServerOptions>(options => options.BaseUrl = server.BaseUrl);
        services.AddSingleton(line);
        // Added last, so that it is closest to the network: further out, answers are already parsed.
        foreach (var name in (string[])[SubsonicClientFactory.HttpClientName, NativeClientFactory.HttpClientName])
        {
            services.AddHttpClient(name).AddHttpMessageHandler(() => new LineMeter.Handler(line));
        }

        return services.BuildServiceProvider();
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record Cost(int Calls, int Writes, long Sent, long Received, TimeSpan Total, TimeSpan Server);
}
