using BenchmarkDotNet.Attributes;
using Spotter.Core.Matching.Text;

namespace Spotter.Benchmarks.Kernels;

/// <summary>Parsing a title.</summary>
public class TitleBenchmarks
{
    private string _title = "";

    [Params("plain", "subtitle", "decorated")]
    public string Title { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _title = Samples.Title(Title);

    [Benchmark(Baseline = true)]
    public int Spotter()
    {
        var scan = new TitleScan(stackalloc char[TitleScan.UsualText], stackalloc Range[TitleScan.UsualGuests]);
        TitleParser.Read(_title, ref scan);
        var length = scan.Key.Length;
        scan.Dispose();
        return length;
    }

    [Benchmark]
    public ParsedTitle SpotterAsRecord() => TitleParser.Parse(_title);

    [Benchmark]
    public string OfTextbook() => Textbook.Title(_title);
}
