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
    public string Area => IsPure ? "pure folders" : "Sync";

    /// <summary>Whether nothing but .NET's own library is used where it is, so that its tests are quick.</summary>
    public bool IsPure => !File.StartsWith("Spotter.Core/Sync/", StringComparison.Ordinal);

    /// <summary>
    /// What the names of the tests begin with that must find it: what a pure folder promises is tested without a database, and what Sync promises also against
    /// the servers' doubles. Whatever walks through every fault or every page is too slow to be asked about each.
    /// </summary>
    public IReadOnlyList<string> Judges => IsPure
        ? ["Core.Tracks.", "Core.Playlists.", "Core.Matching.", "Core.Targets.", "Core.Formats."]
        : ["Core.Sync.", "Core.Library.", "Core.Sources.", "Navidrome.LivingTogetherTests", "Navidrome.GivenAwayTargetTests", "Navidrome.WriterTests"];

    /// <summary>The namespace that mirrors its folder.</summary>
    public string TestNamespace
        => Path.GetDirectoryName(File)!.Replace('\\', '/').Replace('/', '.').Replace("Spotter.Core", "Spotter.Tests.Core", StringComparison.Ordinal);

    public override string ToString() => $"{File}:{Line}  {Was}  →  {Becomes}";
}
