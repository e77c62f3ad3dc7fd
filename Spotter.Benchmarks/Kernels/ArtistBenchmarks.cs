using BenchmarkDotNet.Attributes;
using Spotter.Core.Matching.Text;

namespace Spotter.Benchmarks.Kernels;

/// <summary>Parsing an artist line.</summary>
public class ArtistBenchmarks
{
    private string _line = "";

    [Params("one", "several")]
    public string Artists { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _line = Samples.Artists(Artists);

    [Benchmark(Baseline = true)]
    public ArtistCredits Spotter() => ArtistCredits.Of([_line]);

    [Benchmark]
    public IReadOnlyList<string> OfTextbook() => Textbook.Artists(_line);
}
