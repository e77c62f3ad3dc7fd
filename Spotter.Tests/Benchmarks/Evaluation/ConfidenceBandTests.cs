using Spotter.Benchmarks.Evaluation;
using Spotter.Core.Matching;

namespace Spotter.Tests.Benchmarks.Evaluation;

public sealed class ConfidenceBandTests
{
    [Fact]
    public void Holds_automatic_answers_and_reviews_by_confidence_and_nothing_that_was_not_found()
    {
        var bands = ConfidenceBand.Of(
        [
            Outcome(MatchZone.Auto, 1, isRight: true), Outcome(MatchZone.Auto, 0.95, isRight: true), Outcome(MatchZone.Auto, 0.97, isRight: false),
            Outcome(MatchZone.Review, 0.05, isRight: false), Outcome(MatchZone.None, 0, isRight: false),
        ]);

        Assert.Equal([new(0.05, 0.1, 1, 0), new(0.95, 1, 3, 2)], bands);
    }

    // Calculated by hand from the formula: 8 of 10, and 0 of 20.
    [Theory]
    [InlineData(10, 8, 0.4902, 0.9433)]
    [InlineData(20, 0, 0, 0.1611)]
    [InlineData(20, 20, 0.8389, 1)]
    public void Knows_how_sure_its_share_is(int count, int right, double low, double high)
    {
        var interval = new ConfidenceBand(0.5, 0.55, count, right).Interval;

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    private static QueryOutcome Outcome(MatchZone zone, double confidence, bool isRight)
        => new(null, zone, null, confidence, HasAnswer: true, isRight, isRight, TimeSpan.Zero);
}
