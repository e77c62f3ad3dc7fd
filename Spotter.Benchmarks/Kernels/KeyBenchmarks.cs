using BenchmarkDotNet.Attributes;
using Spotter.Core.Matching.Text;

namespace Spotter.Benchmarks.Kernels;

/// <summary>The key of a text.</summary>
public class KeyBenchmarks
{
    private string _text = "";

    [Params("ASCII", "its own key", "marks", "decomposed", "Han and kana")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void SetUp() => _text = Samples.Text(Text);

    [Benchmark(Baseline = true)]
    public int Spotter()
    {
        var key = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        TextNormalizer.AppendKey(_text, ref key);
        var length = key.Count;
        key.Dispose();
        return length;
    }

    [Benchmark]
    public string SpotterAsString() => TextNormalizer.Key(_text);

    [Benchmark]
    public string OfTextbook() => Textbook.Key(_text);
}
