using Spotter.Benchmarks.Evaluation;
using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;
using Xunit.Abstractions;

namespace Spotter.Tests.Core.Matching.Corpus;

/// <summary>How often the matcher is right, and whether its confidence says so, on music that nobody has listed.</summary>
public sealed class CorpusTests(CorpusTests.Answers answers, ITestOutputHelper output) : IClassFixture<CorpusTests.Answers>
{
    [Fact]
    public void What_is_written_is_right_and_what_is_there_is_found()
    {
        var figures = new OutcomeFigures(answers.Outcomes);
        output.WriteLine(answers.Report);

        Assert.True(figures.Precision >= 0.998, answers.Report);
        Assert.True(figures.Recall >= 0.97, answers.Report);
    }

    [Fact]
    public void What_is_absent_or_there_in_another_version_only_is_not_written()
        => Assert.True(new OutcomeFigures(answers.Outcomes).FalseMatches <= 0.003, answers.Report);

    [Fact]
    public void The_confidence_is_the_share_that_is_right()
    {
        var bands = ConfidenceBand.Of(answers.Outcomes).Where(band => band.Count >= 100).ToArray();

        Assert.All(bands, band => Assert.True(band.ShareRight >= band.From - 0.05, answers.Report));
        Assert.All(bands.Zip(bands.Skip(1)), pair => Assert.True(pair.Second.Interval.High >= pair.First.Interval.Low, answers.Report));
    }

    /// <summary>What is known of a song when it is asked for by its own data.</summary>
    public static TheoryData<string, Func<Song, SourceTrack>> OwnData => new()
    {
        { "everything", Whole },
        { "no length", song => Whole(song) with { DurationMs = null } },
        { "no album", song => Whole(song) with { Album = null } },
        { "the artist in the title", song => Whole(song) with { Title = $"{song.Artist} - {song.Title}", Artists = [] } },
    };

    [Theory]
    [MemberData(nameof(OwnData))]
    public void Every_song_finds_itself_or_one_with_the_very_same_text(string known, Func<Song, SourceTrack> ask)
    {
        var twins = answers.Songs.ToLookup(TextOf);
        var lost = new List<string>();
        foreach (var song in answers.Songs)
        {
            var track = ask(song);
            var result = answers.Matcher.Match(new(track));
            var isFound = result.Song is { } found && TextOf(found) == TextOf(song) && (track.Album is null || track.DurationMs is null || found.Album == song.Album);

            // Of several recordings with one text, what tells them apart may be what is not known.
            var mayAsk = known != "everything" && result.Zone == MatchZone.Review && twins[TextOf(song)].Skip(1).Any();
            if (!isFound && !mayAsk)
            {
                lost.Add($"{track.Title} – {track.ArtistLine} [{track.Album}] {track.DurationMs}: {result.Zone}, {result.Song}");
            }
        }

        Assert.True(lost.Count == 0, $"{known}: {lost.Count} of {answers.Songs.Count}; {string.Join('\n', lost.Take(10))}");
    }

    private static SourceTrack Whole(Song song)
        => new() { Title = song.Title, Artists = song.Artists, Album = song.Album, DurationMs = song.DurationMs };

    private static (string Title, string Artists) TextOf(Song song) => (song.Title, string.Join(';', song.Artists));

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
            foreach (var (query, result) in answers.Where(answer => answer.Query.Expected is [] ? answer.Result.Song is not null : answer.Result.Song is null).Take(50))
            {
                report.WriteLine($"{query.Category}: \"{query.Track.Title}\" by {query.Track.ArtistLine}, {query.Track.Album ?? "no album"}, {query.Track.DurationMs} ms: {result.Zone}, {result.Reason}; {(query.Expected is [var wanted, ..] && songs.First(song => song.Id == wanted) is var song ? $"{song.Title} by {song.Artist}" : result.Song?.Title)}");
            }

            Report = report.ToString();
        }

        public IReadOnlyList<Song> Songs { get; }

        public TrackMatcher Matcher { get; }

        internal IReadOnlyList<QueryOutcome> Outcomes { get; }

        public string Report { get; }
    }
}
