using Spotter.Benchmarks.Evaluation;
using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;
using Xunit.Abstractions;

namespace Spotter.Tests.Core.Matching.Corpus;

/// <summary>How often the matcher is right, and whether its confidence agrees, on invented music.</summary>
public sealed class CorpusTests(CorpusTests.Answers answers, ITestOutputHelper output) : IClassFixture<CorpusTests.Answers>
{
    [Fact]
    public void What_is_written_is_right_and_what_is_there_is_found()
    {
        var figures = new OutcomeFigures([.. answers.Outcomes.Where(outcome => !IsForReview(outcome))]);
        output.WriteLine(answers.Report);

        Assert.True(figures.Precision >= 0.998, answers.Report);
        Assert.True(figures.Recall >= 0.97, answers.Report);
    }

    [Fact]
    public void What_waits_by_rule_is_shown()
        => Assert.All(answers.Outcomes.Where(IsForReview), outcome => Assert.True(outcome.ShowsRight, answers.Report));

    [Fact]
    public void What_is_absent_or_there_in_another_version_only_is_not_written()
        => Assert.True(new OutcomeFigures(answers.Outcomes).FalseMatches <= 0.003, answers.Report);

    [Fact]
    public void The_confidence_is_the_share_that_is_right()
    {
        // A dozen answers prove nothing, and hardly any song has a confidence of 0.2 or 0.3.
        var bands = ConfidenceBand.Of(answers.Outcomes, bands: 10).Where(band => band.Count >= 20).ToArray();

        Assert.True(bands.Length >= 6, answers.Report);

        Assert.All(bands, band => Assert.True(band.IsAsRightAsItSays, $"{band}, {band.Interval}\n{answers.Report}"));
    }

    [Theory]
    [MemberData(nameof(OwnData.All), MemberType = typeof(OwnData))]
    public void Every_song_finds_itself_or_one_with_the_very_same_text(string known, Func<Song, SourceTrack> ask)
    {
        var lost = OwnData.Lost(answers.Matcher, answers.Songs, known, ask).ToArray();
        Assert.True(lost.Length == 0, $"{lost.Length} of {answers.Songs.Count}: {string.Join('\n', lost.Take(20))}");
    }

    // Matches that the rules leave to a person unless album and length also agree.
    private static bool IsForReview(QueryOutcome outcome) => outcome.Category!.StartsWith("shown: ", StringComparison.Ordinal);

    /// <summary>The answers to all tracks, given once.</summary>
    public sealed class Answers
    {
        public Answers()
        {
            var catalogue = InventedCatalogue.Of(artists: 800, seed: 20261129);
            var songs = InventedLibrary.Shuffled(catalogue.Songs, seed: 7);
            var matcher = new TrackMatcher(LibraryIndex.Build(songs), new());
            (Songs, Matcher) = (songs, matcher);
            var answers = DisturbedTracks.Of(catalogue, count: 12_000, seed: 4711).ConvertAll(query => (Query: query, Result: matcher.Match(new(query.Track))));
            Outcomes = answers.ConvertAll(answer => QueryOutcome.Of(answer.Query, answer.Query.Expected!, answer.Result, TimeSpan.Zero));
            using var report = new StringWriter();
            EvaluationReport.Write(report, songs.Count, Outcomes, 0);
            foreach (var (query, result) in answers.Where(answer => answer.Query.Expected is [] ? answer.Result.Song is not null : answer.Result.Zone == MatchZone.None).Take(50))
            {
                report.WriteLine($"{query.Category}: \"{query.Track.Title}\" by {query.Track.ArtistLine}, {query.Track.Album ?? "no album"}, {query.Track.DurationMs} ms: {result.Zone}, {result.Reason}; {(query.Expected is [var wanted, ..] && songs.First(song => song.Id == wanted) is var song ? $"{song.Title} by {song.Artist}" : result.Song?.Title)}");
            }

            foreach (var band in Outcomes.Where(outcome => outcome.Zone != MatchZone.None && outcome.Confidence < 0.95).GroupBy(outcome => (int)(outcome.Confidence * 20)).OrderBy(band => band.Key))
            {
                report.WriteLine($"{band.Key / 20.0}: {string.Join(", ", band.GroupBy(outcome => (outcome.Category, outcome.Zone)).Select(group => $"{group.Key.Category} {group.Key.Zone} {group.Count(outcome => outcome.IsRight)} of {group.Count()}"))}");
            }

            Report = report.ToString();
        }

        public IReadOnlyList<Song> Songs { get; }

        public TrackMatcher Matcher { get; }

        internal IReadOnlyList<QueryOutcome> Outcomes { get; }

        public string Report { get; }
    }
}
