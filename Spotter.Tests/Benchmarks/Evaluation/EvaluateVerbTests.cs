using System.Text.Json;
using Spotter.Benchmarks.Evaluation;
using Spotter.Tests.Support;

namespace Spotter.Tests.Benchmarks.Evaluation;

public sealed class EvaluateVerbTests : IDisposable
{
    private const string Library = """
        {"id":"lanterns","title":"Paper Lanterns","artist":"Ann Ash","album":"Lanterns","durationMs":200000,"isrc":"GBAAA0000001","kind":"studio"}

        {"id":"harbour","title":"Stone Harbour","artist":"Ann Ash; Bo Birch","artists":["Ann Ash","Bo Birch"],"albumArtist":"Ann Ash","durationMs":240000.4,"isrc":["gb-aaa-00-00002","GBAAA0000003"],"mbid":"9A1C"}
        {"id":"bare"}
        {"id":7,"title":null,"artist":null,"artists":[null],"album":null,"durationMs":0,"isrc":null,"mbid":""}
        """;

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
    public void Writes_a_line_for_each_query_in_their_order()
    {
        var code = Evaluate(Library, """
            {"qid":"q1","title":"Paper Lanterns","artist":"Ann Ash","durationMs":200000,"expected":["lanterns"]}
            {"qid":2,"title":"Paper Lanterns (Live)","artist":"Ann Ash","expected":[]}
            {"qid":"q3","title":"Iron Bell","artists":["Bo Birch"],"expected":[],"playlist":3}
            {"qid":"q4","title":"Track 2","isrc":["GB-AAA-00-00003"],"durationMs":"240000","expected":"harbour"}
            {"qid":"q5","title":"Track 2","artist":"Nobody","mbid":"9a1c","durationMs":240000}
            """);

        Assert.Equal((0, ""), (code, _error.ToString()));
        var lines = File.ReadAllLines(_folder.File("results.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(["q1", "2", "q3", "q4", "q5"], lines.Select(line => line.GetProperty("qid").GetString()));
        Assert.Equal(["lanterns", null, null, "harbour", "harbour"], lines.Select(line => line.GetProperty("matchedId").GetString()));
        Assert.Equal(["auto", "review", "none", "auto", "auto"], lines.Select(line => line.GetProperty("zone").GetString()));
        Assert.Equal(["exact", "fuzzy", null, "isrc", "mbid"], lines.Select(line => line.GetProperty("tier").GetString()));
        Assert.Equal(0, lines[2].GetProperty("candidates").GetArrayLength());
        Assert.Equal("lanterns", lines[1].GetProperty("candidates")[0].GetProperty("id").GetString());
        Assert.Equal(lines[0].GetProperty("confidence").GetDouble(), lines[0].GetProperty("candidates")[0].GetProperty("confidence").GetDouble());
    }

    [Fact]
    public void Prints_the_figures_of_all_and_of_each_category()
    {
        Evaluate(Library, """
            {"qid":"1","title":"Paper Lanterns","artist":"Ann Ash","durationMs":200000,"expected":["lanterns"],"category":"plain"}
            {"qid":"2","title":"Stone Harbour","artist":"Bo Birch","durationMs":240000,"expected":["gone","lanterns"],"category":"plain"}
            {"qid":"3","title":"Stone Harbour","artist":"Ann Ash","durationMs":240000,"expected":[],"category":"absent"}
            {"qid":"4","title":"Paper Lanterns (Live)","artist":"Ann Ash","durationMs":200000,"expected":["lanterns"],"category":"live"}
            {"qid":"5","title":"Iron Bell","artist":"Ann Ash"}
            """);

        var rows = _output.ToString().Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToArray();
        Assert.Equal(["all", "4", "0.3333", "0.3333", "0.3333", "1", "1.0000", "0.2500", "1.0000"], Row("all"));
        Assert.Equal(["plain", "2", "0.5000", "0.5000", "0.5000", "0", "–", "0.0000", "–"], Row("plain"));
        Assert.Equal(["absent", "1", "0.0000", "–", "–", "1", "1.0000", "0.0000", "–"], Row("absent"));
        Assert.Contains("4 songs, 4 queries, and 1 without \"expected\", which are not counted", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("tiers, written: pin 0 · isrc 0 · mbid 0 · exact 3 · fuzzy 0", _output.ToString(), StringComparison.Ordinal);

        string[] Row(string name) => rows.Single(row => row is [var first, _, _, _, ..] && first == name);
    }

    public static TheoryData<string, string, string> MalformedInput => new()
    {
        { Library + "\n{\"id\":\"lanterns\"}", "", "library.jsonl, line 6: the id \"lanterns\" stands in an earlier line too." },
        { "{\"title\":\"No id\"}", "", "library.jsonl, line 1: \"id\" is missing." },
        { "{\"id\":\"a\"}\n[1]", "", "library.jsonl, line 2: a JSON object is expected." },
        { "{\"id\":\"a\",\"artists\":[[1]]}", "", "library.jsonl, line 1: \"artists\" must hold texts." },
        { Library, "{\"qid\":\"1\",\"title\":\"x\"}\n\n{\"qid\":\"2\"}", "queries.jsonl, line 3: \"title\" is missing." },
        { Library, "{\"title\":\"x\"}", "queries.jsonl, line 1: \"qid\" is missing." },
        { Library, "{\"qid\":\"1\",\"title\":{}}", "queries.jsonl, line 1: \"title\" must be a text." },
        { Library, "{\"qid\":\"1\",\"title\":\"x\",\"durationMs\":\"long\"}", "queries.jsonl, line 1: \"durationMs\" must be a number of milliseconds." },
        { Library, "{\"qid\":\"1\",\"title\":\"x\"", "queries.jsonl, line 1: this is no JSON" },
    };

    [Theory]
    [MemberData(nameof(MalformedInput))]
    public void Names_the_line_of_malformed_input(string library, string queries, string message)
    {
        Assert.Equal(1, Evaluate(library, queries));
        Assert.Contains(message, _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_argument_or_file_is_wrong()
    {
        Assert.Equal(1, EvaluateVerb.Run(["--library", "x"], _output, _error));
        Assert.Equal(1, EvaluateVerb.Run(["--library"], _output, _error));
        Assert.Equal(1, EvaluateVerb.Run(["--songs", "x"], _output, _error));
        Assert.Equal(1, EvaluateVerb.Run(["--library", _folder.File("gone"), "--queries", "x"], _output, _error));

        Assert.Equal(
            ["--queries is missing.", "--library needs a value behind it.", "\"--songs\" is not understood; there are --library, --queries, --out."],
            _error.ToString().Split(Environment.NewLine).Take(3));
        Assert.Contains("gone cannot be read", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_matched_like_any_other_letter()
    {
        Assert.Equal(0, Evaluate("""{"id":"half","title":"Moon \ud83c\n\"Light\"","artist":"Ann Ash","durationMs":200000}""", """
            {"qid":"1","title":"Moon Light","artist":"Ann Ash","durationMs":200000,"expected":["half"]}
            """));
        Assert.Contains("\"matchedId\":\"half\"", File.ReadAllText(_folder.File("results.jsonl")), StringComparison.Ordinal);
    }

    private int Evaluate(string library, string queries)
    {
        File.WriteAllText(_folder.File("library.jsonl"), library);
        File.WriteAllText(_folder.File("queries.jsonl"), queries);
        return EvaluateVerb.Run(
            ["--library", _folder.File("library.jsonl"), "--queries", _folder.File("queries.jsonl"), "--out", _folder.File("results.jsonl")], _output, _error);
    }
}
