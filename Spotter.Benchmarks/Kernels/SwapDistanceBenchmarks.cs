using BenchmarkDotNet.Attributes;
using Spotter.Core.Matching.Text;

namespace Spotter.Benchmarks.Kernels;

/// <summary>The edit distance that counts swapped neighbours as one mistake.</summary>
public class SwapDistanceBenchmarks
{
    private string _a = "";
    private string _b = "";

    [Params("title", "other title", "Cyrillic", "200 letters")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => (_a, _b) = Samples.Pair(Text);

    [Benchmark(Baseline = true)]
    public int Spotter() => Levenshtein.DistanceWithSwaps(_a, _b);

    [Benchmark]
    public double SpotterAsSimilarity() => Levenshtein.SimilarityWithSwaps(_a, _b, 0.7);

    [Benchmark]
    public int OfTextbook() => Textbook.Distance(_a, _b, withSwaps: true);
}
