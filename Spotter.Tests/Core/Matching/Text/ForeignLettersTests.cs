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
    [InlineData("añ\u0370", ForeignLetters.Neither)] // the first Greek letter
    [InlineData("añԯ", ForeignLetters.Neither)] // the last Cyrillic letter of the first block
    [InlineData("ա", ForeignLetters.Foreign)] // Armenian
    [InlineData("봄날 камин", ForeignLetters.Foreign)]
    [InlineData("봄날 fjäril", ForeignLetters.Neither)]
    [InlineData("fjäril 1979", ForeignLetters.Latin)]
    [InlineData("さくら", ForeignLetters.Neither)]
    [InlineData("ヿ", ForeignLetters.Neither)]
    [InlineData("ㇰ", ForeignLetters.Neither)]
    [InlineData("ꙁ", ForeignLetters.Neither)]
    [InlineData("ꝼ", ForeignLetters.Neither)]
    [InlineData("ⱡ", ForeignLetters.Neither)]
    [InlineData("ᲀ", ForeignLetters.Neither)]
    [InlineData("ᴀ", ForeignLetters.Neither)]
    public void A_key_is_in_latin_letters_in_foreign_ones_or_neither(string key, int kind) => Assert.Equal(kind, ForeignLetters.KindOf(key));
}
