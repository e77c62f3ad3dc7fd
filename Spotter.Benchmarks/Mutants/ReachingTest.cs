namespace Spotter.Benchmarks.Mutants;

/// <summary>A test that reaches a fault.</summary>
/// <param name="Id">Its id in the test framework.</param>
/// <param name="Class">Its class, with the namespace.</param>
/// <param name="Took">How long it took without a fault.</param>
internal sealed record ReachingTest(string Id, string Class, TimeSpan Took)
{
    /// <summary>Whether it is directly in this namespace.</summary>
    public bool IsIn(string name) => Class.Length > name.Length && Class.LastIndexOf('.') == name.Length && Class.StartsWith(name, StringComparison.Ordinal);
}
