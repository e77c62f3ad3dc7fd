using System.Globalization;

namespace Spotter.Benchmarks.Mutants;

/// <summary>Which tests reach which faults, and how long each takes.</summary>
internal sealed class Reach
{
    /// <summary>A test that takes less is tried where it can only be guessed whether it reaches a fault.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

    /// <summary>A test that takes longer is not tried in a process of its own: there are quicker ones that use what is computed once.</summary>
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(1);

    private readonly Dictionary<int, List<ReachingTest>> _testsOf = [];
    private readonly List<ReachingTest> _all = [];

    /// <summary>Reads what was seen: a line a test, with how it ended, its id, its class, its milliseconds, and the faults that it reached.</summary>
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

    /// <summary>The tests that reach the fault: those first whose class is named after its file, then those of its folder, then the quick ones.</summary>
    public IReadOnlyList<ReachingTest> TestsFor(Mutant mutant)
    {
        var name = Path.GetFileNameWithoutExtension(mutant.File);
        return [.. _testsOf.GetValueOrDefault(mutant.Id, [])
            .OrderByDescending(test => test.Class.EndsWith($".{name}Tests", StringComparison.Ordinal))
            .ThenByDescending(test => test.IsIn(mutant.TestNamespace))
            .ThenBy(test => test.Took)];
    }

    /// <summary>
    /// The tests that may notice the fault in a process of their own. What is computed once in a process is reached by the test alone that comes first,
    /// while others use it: so the quick ones of the folder belong to them.
    /// </summary>
    public IReadOnlyList<ReachingTest> TestsFromTheStart(Mutant mutant)
        => [.. TestsFor(mutant).Where(test => test.Took < Long).Union(_all.Where(test => test.Took < Quick && test.IsIn(mutant.TestNamespace)))];
}
