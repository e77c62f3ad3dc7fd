using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Spotter.Benchmarks.Kernels;

/// <summary>Measures how fast the matcher reads and compares text, compared with a textbook and FuzzySharp, and how much garbage it
/// makes.</summary>
internal static class KernelsVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- kernels [--full]
            The edit distance, keys, titles and artist lines, against a textbook and FuzzySharp; a few minutes, or many with --full.
        """;

    /// <summary>0, or 1 if a benchmark failed. Null if the arguments are invalid.</summary>
    public static int? Run(IReadOnlyList<string> arguments)
    {
        if (arguments is not ([] or ["--full"]))
        {
            return null;
        }

        // In this process, since the default would generate and build a project for each benchmark.
        var job = (arguments is [] ? Job.ShortRun.WithIterationTime(TimeInterval.FromMilliseconds(100)) : Job.Default).WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.GitHub);
        var summaries = BenchmarkRunner.Run(
            [typeof(DistanceBenchmarks), typeof(SwapDistanceBenchmarks), typeof(KeyBenchmarks), typeof(TitleBenchmarks), typeof(ArtistBenchmarks)], config);
        return summaries.Any(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
    }
}
