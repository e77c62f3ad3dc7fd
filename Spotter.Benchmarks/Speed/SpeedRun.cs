using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Spotter.Benchmarks.Evaluation;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Persistence;
using Spotter.Core.Persistence.Sqlite;
using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Speed;

/// <summary>One measurement, from the baselines to the figures.</summary>
internal static class SpeedRun
{
    private const int SmallLibrary = 10_000;
    private const int ScanLibrary = 50_000;
    private const int ScanSample = 20;
    private const int FuzzySample = 4;

    // FuzzySharp takes seconds per query with a large library.
    private const int AccuracyLibrary = 5_000;
    private const int AccuracySample = 100;
    private const int CorpusSample = 100;

    public static async Task<SpeedFigures> RunAsync(
        int songs, int tracks, int? coresOfMachine, List<Song>? corpus, List<LabelledQuery>? corpusQueries, TextWriter output)
    {
        var (isPinned, cores) = (coresOfMachine is not null, coresOfMachine ?? Environment.ProcessorCount);
        await output.WriteLineAsync(Line($"{songs:N0} songs, {tracks:N0} tracks; {(isPinned ? "pinned to one of" : "on")} {cores} processors"));
        var library = SpeedLibrary.Make(songs);
        var queries = SpeedTracks.Of(library, tracks);
        WarmUp();

        var dictionary = Yardsticks.PlainDictionary(library);
        var (index, build, bytes) = Build(library);
        await output.WriteLineAsync(Line($"D {dictionary.TotalMilliseconds:N0} ms, build {build.TotalMilliseconds:N0} ms = {build / dictionary:0.00} D, {bytes:N0} bytes a song"));
        var (update, difference) = Update(index, library);
        await output.WriteLineAsync(Line($"update of 1 %: {update.TotalMilliseconds:N0} ms = {update / build:0.000} of a build; telling what changed {difference / build:0.000}"));
        var load = await LoadAsync(library);
        await output.WriteLineAsync(Line($"load {load.TotalMilliseconds:N0} ms = {load / build:0.00} of a build"));

        // The matcher keeps no song of the list alive. The garbage collector must not scan them, or free their memory bit by bit, during
        // the matching.
        library = null;
        Collect();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var matched = Match(index, queries);
        var small = SmallTime(tracks);
        var median = matched.MedianOf("exact");
        var (total, perTrack) = (matched.Total, matched.Total / tracks);
        await output.WriteLineAsync(Line($"match {total.TotalMilliseconds:N0} ms = {total / dictionary:0.00} D; exact median {median:0.0} µs, p99 {matched.Percentile(0.99):0.0} µs, max {matched.Percentile(1):0.0} µs; {matched.BytesPerTrack:N0} bytes allocated a track, {matched.Pauses.TotalMilliseconds:N0} ms in {matched.Collections:N0} collections"));
        await output.WriteLineAsync(Line($"growth from 10,000 songs: {perTrack / small:0.00}"));
        index = null;
        Collect();

        var (scan, fuzzy, invented) = Scans();
        await output.WriteLineAsync(Line($"at {ScanLibrary:N0} songs {scan:N0} times faster than S, {fuzzy:N0} times faster than F"));
        List<AccuracyFigures> accuracy = [invented];
        if (corpus is not null && corpusQueries is not null)
        {
            var step = Math.Max(1, corpusQueries.Count / CorpusSample);
            accuracy.Add(AccuracyComparison.Run("corpus", corpus, [.. corpusQueries.Where((query, i) => i % step == 0 && query.Expected is not null)]));
        }

        foreach (var figures in accuracy)
        {
            await output.WriteLineAsync(Line($"F1 on {figures.Queries}: Spotter {figures.Spotter:0.0000}, S {figures.Scan:0.0000}, F {figures.FuzzySharp:0.0000}"));
        }

        return new()
        {
            Commit = typeof(SpeedRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            Cores = cores,
            PinnedToOneCore = isPinned,
            Runtime = RuntimeInformation.FrameworkDescription,
            Songs = songs,
            Tracks = tracks,
            DictionaryMs = dictionary.TotalMilliseconds,
            BuildMs = build.TotalMilliseconds,
            BuildPerDictionary = build / dictionary,
            BytesPerSong = bytes,
            MatchMs = total.TotalMilliseconds,
            MatchPerDictionary = total / dictionary,
            ExactMedianMicroseconds = median,
            MedianMicroseconds = matched.Percentile(0.5),
            P99Microseconds = matched.Percentile(0.99),
            MaxMicroseconds = matched.Percentile(1),
            P99PerExactMedian = matched.Percentile(0.99) / median,
            MaxPerExactMedian = matched.Percentile(1) / median,
            GrowthFromTenThousand = perTrack / small,
            UpdateMs = update.TotalMilliseconds,
            UpdatePerBuild = update / build,
            DifferencePerBuild = difference / build,
            LoadMs = load.TotalMilliseconds,
            LoadPerBuild = load / build,
            FasterThanScan = scan,
            FasterThanFuzzySharp = fuzzy,
            Accuracy = accuracy,
            MedianByCategory = matched.MedianByCategory(),
        };
    }

    // The JIT compiles in tiers; the last one is measured.
    private static void WarmUp()
    {
        var library = SpeedLibrary.Make(SmallLibrary);
        for (var round = 0; round < 3; round++)
        {
            Match(LibraryIndex.Build(library), SpeedTracks.Of(library, 3_000));
            Thread.Sleep(200);
        }
    }

    private static (LibraryIndex Index, TimeSpan Time, double BytesPerSong) Build(List<Song> library)
    {
        LibraryIndex? index = null;
        var (best, bytes) = (TimeSpan.MaxValue, 0.0);
        for (var round = 0; round < 3; round++)
        {
            index = null;
            Collect();
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var watch = ProcessorClock.Start();
            index = LibraryIndex.Build(library);
            best = watch.Elapsed < best ? watch.Elapsed : best;
            Collect();
            bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / library.Count;
        }

        return (index!, best, bytes);
    }

    // Half of the songs that a scan found are new, half were retagged.
    private static (TimeSpan Update, TimeSpan Difference) Update(LibraryIndex index, List<Song> library)
    {
        var after = new List<Song>(library);
        for (var i = 0; i < library.Count / 200; i++)
        {
            after[i * 199] = library[i * 199] with { Title = library[i * 199].Title + " (Remastered)" };
            after.Add(SpeedLibrary.Renewed(library[i * 150], i));
        }

        Collect();
        var watch = ProcessorClock.Start();
        var change = LibraryChange.Between(index, after);
        var difference = watch.Elapsed;
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            Collect();
            watch = ProcessorClock.Start();
            var updated = index.With(change);
            best = watch.Elapsed < best ? watch.Elapsed : best;
            GC.KeepAlive(updated);
        }

        return (best, difference);
    }

    private static async Task<TimeSpan> LoadAsync(List<Song> library)
    {
        var folder = Directory.CreateTempSubdirectory("spotter-speed").FullName;
        try
        {
            var options = new DbContextOptionsBuilder<SpotterDbContext>();
            options.UseSpotterSqlite($"Data Source={Path.Combine(folder, "speed.db")}");
            var contexts = new Contexts(options.Options);
            await using (var db = contexts.CreateDbContext())
            {
                await db.Database.MigrateAsync();
                db.Users.Add(new User { Name = "speed" });
                await db.SaveChangesAsync();
                db.Accounts.Add(new Account { UserId = db.Users.Single().Id, ServerUrl = "http://localhost", UserName = "speed" });
                await db.SaveChangesAsync();
            }

            int accountId;
            await using (var db = contexts.CreateDbContext())
            {
                accountId = db.Accounts.Single().Id;
            }

            var store = new LibraryStore(contexts, TimeProvider.System);
            await store.ReplaceAsync(accountId, new(SongTable.Of(library), new("1", false, library.Count)), null, null, null, CancellationToken.None);
            var best = TimeSpan.MaxValue;
            for (var round = 0; round < 3; round++)
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                Collect();
                var watch = ProcessorClock.Start();
                var index = await store.LoadAsync(accountId, CancellationToken.None);
                best = watch.Elapsed < best ? watch.Elapsed : best;
                GC.KeepAlive(index);
            }

            return best;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static MatchTimes Match(LibraryIndex index, List<LabelledQuery> queries)
    {
        var matcher = new TrackMatcher(index, new());
        var times = new MatchTimes(queries);
        Collect();
        var (allocated, pauses, collections) = (GC.GetAllocatedBytesForCurrentThread(), GC.GetTotalPauseDuration(), GC.CollectionCount(0));
        for (var i = 0; i < queries.Count; i++)
        {
            var clock = ProcessorClock.Start();
            GC.KeepAlive(matcher.Match(new(queries[i].Track)));
            times.Note(i, clock.Elapsed);
        }

        times.BytesPerTrack = (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / queries.Count;
        times.Pauses = GC.GetTotalPauseDuration() - pauses;
        times.Collections = GC.CollectionCount(0) - collections;

        return times;
    }

    private static TimeSpan SmallTime(int tracks)
    {
        var library = SpeedLibrary.Make(SmallLibrary);
        return Match(LibraryIndex.Build(library), SpeedTracks.Of(library, tracks)).Total / tracks;
    }

    private static (double Scan, double FuzzySharp, AccuracyFigures Accuracy) Scans()
    {
        var library = SpeedLibrary.Make(ScanLibrary);
        var queries = SpeedTracks.Of(library, 2_000);
        var own = Match(LibraryIndex.Build(library), queries).Total / queries.Count;
        var sample = queries.Where((_, i) => i % (queries.Count / ScanSample) == i / (queries.Count / ScanSample) % 20).Take(ScanSample).ToList();
        var plain = Yardsticks.PlainSongs(library);
        var choices = Yardsticks.Choices(library);
        Yardsticks.Scan(plain, sample[0].Track);
        var watch = ProcessorClock.Start();
        foreach (var query in sample)
        {
            Yardsticks.Scan(plain, query.Track);
        }

        var scan = watch.Elapsed / sample.Count;
        Yardsticks.FuzzySharpSearch(choices, sample[0].Track);
        watch = ProcessorClock.Start();
        foreach (var query in sample.Take(FuzzySample))
        {
            Yardsticks.FuzzySharpSearch(choices, query.Track);
        }

        var fuzzy = watch.Elapsed / FuzzySample;
        var small = SpeedLibrary.Make(AccuracyLibrary);
        return (scan / own, fuzzy / own, AccuracyComparison.Run("invented", small, SpeedTracks.Of(small, AccuracySample)));
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Contexts(DbContextOptions<SpotterDbContext> options) : IDbContextFactory<SpotterDbContext>
    {
        public SpotterDbContext CreateDbContext() => new(options);
    }
}
