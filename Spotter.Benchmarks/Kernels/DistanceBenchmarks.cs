using BenchmarkDotNet.Attributes;
using Spotter.Core.Matching.Text;

namespace Spotter.Benchmarks.Kernels;

/// <summary>The edit distance.</summary>
public class DistanceBenchmarks
{
    private string _a = "";
    private string _b = "";

    [Params("title", "other title", "Cyrillic", "200 letters")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => (_a, _b) = Samples.Pair(Text);

    [Benchmark(Baseline = true)]
    public int Spotter() => Levenshtein.Distance(_a, _b, int.MaxValue);

    [Benchmark]
    public int SpotterWithinThreeMistakes() => Levenshtein.Distance(_a, _b, 3);

    [Benchmark]
    public int OfQuickenshtein() => Levenshtein.Distance(_a, _b);

    [Benchmark]
    public int OfTextbook() => Textbook.Distance(_a, _b);

    [Benchmark]
    public int OfFuzzySharp() => FuzzySharp.Levenshtein.EditDistance(_a, _b, 0);
}
