namespace Spotter.Benchmarks.Mutants;

/// <summary>One small fault that can be switched on in the mutated build.</summary>
/// <param name="Id">The number of its switch.</param>
/// <param name="File">The source file, from the root of the repository, with slashes.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Was">The code as it is.</param>
/// <param name="Becomes">The code as it runs when the fault is switched on.</param>
internal sealed record Mutant(int Id, string File, int Line, string Was, string Becomes)
{
    /// <summary>What the figures are given for: Sync, and the pure folders together.</summary>
    public string Area => File.StartsWith("Spotter.Core/Sync/", StringComparison.Ordinal) ? "Sync" : "pure folders";

    public override string ToString() => $"{File}:{Line}  {Was}  →  {Becomes}";
}
