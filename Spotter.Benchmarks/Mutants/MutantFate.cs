namespace Spotter.Benchmarks.Mutants;

/// <summary>What became of a fault.</summary>
internal enum MutantFate
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>The tests took many times as long as without it, and were ended: as good as killed, where the machine has nothing else to do.</summary>
    NeverEnded,

    /// <summary>Every test that reaches it passed.</summary>
    Survived,

    /// <summary>No test runs the code.</summary>
    NotReached,
}
