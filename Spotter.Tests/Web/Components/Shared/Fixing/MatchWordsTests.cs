using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Tests.Web.Components.Shared.Fixing;

public sealed class MatchWordsTests
{
    [Theory]
    [InlineData(31_000, "+31 s")]
    [InlineData(-2_400, "−2 s")]
    [InlineData(400, "same length")]
    [InlineData(null, "")]
    public void A_difference_of_lengths_is_seconds(int? ms, string expected) => Assert.Equal(expected, MatchWords.LengthDifference(ms));
}
