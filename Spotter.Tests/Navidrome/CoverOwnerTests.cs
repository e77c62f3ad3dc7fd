using Spotter.Navidrome;

namespace Spotter.Tests.Navidrome;

public sealed class CoverOwnerTests
{
    [Theory]
    [InlineData("al-5cLJPkLA5DK2BADhoeotPk_0", "album", "5cLJPkLA5DK2BADhoeotPk")]
    [InlineData("al-5cLJPkLA5DK2BADhoeotPk_66f0a1", "album", "5cLJPkLA5DK2BADhoeotPk")]
    [InlineData("dc-5cLJPkLA5DK2BADhoeotPk:1", "album", "5cLJPkLA5DK2BADhoeotPk")]
    [InlineData("dc-5cLJPkLA5DK2BADhoeotPk:1_0", "album", "5cLJPkLA5DK2BADhoeotPk")]
    [InlineData("pl-6owyzFEyktb6jxHvAYbn6w", "playlist", "6owyzFEyktb6jxHvAYbn6w")]
    [InlineData("mf-6owyzFEyktb6jxHvAYbn6w_1", null, null)]
    [InlineData("al-", null, null)]
    [InlineData("5cLJPkLA5DK2BADhoeotPk", null, null)]
    [InlineData("", null, null)]
    public void An_id_of_a_cover_tells_whose_it_is(string id, string? kind, string? owner)
        => Assert.Equal((kind, owner), (CoverOwner.Of(id)?.Kind, CoverOwner.Of(id)?.Id));
}
