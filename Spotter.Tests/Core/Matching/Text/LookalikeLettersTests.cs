using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class LookalikeLettersTests
{
    [Theory]
    [InlineData("a Latin letter in a Cyrillic word", "iжак", "іжак")]
    [InlineData("a Cyrillic letter in a Latin word", "marlоw", "marlow")]
    [InlineData("a word of letters that look the same", "cос", "coc")]
    [InlineData("a word in each script", "marlow маяк", "marlow маяк")]
    [InlineData("only the word with both", "оса marlоw", "оса marlow")]
    [InlineData("the last word", "x жaк", "x жак")]
    [InlineData("words apart by something that is no letter", "жaк-marlоw", "жак-marlow")]
    [InlineData("a Latin letter that looks like none", "жdк", "жdк")]
    [InlineData("Latin alone", "marlow", "marlow")]
    [InlineData("Cyrillic alone", "маяк", "маяк")]
    [InlineData("nothing", "", "")]
    public void A_word_has_one_script(string what, string text, string unified)
    {
        var letters = text.ToCharArray();

        LookalikeLetters.Unify(letters);

        Assert.True(new string(letters) == unified, $"{what}: {new string(letters)}");
    }
}
