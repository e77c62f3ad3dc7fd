namespace Spotter.Benchmarks.Evaluation;

/// <summary>Two records of which somebody has said whether they are one recording.</summary>
/// <param name="Left">The query's id.</param>
/// <param name="Right">The song's id.</param>
/// <param name="IsSame">Whether they are.</param>
internal sealed record LabelledPair(string Left, string Right, bool IsSame);
