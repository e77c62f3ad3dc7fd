using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class WorkWordsTests
{
    [Theory]
    [InlineData("bach", "johann sebastian bach")]
    [InlineData("beethoven", "ludwig van beethoven")]
    [InlineData("strauss", null)]
    [InlineData("scarlatti", null)]
    [InlineData("ash", null)]
    public void A_surname_alone_names_a_composer_unless_two_famous_ones_share_it(string name, string? composer)
        => Assert.Equal(composer, WorkWords.ComposerOf(name));
}
