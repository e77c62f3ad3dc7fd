namespace Spotter.Benchmarks.Mutants;

/// <summary>What became of a fault.</summary>
internal enum MutantFate
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>A test did not end, twice, and does end without it: as good as killed.</summary>
    NeverEnded,

    /// <summary>Every test that reaches it passed.</summary>
    Survived,

    /// <summary>No test runs the code.</summary>
    NotReached,
}
