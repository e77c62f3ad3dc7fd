namespace Spotter.Benchmarks.Mutants;

/// <summary>What a test process answered.</summary>
/// <param name="Lines">Its lines.</param>
/// <param name="End">How the answer ended.</param>
internal sealed record TestAnswer(IReadOnlyList<string> Lines, TestAnswerEnd End);
