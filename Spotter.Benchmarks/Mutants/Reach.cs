using System.Globalization;

namespace Spotter.Benchmarks.Mutants;

/// <summary>Which test classes reach which faults, and how long each class takes.</summary>
internal sealed class Reach
{
    private readonly Dictionary<int, HashSet<string>> _classesOf = [];
    private readonly Dictionary<string, TimeSpan> _took = new(StringComparer.Ordinal);

    /// <summary>Reads what a run of the tests wrote: a line a test, with its class, its milliseconds, and the faults that it reached.</summary>
    public static Reach Of(IEnumerable<string> lines)
    {
        var reach = new Reach();
        foreach (var parts in lines.Select(line => line.Split('\t')).Where(parts => parts.Length == 3))
        {
            var testClass = parts[0];
            reach._took[testClass] = reach._took.GetValueOrDefault(testClass) + TimeSpan.FromMilliseconds(double.Parse(parts[1], CultureInfo.InvariantCulture));
            foreach (var id in parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture)))
            {
                if (!reach._classesOf.TryGetValue(id, out var classes))
                {
                    reach._classesOf[id] = classes = new(StringComparer.Ordinal);
                }

                classes.Add(testClass);
            }
        }

        return reach;
    }

    /// <summary>How long a class takes.</summary>
    public TimeSpan Took(string testClass) => _took.GetValueOrDefault(testClass);

    /// <summary>The classes that reach the fault: those first that are named after its file, then those of its folder, then the quick ones.</summary>
    public IReadOnlyList<string> ClassesFor(Mutant mutant)
    {
        var name = Path.GetFileNameWithoutExtension(mutant.File);
        var folder = Path.GetDirectoryName(mutant.File)!.Replace('/', '.').Replace("Spotter.Core", "Spotter.Tests.Core", StringComparison.Ordinal);
        return [.. _classesOf.GetValueOrDefault(mutant.Id, [])
            .OrderByDescending(testClass => testClass.EndsWith($".{name}Tests", StringComparison.Ordinal))
            .ThenByDescending(testClass => testClass[..testClass.LastIndexOf('.')] == folder)
            .ThenBy(Took)];
    }
}
