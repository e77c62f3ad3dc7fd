namespace Spotter.Benchmarks.Evaluation;

/// <summary>Two records with a label that says whether they are one recording.</summary>
/// <param name="Left">The query's id.</param>
/// <param name="Right">The song's id.</param>
/// <param name="IsSame">Whether they are one recording.</param>
internal sealed record LabelledPair(string Left, string Right, bool IsSame);
