using System.Globalization;
using Spotter.Benchmarks.Evaluation;
using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Speed;

/// <summary>Puts the same queries to the matcher and to the two methods without an index.</summary>
internal static class AccuracyComparison
{
    public static AccuracyFigures Run(string name, IReadOnlyList<Song> songs, IReadOnlyList<LabelledQuery> queries)
    {
        var matcher = new TrackMatcher(LibraryIndex.Build(songs), new());
        var plain = Yardsticks.PlainSongs(songs);
        var choices = Yardsticks.Choices(songs);
        var spotter = queries.Select(query => matcher.Match(new(query.Track)).Song is { } song ? (song.Id, Score: 1.0) : (Id: null, 0)).ToArray();
        var scan = queries.Select(query => Named(Yardsticks.Scan(plain, query.Track), songs)).ToArray();
        var fuzzy = queries.Select(query => Named(Yardsticks.FuzzySharpSearch(choices, query.Track), songs)).ToArray();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{name}: {queries.Count:N0} queries, {songs.Count:N0} songs"),
            F1(queries, spotter, 0.5),
            Thresholds.Max(threshold => F1(queries, scan, threshold)),
            Thresholds.Max(threshold => F1(queries, fuzzy, threshold)));
    }

    private static IEnumerable<double> Thresholds => Enumerable.Range(50, 51).Select(percent => percent / 100.0);

    private static (string? Id, double Score) Named((int Song, double Similarity) found, IReadOnlyList<Song> songs)
        => found.Song < 0 ? (null, 0) : (songs[found.Song].Id, found.Similarity);

    private static double F1(IReadOnlyList<LabelledQuery> queries, (string? Id, double Score)[] answers, double threshold)
    {
        var (written, right, present) = (0, 0, 0);
        for (var i = 0; i < queries.Count; i++)
        {
            var expected = queries[i].Expected ?? [];
            present += expected.Count > 0 ? 1 : 0;
            if (answers[i] is { Id: { } id } answer && answer.Score >= threshold)
            {
                written++;
                right += expected.Contains(id) ? 1 : 0;
            }
        }

        return written + present == 0 ? 1 : 2.0 * right / (written + present);
    }
}
