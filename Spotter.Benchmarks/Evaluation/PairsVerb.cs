using System.Globalization;
using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>Measures how good the matcher is on labelled pairs: with only the right record in the library, is the left one
/// written?</summary>
internal static class PairsVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- pairs --pairs pairs.jsonl --library library.jsonl --queries queries.jsonl [--out results.jsonl]
            Precision and recall on pairs of which somebody has said whether they are one recording.
        """;

    private static readonly string[] Required = ["--pairs", "--library", "--queries"];
    private static readonly string[] Optional = ["--out"];

    /// <summary>0, or 1 with a message if the input is malformed.</summary>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        try
        {
            var files = VerbArguments.Parse(arguments, Required, Optional);
            var songs = LibraryFile.Read(files["--library"]).ToDictionary(song => song.Id, StringComparer.Ordinal);
            var queries = new Dictionary<string, SourceTrack>(StringComparer.Ordinal);
            foreach (var query in QueryFile.Read(files["--queries"]))
            {
                if (!queries.TryAdd(query.Id, query.Track))
                {
                    throw new MalformedInputException($"{files["--queries"]}: the qid \"{query.Id}\" stands there twice, so that a pair cannot say which is meant.");
                }
            }

            using var results = JsonLinesWriter.To(files.Optional("--out"));
            var (count, right, written, same) = (0, 0, 0, 0);
            foreach (var (pair, track, song) in Read(files["--pairs"], queries, songs))
            {
                var isMatched = new TrackMatcher(LibraryIndex.Build([song]), new()).Match(new(track)).Zone == MatchZone.Auto;
                results.Write(new PairLine(pair.Left, pair.Right, isMatched));
                count++;
                right += isMatched && pair.IsSame ? 1 : 0;
                written += isMatched ? 1 : 0;
                same += pair.IsSame ? 1 : 0;
            }

            var precision = written == 0 ? 0 : (double)right / written;
            var recall = same == 0 ? 0 : (double)right / same;
            var f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} pairs, {same:N0} of them one recording; {written:N0} matched, {right:N0} of them rightly"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"precision {precision:0.0000}  recall {recall:0.0000}  F1 {f1:0.0000}"));
            return 0;
        }
        catch (MalformedInputException malformed)
        {
            error.WriteLine(malformed.Message);
            return 1;
        }
    }

    private static IEnumerable<(LabelledPair Pair, SourceTrack Track, Song Song)> Read(
        string path, Dictionary<string, SourceTrack> queries, Dictionary<string, Song> songs)
        => JsonLines.Read(path, fields =>
        {
            var pair = new LabelledPair(fields.Id("left"), fields.Id("right"), fields.Label("label"));
            return !queries.TryGetValue(pair.Left, out var track) ? throw fields.Error($"there is no query \"{pair.Left}\".")
                : !songs.TryGetValue(pair.Right, out var song) ? throw fields.Error($"there is no song \"{pair.Right}\".")
                : (pair, track, song);
        });
}
