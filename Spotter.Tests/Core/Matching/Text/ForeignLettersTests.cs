using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class ForeignLettersTests
{
    [Theory]
    [InlineData("spring day", ForeignLetters.Latin)]
    [InlineData("fjäril", ForeignLetters.Latin)]
    [InlineData("봄날", ForeignLetters.Foreign)]
    [InlineData("봄날 spring", ForeignLetters.Neither)]
    [InlineData("земфира", ForeignLetters.Neither)]
    [InlineData("земфира fjäril", ForeignLetters.Neither)]
    [InlineData("1979", ForeignLetters.Neither)]
    [InlineData("÷", ForeignLetters.Neither)]
    public void A_key_is_in_latin_letters_in_foreign_ones_or_neither(string key, int kind) => Assert.Equal(kind, ForeignLetters.KindOf(key));
}
