namespace Spotter.Benchmarks.Mutants;

/// <summary>How an answer of a test process ended.</summary>
internal enum TestAnswerEnd
{
    /// <summary>It is complete.</summary>
    Complete,

    /// <summary>It took too long, and the process was stopped.</summary>
    TooLate,

    /// <summary>The process died: it ran out of stack or memory.</summary>
    Died,
}
