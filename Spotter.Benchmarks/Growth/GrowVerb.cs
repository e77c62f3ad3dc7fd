using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Benchmarks.Evaluation;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Growth;

/// <summary>Measures what the schedule and a click cost in a database that has grown for years.</summary>
internal static class GrowVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- grow [--tracks 1000000] [--events 100000] [--playlists 1000] [--users 50]
            Fills a database, and measures in it what the clock does every hour and what a click asks for.
        """;

    private const int FollowedTracks = 10_000;

    /// <summary>0, or 1 with a message if the arguments are invalid.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        GrowthOptions options;
        try
        {
            options = GrowthOptions.Parse(arguments);
        }
        catch (MalformedInputException malformed)
        {
            await error.WriteLineAsync(malformed.Message);
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("spotter-grown-").FullName;
        try
        {
            await using var services = BenchmarkHost.Wire(folder, "http://127.0.0.1:1");
            await BenchmarkHost.MigrateAsync(services);
            var contexts = services.GetRequiredService<IDbContextFactory<SpotterDbContext>>();
            await GrownDatabase.FillAsync(contexts, options, TimeProvider.System.GetUtcNow(), CancellationToken.None);
            var bytes = new FileInfo(Path.Combine(folder, "spotter.db")).Length;
            await output.WriteLineAsync(Line($"{options.Tracks:N0} tracks, {options.Events:N0} events, {options.Playlists:N0} playlists, {options.Users:N0} users: {bytes / 1e6:N0} MB"));
            await MeasureAsync(services, contexts, options, output);
            return 0;
        }
        finally
        {
            BenchmarkHost.Clear(folder);
        }
    }

    private static async Task MeasureAsync(
        ServiceProvider services, IDbContextFactory<SpotterDbContext> contexts, GrowthOptions options, TextWriter output)
    {
        int userId;
        await using (var db = await contexts.CreateDbContextAsync())
        {
            userId = await db.Users.OrderBy(user => user.Id).Select(user => user.Id).FirstAsync();
        }

        var store = services.GetRequiredService<PlaylistStore>();
        var followed = Followed(Math.Min(FollowedTracks, options.Tracks));
        await FollowAsync(store, userId, followed);
        await MeasureAsync("reading a followed playlist again, nothing changed", () => FollowAsync(store, userId, followed), output);
        await MeasureAsync("the sweep for interrupted runs", () => services.GetRequiredService<SyncRecovery>().SweepAsync(atStart: false, CancellationToken.None), output);
        await MeasureAsync("thinning the log", () => services.GetRequiredService<SyncEventLog>().ThinAsync(CancellationToken.None), output);
        await MeasureAsync("Sync all of one user, until it is queued", () => services.GetRequiredService<SyncRequests>().RequestAllAsync(userId, SyncTrigger.User, CancellationToken.None), output);
    }

    private static async Task MeasureAsync(string what, Func<Task> act, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        await act();
        await output.WriteLineAsync(Line($"    {what}: {watch.Elapsed.TotalMilliseconds:N0} ms"));
    }

    private static Task<ImportResult> FollowAsync(PlaylistStore store, int userId, SourcePlaylist playlist)
        => store.FollowAsync(new(userId, "deezer", SyncTrigger.Schedule), playlist, (_, _) => Task.FromResult(true), CancellationToken.None);

    private static SourcePlaylist Followed(int count)
        => new(
            new SourcePlaylistSummary("followed", "Followed", count),
            [.. Enumerable.Range(0, count).Select(number => new SourceTrack { Title = Line($"Title {number}"), Artists = ["Somebody"], DurationMs = 180_000 })]);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
