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

/// <summary>How fast the matcher reads and compares text, beside what a textbook or FuzzySharp does, and what it leaves to the garbage collector.</summary>
internal static class KernelsVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- kernels [--full]
            The edit distance, keys, titles and artist lines, against a textbook and FuzzySharp; a few minutes, or many with --full.
        """;

    /// <summary>0, or 1 where a benchmark failed; null where the arguments are not understood.</summary>
    public static int? Run(IReadOnlyList<string> arguments)
    {
        if (arguments is not ([] or ["--full"]))
        {
            return null;
        }

        // In this process: the default would write and build a project for each benchmark.
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
