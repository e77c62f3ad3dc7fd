namespace Spotter.Benchmarks.Speed;

/// <summary>How often each of three ways is right on the same queries.</summary>
/// <param name="Queries">Where the queries come from, and how many.</param>
/// <param name="Spotter">F1 of what Spotter writes without asking.</param>
/// <param name="Scan">F1 of S at the threshold that suits it best.</param>
/// <param name="FuzzySharp">F1 of F at the threshold that suits it best.</param>
internal sealed record AccuracyFigures(string Queries, double Spotter, double Scan, double FuzzySharp);
