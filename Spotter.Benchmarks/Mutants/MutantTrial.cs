namespace Spotter.Benchmarks.Mutants;

/// <summary>Runs the tests that reach a fault, with it switched on, until one fails.</summary>
internal sealed class MutantTrial(TestProcess process, Reach reach)
{
    /// <summary>The number of tests in the first round. Each later round has four times as many. Most faults that are found are found by
    /// the first.</summary>
    private const int First = 10;

    /// <summary>A test process may have to start, and the machine to do other things.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(60);

    /// <summary>Runs the trial and returns its result.</summary>
    public async Task<MutantFate> RunAsync(Mutant mutant)
    {
        var tests = reach.TestsFor(mutant);
        if (tests.Count == 0)
        {
            return MutantFate.NotReached;
        }

        var begun = 0;
        for (var size = First; begun < tests.Count; size *= 4)
        {
            if (await TryAsync(mutant, [.. tests.Skip(begun).Take(size)]) is var fate && fate != MutantFate.Survived)
            {
                return fate;
            }

            begun += size;
        }

        return mutant.IsPure || tests.DistinctBy(test => test.Class).Count() == 1 ? await TryFromTheStartAsync(mutant) : MutantFate.Survived;
    }

    /// <summary>Values that are computed once per process were computed before the fault was switched on.</summary>
    private async Task<MutantFate> TryFromTheStartAsync(Mutant mutant)
    {
        process.Restart(mutant.Id);
        var fate = await TryAsync(mutant, reach.TestsFromTheStart(mutant), isFromTheStart: true);
        process.Restart();
        return fate;
    }

    private async Task<MutantFate> TryAsync(Mutant mutant, IReadOnlyList<ReachingTest> tests, bool isFromTheStart = false)
    {
        var left = tests.ToList();
        while (left.Count > 0)
        {
            var (failed, end) = await FirstFailureAsync(mutant.Id, left);
            if (failed is null)
            {
                return MutantFate.Survived;
            }

            if (await IsDueToAsync(mutant.Id, failed, isFromTheStart))
            {
                return end == TestAnswerEnd.TooLate ? MutantFate.NeverEnded : MutantFate.Killed;
            }

            left.Remove(failed);
        }

        return MutantFate.Survived;
    }

    /// <summary>
    /// Whether a test fails again with the fault, or does not end again, and passes without it: one that is moody, that waited for a busy machine, or that an
    /// earlier fault has left a process unfit for, says nothing.
    /// </summary>
    private async Task<bool> IsDueToAsync(int fault, ReachingTest test, bool isFromTheStart)
    {
        if (!isFromTheStart && await FailsAsync(fault, test) && !await FailsAsync(0, test))
        {
            return true;
        }

        process.Restart(fault);
        var fails = await FailsAsync(fault, test);
        process.Restart();
        var passes = fails && !await FailsAsync(0, test);
        if (isFromTheStart)
        {
            process.Restart(fault);
        }

        return passes;
    }

    private async Task<bool> FailsAsync(int fault, ReachingTest test) => await FirstFailureAsync(fault, [test]) is { Failed: not null };

    /// <summary>The first test that fails, or that ran when the process died or was waited for too long; null where all pass.</summary>
    private async Task<(ReachingTest? Failed, TestAnswerEnd End)> FirstFailureAsync(int fault, List<ReachingTest> tests)
    {
        var limit = Least + (10 * tests.Max(test => test.Took));
        var answer = await process.AskAsync($"try\t{fault}\t{string.Join(',', tests.Select(test => test.Id))}", limit);
        var last = answer.Lines.Select(line => line.Split('\t')).LastOrDefault(parts => parts[0] == (answer.End == TestAnswerEnd.Complete ? "failed" : "began"))?[1];
        return (tests.FirstOrDefault(test => test.Id == last) ?? (answer.End == TestAnswerEnd.Complete ? null : tests[0]), answer.End);
    }
}
