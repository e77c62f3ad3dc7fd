using Spotter.Core.Matching;
using Spotter.Core.Matching.Tiers;
using Spotter.Core.Tracks;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching.Tiers;

/// <summary>The table in docs/matching.md, row by row.</summary>
public sealed class IdentifierEvidenceTests
{
    private static readonly Song Lanterns = SongOf("Paper Lanterns", "Ann Ash", "Lanterns");

    [Theory]
    [InlineData("title and length agree", "Paper Lanterns", "Ann Ash", 200, true)]
    [InlineData("the title agrees, the length is unknown", "Paper Lanterns", "Ann Ash", null, true)]
    [InlineData("the title agrees, the length differs", "Paper Lanterns", "Ann Ash", 260, true)]
    [InlineData("the title differs, the length agrees", "Iron Bell", "Bo Birch", 200, true)]
    [InlineData("the title differs and so does the length", "Iron Bell", "Bo Birch", 260, false)]
    [InlineData("the title differs, the length is unknown", "Iron Bell", "Bo Birch", null, false)]
    [InlineData("another version of another length", "Paper Lanterns (Live)", "Ann Ash", 260, false)]
    [InlineData("letters that cannot be compared, another length", "รักเธอ", "Ann Ash", 260, false)]
    public void With_title_or_length_it_is_a_match_and_against_both_a_conflict(string reason, string title, string artist, int? seconds, bool agrees)
    {
        var judgement = MatchScorer.Judge(TrackReading.Of(TrackOf(title, artist, seconds: seconds)), SongReading.Of(Lanterns));

        var finding = IdentifierEvidence.Weigh([judgement]);

        var weighed = Assert.Single(finding.Judgements);
        Assert.True(weighed.MayBeAutomatic == agrees, reason);
        Assert.Equal(agrees ? null : MatchReason.IdentifierConflict, finding.Obstacle);
        Assert.Equal(agrees ? null : MatchReason.IdentifierConflict, weighed.Waits);
        Assert.True(weighed is { PassesFloors: true, MustBeShown: true }, reason);
        Assert.Equal(agrees ? Math.Max(0.95, weighed.Evidence.OfRecording) : weighed.Evidence.OfRecording, weighed.Score.Confidence);
    }

    [Fact]
    public void A_damaged_title_leaves_the_least_that_an_identifier_is_worth_and_a_whole_one_more()
    {
        Assert.Equal(0.95, Weighed(TrackOf("Iron Bell", "Bo Birch", "Other")).Score.Confidence);
        Assert.True(Weighed(TrackOf("Paper Lanterns", "Ann Ash", "Lanterns")).Score.Confidence > 0.95);
    }

    [Fact]
    public void Nothing_is_found_where_no_song_has_it_and_one_that_agrees_is_enough()
    {
        Assert.Empty(IdentifierEvidence.Weigh([]).Judgements);
        Assert.Null(IdentifierEvidence.Weigh([]).Obstacle);

        var track = TrackReading.Of(TrackOf("Paper Lanterns", "Ann Ash", seconds: null));
        Judgement[] both = [MatchScorer.Judge(track, SongReading.Of(SongOf("Iron Bell", "Bo Birch", id: "other"))), MatchScorer.Judge(track, SongReading.Of(Lanterns))];
        Assert.Null(IdentifierEvidence.Weigh(both).Obstacle);
    }

    private static Judgement Weighed(SourceTrack track) => IdentifierEvidence.Weigh([MatchScorer.Judge(TrackReading.Of(track), SongReading.Of(Lanterns))]).Judgements[0];
}
