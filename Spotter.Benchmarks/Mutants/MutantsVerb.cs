using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Spotter.Benchmarks.Mutants;

/// <summary>Puts small faults into the pure folders and Sync, one at a time, and sees whether a test fails.</summary>
internal static class MutantsVerb
{
    public const string Usage = """
        dotnet run --project Spotter.Benchmarks -- mutants [--seed 1] [--minutes 10 | --count 150 | --all] [--in Sync/SyncLeases] [--workers 2]
            How many small faults in the pure folders and in Sync the tests find. Survivors are in artifacts/mutants/survivors.txt.
        """;

    /// <summary>The share of faults that must be found in each area.</summary>
    private const double Goal = 0.9;

    /// <summary>How many are tried between two lines that say so.</summary>
    private const int ToldEach = 25;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (MutantOptions.Parse(arguments, TimeProvider.System) is not { } options)
        {
            await errors.WriteLineAsync(Usage);
            return 1;
        }

        var repository = Environment.CurrentDirectory;
        if (!File.Exists(Path.Combine(repository, "Spotter.Blazor.sln")))
        {
            await errors.WriteLineAsync("Run it in the root of the repository.");
            return 1;
        }

        var watch = Stopwatch.StartNew();
        var build = await MutatedBuild.MakeAsync(repository, output);
        var folder = Path.Combine(repository, "artifacts", "mutants");
        var drawn = Draw([.. build.Mutants.Where(mutant => mutant.File.Contains(options.In, StringComparison.Ordinal))], options.Seed, options.Count);
        await output.WriteLineAsync($"{drawn.Count} mutants, seed {options.Seed}; {build.Dropped} more are no programs. Built after {watch.Elapsed:mm\\:ss}.");
        var processes = Enumerable.Range(0, options.Workers).Select(_ => new TestProcess(build)).ToList();
        try
        {
            var sight = new Sight(build, processes, folder);
            if (await sight.OfAsync(drawn, output) is not { } reach)
            {
                await errors.WriteLineAsync("The tests do not run, even with no fault switched on. Run ./test first.");
                return 1;
            }

            // Whoever ends it is told what was found until then.
            var isEnded = false;
            void End(PosixSignalContext signal) => (signal.Cancel, isEnded) = (true, true);
            using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
            using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
            var fates = new ConcurrentDictionary<Mutant, MutantFate>();
            var (next, tried) = (-1, 0);
            await Task.WhenAll(processes.Select(process => Task.Run(async () =>
            {
                var trial = new MutantTrial(process, reach);
                while (!Volatile.Read(ref isEnded) && (options.Minutes is not { } minutes || watch.Elapsed.TotalMinutes < minutes) && Interlocked.Increment(ref next) is var i && i < drawn.Count)
                {
                    var fate = fates[drawn[i]] = await trial.RunAsync(drawn[i]);
                    if (Interlocked.Increment(ref tried) is var sum && sum % ToldEach == 0)
                    {
                        await output.WriteLineAsync($"{sum} tried after {watch.Elapsed:hh\\:mm\\:ss}.");
                    }

                    if (!IsFound(fate))
                    {
                        await output.WriteLineAsync(Told(drawn[i], fate));
                    }
                }
            })));
            return await ReportAsync(fates, Path.Combine(folder, "survivors.txt"), output) ? 0 : 1;
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }
    }

    /// <summary>The faults in the order in which they are tried: from both areas by turns, whatever their size, and of each so many.</summary>
    internal static IReadOnlyList<Mutant> Draw(IReadOnlyList<Mutant> mutants, int seed, int? count = null)
    {
#pragma warning disable CA5394 // A sample that can be drawn again, and no secret.
        var random = new Random(seed);
        var areas = mutants.GroupBy(mutant => mutant.Area).OrderBy(area => area.Key, StringComparer.Ordinal).Select(area =>
        {
            var shuffled = area.ToArray();
            random.Shuffle(shuffled);
            return shuffled;
        }).ToList();
#pragma warning restore CA5394
        return [.. areas.SelectMany(area => area.Select((mutant, i) => (mutant, i))).Where(turn => count is null || turn.i < count).OrderBy(turn => turn.i).Select(turn => turn.mutant)];
    }

    private static async Task<bool> ReportAsync(ConcurrentDictionary<Mutant, MutantFate> fates, string file, TextWriter output)
    {
        var survivors = fates.Where(fate => !IsFound(fate.Value)).OrderBy(fate => fate.Key.Id)
            .Select(fate => Told(fate.Key, fate.Value)).ToList();
        await File.WriteAllLinesAsync(file, survivors);
        var isGood = true;
        foreach (var area in fates.GroupBy(fate => fate.Key.Area).OrderBy(area => area.Key, StringComparer.Ordinal))
        {
            var killed = area.Count(fate => IsFound(fate.Value));
            isGood &= killed >= Goal * area.Count();
            await output.WriteLineAsync($"{area.Key}: {killed} of {area.Count()} mutants killed ({100.0 * killed / area.Count():0} %).");
        }

        var endless = fates.Count(fate => fate.Value == MutantFate.NeverEnded);
        await output.WriteLineAsync($"{fates.Count - survivors.Count} killed ({endless} of them since the tests did not end), {survivors.Count} survived.");
        return isGood;
    }

    private static string Told(Mutant mutant, MutantFate fate) => fate == MutantFate.NotReached ? $"{mutant}  (no test runs it)" : mutant.ToString();

    private static bool IsFound(MutantFate fate) => fate is MutantFate.Killed or MutantFate.NeverEnded;
}
