using Spotter.Benchmarks.Evaluation;
using Spotter.Tests.Support;

namespace Spotter.Tests.Benchmarks.Evaluation;

public sealed class PairsVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _folder.Dispose();
        _output.Dispose();
        _error.Dispose();
    }

    [Fact]
    public void Asks_for_each_pair_with_its_song_alone()
    {
        var code = Run("""
            {"left":"q1","right":"a","label":1}
            {"left":"q1","right":"b","label":0}
            {"left":"q2","right":"b","label":true}
            {"left":"q3","right":"a","label":1}
            {"left":"q1","right":"c","label":0}
            """);

        Assert.Equal((0, ""), (code, _error.ToString()));
        Assert.Equal(
            [
                """{"left":"q1","right":"a","matched":true}""",
                """{"left":"q1","right":"b","matched":false}""",
                """{"left":"q2","right":"b","matched":true}""",
                """{"left":"q3","right":"a","matched":false}""",
                """{"left":"q1","right":"c","matched":true}""",
            ],
            File.ReadAllLines(_folder.File("results.jsonl")));
        Assert.Contains("5 pairs, 3 of them one recording; 3 matched, 2 of them rightly", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("precision 0.6667  recall 0.6667  F1 0.6667", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"left":"q1","right":"a","label":1}""" + "\n" + """{"left":"gone","right":"a","label":1}""", "pairs.jsonl, line 2: there is no query \"gone\".")]
    [InlineData("""{"left":"q1","right":"gone","label":1}""", "pairs.jsonl, line 1: there is no song \"gone\".")]
    [InlineData("""{"left":"q1","right":"a","label":2}""", "pairs.jsonl, line 1: \"label\" must be 0 or 1.")]
    public void Names_the_line_of_a_pair_that_cannot_be_asked(string pairs, string message)
    {
        Assert.Equal(1, Run(pairs));
        Assert.Contains(message, _error.ToString(), StringComparison.Ordinal);
    }

    private int Run(string pairs)
    {
        File.WriteAllText(_folder.File("pairs.jsonl"), pairs);
        File.WriteAllText(_folder.File("library.jsonl"), """
            {"id":"a","title":"Paper Lanterns","artist":"Ann Ash","durationMs":200000}
            {"id":"b","title":"Stone Harbour","artist":"Ann Ash"}
            {"id":"c","title":"Paper Lanterns (Remastered)","artist":"Ann Ash"}
            """);
        File.WriteAllText(_folder.File("queries.jsonl"), """
            {"qid":"q1","title":"Paper Lanterns","artist":"Ann Ash","durationMs":200000}
            {"qid":"q2","title":"Stone Harbour","artist":"Ann Ash","durationMs":240000}
            {"qid":"q3","title":"Paper Lanterns (Live)","artist":"Ann Ash","durationMs":200000}
            """);
        return PairsVerb.Run(
            ["--pairs", _folder.File("pairs.jsonl"), "--library", _folder.File("library.jsonl"), "--queries", _folder.File("queries.jsonl"), "--out", _folder.File("results.jsonl")],
            _output,
            _error);
    }
}
