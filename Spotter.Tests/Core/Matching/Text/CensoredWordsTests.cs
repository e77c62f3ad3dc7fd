using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class CensoredWordsTests
{
    [Theory]
    [InlineData("letters in the middle", "Da**n It", "Daʔʔn It")]
    [InlineData("one letter in the middle", "Sh*t", "Shʔt")]
    [InlineData("letters at the end", "B****", "Bʔʔʔʔ")]
    [InlineData("one asterisk at the end", "Song*", null)]
    [InlineData("one asterisk before a blank", "Song* Two", null)]
    [InlineData("two asterisks before a blank", "So** Two", "Soʔʔ Two")]
    [InlineData("asterisks around a word", "*Intro*", null)]
    [InlineData("asterisks before a word", "**Intro", null)]
    [InlineData("asterisks behind a number", "5 **** Hotel", null)]
    [InlineData("asterisks behind a digit", "5**", null)]
    [InlineData("nothing but asterisks", "***", null)]
    [InlineData("one asterisk between a letter and a digit", "A*1", null)]
    [InlineData("some that hide letters and some that do not", "*Sh*t*", "*Shʔt*")]
    [InlineData("none", "Intro", null)]
    public void Asterisks_hide_letters(string what, string title, string? masked)
        => Assert.True(CensoredWords.Masked(title) == masked, $"{what}: {CensoredWords.Masked(title)}");

    [Theory]
    [InlineData("the same letters elsewhere", "Sh*t", "Shut", true)]
    [InlineData("turned round", "Shut", "Sh*t", true)]
    [InlineData("both hide the same letter", "Sh*t", "Sh*t", true)]
    [InlineData("they hide different letters", "S**t", "Sh*t", true)]
    [InlineData("another letter elsewhere", "Sh*t", "Show", false)]
    [InlineData("one letter less", "Sh*t", "Sht", false)]
    [InlineData("a blank where a letter is hidden", "Sh*t", "Sh t", false)]
    [InlineData("a blank where a letter is hidden, turned round", "Sh t", "Sh*t", false)]
    [InlineData("no letter is hidden", "Shut", "Shut", false)]
    public void A_hidden_letter_may_be_any(string what, string a, string b, bool doFit)
        => Assert.True(CensoredWords.Fit(TitleParser.Parse(a), TitleParser.Parse(b)) == doFit, what);
}
