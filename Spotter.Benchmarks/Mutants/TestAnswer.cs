namespace Spotter.Benchmarks.Mutants;

/// <summary>The answer of a test process.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="End">How the answer ended.</param>
internal sealed record TestAnswer(IReadOnlyList<string> Lines, TestAnswerEnd End);
