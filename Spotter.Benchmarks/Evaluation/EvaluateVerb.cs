using System.Diagnostics;
using Spotter.Core.Matching;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>Measures how good the matcher is on labelled queries against a library.</summary>
internal static class EvaluateVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- evaluate --library library.jsonl --queries queries.jsonl [--out results.jsonl]
            Precision, recall and how much the confidence is worth, on queries whose answers are known.
        """;

    private static readonly string[] Required = ["--library", "--queries"];
    private static readonly string[] Optional = ["--out"];

    /// <summary>0, or 1 with a message if the input is malformed.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        try
        {
            var files = VerbArguments.Parse(arguments, Required, Optional);
            var matcher = new TrackMatcher(LibraryIndex.Build(LibraryFile.Read(files["--library"])), new());
            using var results = JsonLinesWriter.To(files.Optional("--out"));
            var outcomes = new List<QueryOutcome>();
            var unlabelled = 0;
            foreach (var query in QueryFile.Read(files["--queries"]))
            {
                var watch = Stopwatch.StartNew();
                var result = matcher.Match(new(query.Track));
                watch.Stop();
                results.Write(ResultLine.Of(query, result));
                if (query.Expected is { } expected)
                {
                    outcomes.Add(QueryOutcome.Of(query, expected, result, watch.Elapsed));
                }
                else
                {
                    unlabelled++;
                }
            }

            EvaluationReport.Write(output, matcher.Index.Songs.Count, outcomes, unlabelled);
            return 0;
        }
        catch (MalformedInputException malformed)
        {
            error.WriteLine(malformed.Message);
            return 1;
        }
    }
}
