using Spotter.Core.Matching.Aliases;

namespace Spotter.Tests.Core.Matching.Aliases;

public sealed class CatalogueQuestionTests
{
    [Theory]
    [InlineData("as written", "Halcyon", "Ann Ash", "Halcyon", "Ann Ash")]
    [InlineData("without a bracket", "Halcyon (Live at Wembley)", "Ann Ash", "Halcyon", "Ann Ash")]
    [InlineData("without a tail", "Halcyon - Remastered 2011", "Ann Ash", "Halcyon", "Ann Ash")]
    [InlineData("without what stands behind other dashes", "Halcyon – Live — Mono", "Ann Ash", "Halcyon", "Ann Ash")]
    [InlineData("with a dash of its own", "A-Ha Moment (Live)", "Ann Ash", "A-Ha Moment", "Ann Ash")]
    [InlineData("a bracket in front", "(Sittin' On) The Dock", "Ann Ash", "(Sittin' On) The Dock", "Ann Ash")]
    [InlineData("blanks around", " Halcyon ", " Ann Ash ", "Halcyon", "Ann Ash")]
    [InlineData("without a guest", "Halcyon", "Ann Ash feat. Bo Birch", "Halcyon", "Ann Ash")]
    [InlineData("without a guest in a bracket", "Halcyon", "Ann Ash (Ft. Bo Birch)", "Halcyon", "Ann Ash (Ft. Bo Birch)")]
    [InlineData("a name that begins with a guest's word", "Halcyon", "feat. Ann", "Halcyon", "feat. Ann")]
    public void Title_and_first_artist_are_asked_by(string why, string title, string artist, string askedTitle, string askedArtist)
    {
        var question = Assert.Single(CatalogueQuestion.Of(new() { Title = title, Artists = [artist, "Cy Cole"] }));

        Assert.True((question.Title, question.Artist) == (askedTitle, askedArtist), $"{why}: {question.Title}, {question.Artist}");
    }

    [Fact]
    public void What_is_longer_than_any_name_is_not_asked_by()
    {
        var longest = new string('x', 200);

        Assert.Single(CatalogueQuestion.Of(new() { Title = longest, Artists = ["Ann Ash"] }));
        Assert.Empty(CatalogueQuestion.Of(new() { Title = longest + "x", Artists = ["Ann Ash"] }));
        Assert.Single(CatalogueQuestion.Of(new() { Title = "Halcyon", Artists = [longest] }));
        Assert.Empty(CatalogueQuestion.Of(new() { Title = "Halcyon", Artists = [longest + "x"] }));
        Assert.Empty(CatalogueQuestion.Of(new() { Title = "Halcyon" }));
    }

    [Theory]
    [InlineData("Ann", true)]
    [InlineData("1979 é", true)]
    [InlineData("ɐ", false)]
    [InlineData("1979", false)]
    [InlineData("藤井風", false)]
    public void Letters_are_latin_or_not(string text, bool areLatin) => Assert.Equal(areLatin, LettersOf.AreLatin(text));

    [Theory]
    [InlineData("Ann", "藤井風", true)]
    [InlineData("Ann", "Bo", false)]
    [InlineData("藤井風", "きらり", false)]
    [InlineData("藤井風", "1979", false)]
    [InlineData("1979", "Ann", false)]
    public void Letters_are_apart_where_one_text_has_latin_ones_and_the_other_only_others(string a, string b, bool areApart)
    {
        Assert.Equal(areApart, LettersOf.AreApart(a, b));
        Assert.Equal(areApart, LettersOf.AreApart(b, a));
    }

    [Theory]
    [InlineData("藤井風", "Fujii, Kaze", "Kaze Fujii|Fujii Kaze")]
    [InlineData("方便", "Bangtan", "Bangtan")]
    [InlineData("方便", "A, B, C", "A, B, C")]
    [InlineData("Ann Ash", "Ash, Ann", "")]
    [InlineData("藤井風", "藤井, 風", "")]
    [InlineData("藤井風", "", "")]
    public void The_name_by_which_a_catalogue_sorts_is_read_both_ways(string name, string sortName, string readings)
        => Assert.Equal(readings, string.Join('|', SortedName.Readings(name, sortName)));
}
