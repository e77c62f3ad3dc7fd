using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Tracks;

public sealed class IsrcTests
{
    [Theory]
    [InlineData("GBAAA0000001", "GBAAA0000001")]
    [InlineData("gb-aaa-00-00001", "GBAAA0000001")]
    [InlineData(" GB AAA 00 00001 ", "GBAAA0000001")]
    [InlineData("QZ1XK9543253", "QZ1XK9543253")]
    [InlineData("GBAAA000001", null)]
    [InlineData("GBAAA00000012", null)]
    [InlineData("12AAA0000001", null)]
    [InlineData("1BAAA0000001", null)]
    [InlineData("G2AAA0000001", null)]
    [InlineData("GBAAAX000001", null)]
    [InlineData("GBAAA000000X", null)]
    [InlineData("GBAA10000001", "GBAA10000001")]
    [InlineData("GBAAAXX00001", null)]
    [InlineData("GBAAA_000001", null)]
    [InlineData("GB_AA0000001", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Has_one_normal_form(string? text, string? normal) => Assert.Equal(normal, Isrc.Normalize(text));

    [Theory]
    [InlineData("GBAAA0000001;GBAAA0000002")]
    [InlineData("GBAAA0000001, GBAAA0000002")]
    [InlineData("GBAAA0000001/GBAAA0000002")]
    [InlineData("gb-aaa-00-00001 gb-aaa-00-00002")]
    [InlineData("GBAAA0000001\tGBAAA0000002")]
    [InlineData("GBAAA0000001\0GBAAA0000002")]
    [InlineData("GBAAA0000001 ; , GBAAA0000002 ;")]
    [InlineData("GBAAA0000001;GBAAA0000002;GBAAA0000001;rubbish")]
    public void Several_in_one_tag_each_count(string tag) => Assert.Equal(["GBAAA0000001", "GBAAA0000002"], Isrc.ParseAll(tag));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("rubbish; more")]
    public void A_tag_without_a_code_holds_none(string? tag) => Assert.Empty(Isrc.ParseAll(tag));
}
