using System.Globalization;

namespace Spotter.Benchmarks.Mutants;

/// <summary>Runs the tests that reach a fault, with it switched on, until one fails.</summary>
internal sealed class MutantTrial(MutatedBuild build, Reach reach)
{
    /// <summary>Classes of the first round: most faults that are found are found by one of them.</summary>
    private const int First = 3;

    /// <summary>Classes that take longer come last: most faults never get to them.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    /// <summary>How it ended.</summary>
    public async Task<MutantFate> RunAsync(Mutant mutant)
    {
        var classes = reach.ClassesFor(mutant);
        if (classes.Count == 0)
        {
            return MutantFate.NotReached;
        }

        var rounds = classes.Select((testClass, i) => (testClass, Round: i < First ? 0 : reach.Took(testClass) < Long ? 1 : 2)).GroupBy(turn => turn.Round, turn => turn.testClass);
        foreach (var round in rounds.OrderBy(round => round.Key))
        {
            if (await TryAsync(mutant, [.. round]) is var fate && fate != MutantFate.Survived)
            {
                return fate;
            }
        }

        return MutantFate.Survived;
    }

    private async Task<MutantFate> TryAsync(Mutant mutant, IReadOnlyList<string> classes)
    {
        var limit = TimeSpan.FromMinutes(2) + (5 * classes.Aggregate(TimeSpan.Zero, (sum, testClass) => sum + reach.Took(testClass)));
        var environment = new Dictionary<string, string> { [MutatedBuild.SwitchVariable] = mutant.Id.ToString(CultureInfo.InvariantCulture) };
        var run = await Tool.RunAsync("dotnet", TestRun.Of(build, classes, stopAtFailure: true), Path.GetDirectoryName(build.Tests)!, environment, limit);
        return run.ExitCode switch
        {
            null => MutantFate.NeverEnded,
            0 => MutantFate.Survived,
            _ => MutantFate.Killed,
        };
    }
}
