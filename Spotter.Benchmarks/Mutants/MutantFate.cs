namespace Spotter.Benchmarks.Mutants;

/// <summary>What happened to a fault.</summary>
internal enum MutantFate
{
    /// <summary>A test failed.</summary>
    Killed,

    /// <summary>The tests took many times as long as without it, and were stopped: as good as killed, if the machine has nothing else to
    /// do.</summary>
    NeverEnded,

    /// <summary>Every test that reaches it passed.</summary>
    Survived,

    /// <summary>No test runs the code.</summary>
    NotReached,
}
