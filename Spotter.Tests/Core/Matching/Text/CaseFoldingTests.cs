using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class CaseFoldingTests
{
    [Theory]
    [InlineData("i\u0307zmir", "izmir")]
    [InlineData("I\u0307ZMI\u0307R", "izmir")]
    [InlineData("di\u0307i\u0307", "dii")]
    [InlineData("I\u0307zmiri", "izmiri")]
    [InlineData("a\u0307i", "a\u0307i")]
    [InlineData("ii\u0307", "ii")]
    [InlineData("ßaﬀ", "ssaff")]
    [InlineData("Straße ist Straße", "strasse ist strasse")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void Letters_are_folded_wherever_they_stand(string text, string folded) => Assert.Equal(folded, CaseFolding.Fold(text));
}
