namespace Spotter.Benchmarks.Speed;

/// <summary>How often each of three methods is right on the same queries.</summary>
/// <param name="Queries">The origin and number of the queries.</param>
/// <param name="Spotter">F1 of Spotter's automatic matches.</param>
/// <param name="Scan">F1 of S at its best threshold.</param>
/// <param name="FuzzySharp">F1 of F at its best threshold.</param>
internal sealed record AccuracyFigures(string Queries, double Spotter, double Scan, double FuzzySharp);
