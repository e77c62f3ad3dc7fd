using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class HanVariantsTests
{
    [Theory]
    [InlineData("a traditional letter", '樂', '乐')]
    [InlineData("the first of the list", '㑯', '㑔')]
    [InlineData("the last of the list", '鿳', '鿸')]
    [InlineData("a simplified letter", '乐', '乐')]
    [InlineData("a letter that was never simplified", '山', '山')]
    [InlineData("the first Han letter", '\u3400', '\u3400')]
    [InlineData("the last Han letter", '\u9FFF', '\u9FFF')]
    [InlineData("the character before the first", '\u33FF', '\u33FF')]
    [InlineData("the character after the last", '\uA000', '\uA000')]
    [InlineData("a Latin letter", 'a', 'a')]
    public void A_letter_becomes_its_simplified_form_or_stays(string what, char letter, char expected)
        => Assert.True(HanVariants.Simplify(letter) == expected, $"{what}: {HanVariants.Simplify(letter)}");

    [Fact]
    public void Every_other_character_stays()
    {
        for (var c = '\0'; c < '\u3400'; c++)
        {
            Assert.Equal(c, HanVariants.Simplify(c));
        }
    }
}
