using Spotter.Core.Targets;

namespace Spotter.Tests.Core.Targets;

public sealed class TargetTokenTests
{
    [Fact]
    public void A_name_with_a_token_is_known_as_ours()
    {
        var token = TargetToken.Create();
        var name = TargetToken.NameWith("Road trip", token);

        Assert.True(TargetToken.IsIn(name));
        Assert.True(TargetToken.IsIn(name, token));
        Assert.False(TargetToken.IsIn(name, TargetToken.Create()));
        Assert.NotEqual(token, TargetToken.Create());
    }

    [Theory]
    [InlineData("Road trip")]
    [InlineData("Road trip (spotter-)")]
    [InlineData("Road trip (spotter-0123456789abcdeg)")]
    [InlineData("Road trip (spotter-0123456789abcdef0)")]
    [InlineData("Road trip (spotter-0123456789abcdef]")]
    [InlineData("(spotter-0123456789abcdef) Road trip")]
    [InlineData(")")]
    [InlineData("")]
    public void Other_names_are_not(string name) => Assert.False(TargetToken.IsIn(name));
}
