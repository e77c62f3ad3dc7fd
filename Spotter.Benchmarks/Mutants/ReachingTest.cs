namespace Spotter.Benchmarks.Mutants;

/// <summary>A test that reaches a fault.</summary>
/// <param name="Id">What the test framework knows it by.</param>
/// <param name="Class">Its class, with the namespace.</param>
/// <param name="Took">How long it took with no fault switched on.</param>
internal sealed record ReachingTest(string Id, string Class, TimeSpan Took)
{
    /// <summary>Whether it stands in this namespace itself.</summary>
    public bool IsIn(string name) => Class.Length > name.Length && Class.LastIndexOf('.') == name.Length && Class.StartsWith(name, StringComparison.Ordinal);
}
