using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

/// <summary>Abbreviations, and names that are partly in another script. Names are keys here: folded, with single blanks.</summary>
public sealed class OtherFormsTests
{
    [Theory]
    [InlineData("the initials of every word", "rtj", "run the jewels", true)]
    [InlineData("the initials of the words that are not small", "omd", "orchestral manoeuvres in the dark", true)]
    [InlineData("the initials of all, small ones too", "boc", "boards of canada", true)]
    [InlineData("six initials", "abcdef", "ants bees cats dogs emus foxes", true)]
    [InlineData("seven are too many to be sure", "abcdefg", "ants bees cats dogs emus foxes goats", false)]
    [InlineData("two are too few", "ac", "ants cats", false)]
    [InlineData("one initial less than words", "abc", "ants bees cats dogs", false)]
    [InlineData("one initial more than words", "abcd", "ants bees cats", false)]
    [InlineData("another first letter", "xbc", "ants bees cats", false)]
    [InlineData("another letter in the middle", "axc", "ants bees cats", false)]
    [InlineData("another last letter", "abx", "ants bees cats", false)]
    [InlineData("the initials are words of their own", "a b c", "ants bees cats", false)]
    [InlineData("a word of one letter is no word that was cut", "abc", "a bees cats", false)]
    [InlineData("words of two letters", "abc", "an be ca", true)]
    [InlineData("a name too short for its initials", "abcd", "abc d", false)]
    public void Initials_stand_for_a_name(string reason, string initials, string name, bool doThey)
    {
        Assert.True(OtherForms.Similarity(initials, name) == (doThey ? 0.85 : 0), reason);
        Assert.True(OtherForms.Similarity(name, initials) == (doThey ? 0.85 : 0), $"{reason}, turned round");
    }

    [Theory]
    [InlineData("the Latin words first", "tk from ling tosite sigure", "tk from 凛として時雨", true)]
    [InlineData("the Latin words last", "ling tosite sigure from tk", "凛として時雨 from tk", true)]
    [InlineData("one distinctive word", "marlow rin", "marlow 凛", true)]
    [InlineData("other Latin words first", "ts from ling tosite sigure", "tk from 凛として時雨", false)]
    [InlineData("other Latin words last", "ling tosite sigure from ts", "凛として時雨 from tk", false)]
    [InlineData("the Latin words at the other end", "ling tosite marlow", "marlow 凛", false)]
    [InlineData("nothing but a common word", "the rin", "the 凛", false)]
    [InlineData("nothing but a letter", "x rin", "x 凛", false)]
    [InlineData("fewer Latin words than the other has", "marlow", "marlow ash 凛", false)]
    [InlineData("as many Latin words as the other has", "marlow ash", "marlow ash 凛", true)]
    [InlineData("foreign words in two places", "rin marlow rin", "凛 marlow 凛", false)]
    [InlineData("two names in another script", "marlow 凛", "marlow 凜", false)]
    [InlineData("two Latin names", "marlow rin", "marlow ren", false)]
    public void A_name_may_be_half_in_another_script(string reason, string latin, string mixed, bool mayIt)
    {
        Assert.True(OtherForms.Similarity(latin, mixed) == (mayIt ? 0.85 : 0), reason);
        Assert.True(OtherForms.Similarity(mixed, latin) == (mayIt ? 0.85 : 0), $"{reason}, turned round");
    }
}
