using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching;

/// <summary>What a judgement concludes from its figures, on each side of each boundary.</summary>
public sealed class JudgementTests
{
    // As likely to be another recording of the song as to be a different song.
    private static readonly Evidence Even = new(0, 0);

    [Theory]
    [InlineData("what must be shown", true, false, 0.1, 0.9, true)]
    [InlineData("as sure as a song must be to be shown", false, false, 0.6, 0.6, true)]
    [InlineData("less sure than that", false, false, 0.5999, 0.6, false)]
    [InlineData("the song in another recording, close enough to be meant", false, true, 0.1, 0.5, true)]
    [InlineData("the song in another recording, less likely than that", false, true, 0.1, 0.51, false)]
    [InlineData("the song in another recording, not close enough to be meant", false, false, 0.1, 0.5, false)]
    public void A_song_is_worth_showing(string what, bool mustBeShown, bool passes, double confidence, double least, bool isWorthIt)
    {
        var judgement = Of(confidence) with { MustBeShown = mustBeShown, PassesFloors = passes };

        Assert.True(isWorthIt == judgement.IsWorthShowing(new() { ReviewConfidence = least }), what);
    }

    [Theory]
    [InlineData(null, 0.9, 0.9)]
    [InlineData(MatchReason.LengthUnsure, 0.9, MatchScorer.ReviewCeiling)]
    [InlineData(MatchReason.LengthUnsure, 0.5, 0.5)]
    public void What_a_person_must_look_at_keeps_no_other_from_being_written(MatchReason? waits, double confidence, double weight)
    {
        var judgement = Of(confidence) with { Waits = waits };

        Assert.Equal((waits is null, weight), (judgement.MayBeAutomatic, judgement.Weight));
    }

    [Theory]
    [InlineData(1.0, true)]
    [InlineData(0.999, false)]
    [InlineData(null, false)]
    public void Lengths_agree_within_the_tolerance(double? duration, bool agree)
        => Assert.Equal(agree, (Of(0.5) with { Score = Of(0.5).Score with { Duration = duration } }).DurationAgrees);

    [Theory]
    [InlineData(TitleRelation.Equal, VersionAgreement.Same, true)]
    [InlineData(TitleRelation.Close, VersionAgreement.Unsure, true)]
    [InlineData(TitleRelation.Equal, VersionAgreement.Different, false)]
    [InlineData(TitleRelation.Different, VersionAgreement.Same, false)]
    [InlineData(TitleRelation.OtherLetters, VersionAgreement.Same, false)]
    public void A_title_agrees_with_its_version_included(TitleRelation relation, VersionAgreement version, bool agrees)
        => Assert.Equal(agrees, (Of(0.5) with { Relation = relation, Version = version }).TitleAgrees);

    private static Judgement Of(double confidence)
        => new(SongReading.Of(MatchCase.SongOf("Paper Lanterns", "Ann Ash")), new(1, 1, null, null, true, null, confidence), TitleRelation.Equal, VersionAgreement.Same, Even, PassesFloors: false, Waits: null);
}
