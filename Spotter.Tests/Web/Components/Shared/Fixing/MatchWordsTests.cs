using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Tests.Web.Components.Shared.Fixing;

public sealed class MatchWordsTests
{
    [Theory]
    [InlineData(1.0, "100%")]
    [InlineData(0.999, "99%")]
    [InlineData(0.64, "64%")]
    [InlineData(0, "0%")]
    public void Only_what_is_certain_is_a_hundred_percent(double confidence, string expected) => Assert.Equal(expected, MatchWords.Sure(confidence));

    [Theory]
    [InlineData(238_000, "3:58")]
    [InlineData(3_723_000, "1:02:03")]
    [InlineData(59_600, "1:00")]
    [InlineData(null, "")]
    public void A_length_is_minutes_and_seconds(int? ms, string expected) => Assert.Equal(expected, MatchWords.Length(ms));

    [Theory]
    [InlineData(31_000, "+31 s")]
    [InlineData(-2_400, "−2 s")]
    [InlineData(400, "same length")]
    [InlineData(null, "")]
    public void A_difference_of_lengths_is_seconds(int? ms, string expected) => Assert.Equal(expected, MatchWords.LengthDifference(ms));
}
