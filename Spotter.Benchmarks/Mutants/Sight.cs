namespace Spotter.Benchmarks.Mutants;

/// <summary>Runs the tests with no fault switched on, to see which of them reach which faults. What was seen is kept until the code or the tests change.</summary>
internal sealed class Sight(MutatedBuild build, IReadOnlyList<TestProcess> processes, string folder)
{
    /// <summary>No order asks for more tests: so an hour is enough for each.</summary>
    private const int Most = 100;

    /// <summary>What the tests reach that may notice these faults; null where no test runs.</summary>
    public async Task<Reach?> OfAsync(IReadOnlyList<Mutant> mutants, TextWriter output)
    {
        var lines = new List<string>();
        foreach (var area in mutants.GroupBy(mutant => mutant.Area))
        {
            var file = Path.Combine(folder, $"reach of {area.Key}.txt");
            if (!File.Exists(file) || (await File.ReadAllLinesAsync(file)) is not [var mark, .. var known] || mark != build.Mark)
            {
                await output.WriteLineAsync($"Seeing which tests reach which mutants in {area.Key} …");
                known = await SeeAsync(area.First().Judges);
                await File.WriteAllLinesAsync(file, [build.Mark, .. known]);
            }

            lines.AddRange(known);
            foreach (var failed in known.Select(line => line.Split('\t')).Where(parts => parts[0] == "failed"))
            {
                await output.WriteLineAsync($"A test of {failed[2]} fails with no fault switched on, and is left out.");
            }
        }

        return lines.Exists(line => line.StartsWith("passed", StringComparison.Ordinal)) ? Reach.Of(lines) : null;
    }

    /// <summary>The tests whose names begin so; those of a class stay together, since they share what is made for them.</summary>
    private async Task<string[]> SeeAsync(IReadOnlyList<string> judges)
    {
        var list = await processes[0].AskAsync("list", TimeSpan.FromMinutes(5));
        var classes = list.Lines.Select(line => line.Split('\t'))
            .Where(test => judges.Any(name => test[1].StartsWith("Spotter.Tests." + name, StringComparison.Ordinal)))
            .GroupBy(test => test[1], test => test[0])
            .SelectMany(tests => tests.Chunk(Most)).ToList();
        var next = -1;
        var seen = await Task.WhenAll(processes.Select(process => Task.Run(async () =>
        {
            var lines = new List<string>();
            while (Interlocked.Increment(ref next) is var i && i < classes.Count)
            {
                lines.AddRange(await SeeAsync(process, classes[i]));
            }

            return lines;
        })));
        return [.. seen.SelectMany(lines => lines)];
    }

    /// <summary>What failed is tried once more: the machine may have had other things to do.</summary>
    private static async Task<IEnumerable<string>> SeeAsync(TestProcess process, string[] tests)
    {
        var first = (await process.AskAsync($"see\t{string.Join(',', tests)}", TimeSpan.FromHours(1))).Lines;
        var failed = first.Select(line => line.Split('\t')).Where(parts => parts[0] == "failed").Select(parts => parts[1]).ToList();
        return failed.Count == 0
            ? first
            : [.. first.Where(line => line.StartsWith("passed", StringComparison.Ordinal)), .. (await process.AskAsync($"see\t{string.Join(',', failed)}", TimeSpan.FromHours(1))).Lines];
    }
}
