using System.Globalization;

namespace Spotter.Benchmarks.Mutants;

/// <summary>Which tests reach which faults, and how long each test takes.</summary>
internal sealed class Reach
{
    /// <summary>A faster test is also tried if it may only be guessed that it reaches a fault.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

    /// <summary>A slower test is not tried in its own process: there are faster ones that use values computed once.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, List<ReachingTest>> _testsOf = [];
    private readonly List<ReachingTest> _all = [];

    /// <summary>Parses the observations: one line per test, with its result, id, class, milliseconds, and the faults that it
    /// reached.</summary>
    public static Reach Of(IEnumerable<string> lines)
    {
        var reach = new Reach();
        foreach (var parts in lines.Select(line => line.Split('\t')).Where(parts => parts is ["passed", _, _, _, _]))
        {
            var test = new ReachingTest(parts[1], parts[2], TimeSpan.FromMilliseconds(double.Parse(parts[3], CultureInfo.InvariantCulture)));
            reach._all.Add(test);
            foreach (var id in parts[4].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)))
            {
                if (!reach._testsOf.TryGetValue(id, out var tests))
                {
                    reach._testsOf[id] = tests = [];
                }

                tests.Add(test);
            }
        }

        return reach;
    }

    /// <summary>The tests that reach the fault: first those whose class is named after its file, then those of its folder, then the fast
    /// ones.</summary>
    public IReadOnlyList<ReachingTest> TestsFor(Mutant mutant)
    {
        var name = Path.GetFileNameWithoutExtension(mutant.File);
        return [.. _testsOf.GetValueOrDefault(mutant.Id, [])
            .OrderByDescending(test => test.Class.EndsWith($".{name}Tests", StringComparison.Ordinal))
            .ThenByDescending(test => test.IsIn(mutant.TestNamespace))
            .ThenBy(test => test.Took)];
    }

    /// <summary>
    /// The tests that may notice the fault in their own process. A value that is computed once per process is reached only by the first
    /// test, while others use it, so the fast tests of the folder are included.
    /// </summary>
    public IReadOnlyList<ReachingTest> TestsFromTheStart(Mutant mutant)
        => [.. TestsFor(mutant).Where(test => test.Took < Long).Union(_all.Where(test => test.Took < Quick && test.IsIn(mutant.TestNamespace)))];
}
