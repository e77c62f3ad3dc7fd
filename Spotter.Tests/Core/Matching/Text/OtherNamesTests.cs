using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class OtherNamesTests
{
    [Theory]
    [InlineData("a band of somebody", "jimi hendrix experience", "jimi hendrix")]
    [InlineData("a big band", "ann ash big band", "ann ash")]
    [InlineData("a single name", "hendrix experience", "")]
    [InlineData("a big band of a single name", "ash big band", "")]
    [InlineData("no band", "ann ash harbour", "")]
    [InlineData("one word", "experience", "")]
    public void A_band_has_a_leader(string what, string key, string leader) => Assert.True(OtherNames.LeaderOf(key).ToString() == leader, what);

    [Theory]
    [InlineData("two people", "daryl hall and john oates", "hall and oates")]
    [InlineData("three people", "ann ash and bo birch and cy cole", null)]
    [InlineData("one name each", "hall and oates", null)]
    [InlineData("three names", "ann may ash and bo birch", null)]
    [InlineData("three names of the other", "ann ash and bo lee birch", null)]
    [InlineData("a band of somebody", "ann ash and the birches", null)]
    [InlineData("a band before somebody", "the ashes and bo birch", null)]
    [InlineData("an initial", "a ash and bo birch", null)]
    [InlineData("a surname of one letter", "ann a and bo birch", null)]
    [InlineData("nobody before", " and bo birch", null)]
    [InlineData("one person", "ann ash", null)]
    public void A_duo_is_also_called_by_its_surnames(string what, string key, string? surnames)
    {
        var list = new SpanList<char>(stackalloc char[64]);

        var isOne = OtherNames.TryAppendSurnames(key, ref list);

        Assert.True((isOne ? list.Items.ToString() : null) == surnames, $"{what}: {list.Items}");
        list.Dispose();
    }

    [Theory]
    [InlineData("another script in brackets", "BTS (방탄소년단)", "BTS", "방탄소년단")]
    [InlineData("Latin in brackets", "방탄소년단 (BTS)", "방탄소년단", "BTS")]
    [InlineData("wide brackets", "BTS（방탄소년단）", "BTS", "방탄소년단")]
    [InlineData("blanks around", "BTS ( 방탄소년단 ) ", "BTS", "방탄소년단")]
    [InlineData("the same script in brackets", "Émile (UK)", null, null)]
    [InlineData("another script in both", "방탄 (소년단)", null, null)]
    [InlineData("nothing in brackets", "방탄소년단 ()", null, null)]
    [InlineData("nothing before the brackets", "(방탄소년단)", null, null)]
    [InlineData("no bracket that closes", "BTS (방탄소년단", null, null)]
    [InlineData("no bracket that opens", "BTS 방탄소년단)", null, null)]
    [InlineData("something behind the brackets", "BTS (방탄소년단) x", null, null)]
    [InlineData("nothing but ASCII", "BTS (UK)", null, null)]
    public void A_name_may_be_in_two_scripts(string what, string name, string? outside, string? inside)
    {
        var isOne = OtherNames.IsInTwoScripts(name, out var before, out var within);

        Assert.True(isOne == outside is not null, what);
        if (isOne)
        {
            Assert.True((before.ToString(), within.ToString()) == (outside!, inside!), $"{what}: {before}, {within}");
        }
    }
}
