namespace Spotter.Benchmarks.Mutants;

/// <summary>The arguments of <c>dotnet</c> for a run of test classes.</summary>
internal static class TestRun
{
    private static readonly string[] Folders = ["Tracks", "Playlists", "Matching", "Targets", "Sync", "Library", "Sources"];

    /// <summary>A run of these classes, or of all that have to do with the mutated folders where none is named.</summary>
    public static string[] Of(MutatedBuild build, IReadOnlyList<string> classes, bool stopAtFailure) =>
    [
        "test", build.Tests, "--nologo", "--filter",
        string.Join('|', (classes.Count == 0 ? Folders.Select(folder => $"Spotter.Tests.Core.{folder}.") : classes.Select(testClass => testClass + "."))
            .Select(prefix => $"FullyQualifiedName~{prefix}")),
        "--", "xUnit.ParallelizeTestCollections=false", $"xUnit.StopOnFail={(stopAtFailure ? "true" : "false")}",
    ];
}
