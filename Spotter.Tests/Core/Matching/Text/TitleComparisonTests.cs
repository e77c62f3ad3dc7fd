using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class TitleComparisonTests
{
    [Theory]
    [InlineData("Paper Lanterns (The Long Way)", "Paper Lanterns", 0.92)]
    [InlineData("Paper Lanterns - The Long Way", "Paper Lanterns", 0.88)]
    public void A_subtitle_behind_a_dash_is_a_looser_bond_than_one_in_brackets_on_either_side(string with, string without, double similarity)
    {
        Assert.Equal((TitleRelation.Subtitle, similarity), Compare(with, without));
        Assert.Equal((TitleRelation.Subtitle, similarity), Compare(without, with));
    }

    [Theory]
    [InlineData("Wake Me Up When September Co", "Wake Me Up When September Comes", TitleRelation.Close)]
    [InlineData("Wake Me Up When September Comes", "Wake Me Up When September Co", TitleRelation.Close)]
    [InlineData("Paper Lanterns", "PaperLanterns", TitleRelation.Equal)]
    [InlineData("Long Day", "Long Way", TitleRelation.ShortWordApart)]
    [InlineData("Love", "Lose", TitleRelation.Different)]
    [InlineData("Paper Lanterns", "Paper Lantrens", TitleRelation.Close)]
    [InlineData("Paper Lanterns", "Iron Bell", TitleRelation.Different)]
    [InlineData("Paper Lanterns 2", "Paper Lanterns 3", TitleRelation.Different)]
    public void Titles_stand_to_each_other_in_the_same_way_from_either_side(string a, string b, TitleRelation relation)
    {
        Assert.Equal(relation, Compare(a, b).Relation);
        Assert.Equal(relation, Compare(b, a).Relation);
    }

    [Theory]
    [InlineData("equal", "Paper Lanterns", "PAPER LANTERNS", TitleRelation.Equal, 1.0)]
    [InlineData("a mark less", "Señorita", "Senorita", TitleRelation.Equal, 0.98)]
    [InlineData("marks less in one of two words", "Café Lanterns", "Cafe Lanterns", TitleRelation.Equal, 0.98)]
    [InlineData("marks less in two of three words", "Café Öland Harbour", "Cafe Oland Harbour", TitleRelation.EqualWithoutMarks, 0.9)]
    [InlineData("marks less in two of four words", "Café Öland Harbour Light", "Cafe Oland Harbour Light", TitleRelation.Equal, 0.98)]
    [InlineData("a stroke less makes no other word", "Með Ðóru", "Med Doru", TitleRelation.Equal, 0.98)]
    [InlineData("one Vietnamese word", "Đường", "Duong", TitleRelation.EqualWithoutMarks, 0.9)]
    [InlineData("Greek capitals have no accents", "Μίκρο Πόδι", "ΜΙΚΡΟ ΠΟΔΙ", TitleRelation.Equal, 0.98)]
    [InlineData("letters for a letter with dots", "Fuer Elsa", "Für Elsa", TitleRelation.Equal, 0.97)]
    [InlineData("the name once more in other letters", "봄날 (Spring Day)", "Spring Day", TitleRelation.Subtitle, 0.92)]
    [InlineData("heard alike", "Thru the Nite", "Through the Night", TitleRelation.Equal, 0.97)]
    [InlineData("an article less", "The Racing Rats", "Racing Rats", TitleRelation.Article, 0.95)]
    [InlineData("another number", "Paper Lanterns 2", "Paper Lanterns 3", TitleRelation.Different, 0.5)]
    [InlineData("hidden letters", "F**k You", "Fuck You", TitleRelation.Close, 0.95)]
    [InlineData("a subtitle of a short title", "Love (The Ferry Song)", "Love", TitleRelation.Different, null)]
    [InlineData("a subtitle of two letters that are syllables", "歌謡 (Long Way Home)", "歌謡", TitleRelation.Subtitle, 0.92)]
    [InlineData("letters that cannot be compared", "รักเธอ", "Rak Thoe", TitleRelation.OtherLetters, 0.5)]
    [InlineData("in Latin letters", "Камин", "Kamin", TitleRelation.Transliterated, 0.95)]
    [InlineData("close in Latin letters", "Калинка", "Kalynka", TitleRelation.Transliterated, null)]
    [InlineData("other in Latin letters", "Калинка", "Harbour", TitleRelation.Different, null)]
    [InlineData("a blank less", "Paper Lanterns", "Paperlanterns", TitleRelation.Equal, 0.97)]
    [InlineData("cut off at 28 letters between words", "Paper Lanterns in the Harbor", "Paper Lanterns in the Harbor Light", TitleRelation.Close, 0.85)]
    [InlineData("cut off at 27 letters between words", "Paper Lanterns in my Harbour", "Paper Lanterns in my Harbour Light", TitleRelation.Close, 0.85)]
    [InlineData("cut off at 24 letters within a word", "Paper Lanterns in Harbour", "Paper Lanterns in Harbours and Boats", TitleRelation.Close, 0.85)]
    [InlineData("cut off at 24 letters between words", "Paper Lanterns in Harbour", "Paper Lanterns in Harbour and Boats", TitleRelation.Different, null)]
    [InlineData("cut off at 31 letters", "Paper Lanterns in the Harbours o", "Paper Lanterns in the Harbours of Stone and Iron", TitleRelation.Different, null)]
    [InlineData("a mistake in a short title", "Loves", "Lovas", TitleRelation.Close, null)]
    [InlineData("a mistake in a shorter one", "Love", "Lova", TitleRelation.Different, null)]
    [InlineData("a small word more", "Paper Lanterns of Harbour", "Paper Lanterns Harbour", TitleRelation.Close, null)]
    [InlineData("another word more", "Paper Stone Lanterns Harbour Tides", "Paper Lanterns Harbour Tides", TitleRelation.Different, null)]
    [InlineData("a doubled letter in a short word", "Long Dayy", "Long Day", TitleRelation.Close, null)]
    [InlineData("exchanged letters in a short word", "Long Dya", "Long Day", TitleRelation.Close, null)]
    [InlineData("two letters of a short word", "Harbour Long Deep", "Harbour Long Doop", TitleRelation.Different, null)]
    [InlineData("a third of a word's letters", "The Long Harbour of Stone", "The Long Hxxbour of Stone", TitleRelation.Close, null)]
    [InlineData("more than a third of a word's letters", "The Long Harbour of Stone", "The Long Hxxxour of Stone", TitleRelation.Different, null)]
    [InlineData("a number in front that may be the track's", "03 - Paper Lanterns", "Paper Lanterns", TitleRelation.Equal, 0.97)]
    [InlineData("a number in front that may be the name's", "9 - Paper Lanterns", "Paper Lanterns", TitleRelation.Subtitle, 0.88)]
    public void Titles_are_as_alike_as_docs_matching_says(string reason, string a, string b, TitleRelation relation, double? similarity)
    {
        foreach (var found in new[] { Compare(a, b), Compare(b, a) })
        {
            Assert.True(found.Relation == relation && (similarity is null || Math.Abs(found.Similarity - similarity.Value) < 0.005), $"{reason}: {found}");
            Assert.True(relation != TitleRelation.Different || found.Similarity < TitleComparison.Floor, $"{reason}: {found}");
            Assert.True(relation is TitleRelation.Different or TitleRelation.OtherLetters || found.Similarity >= TitleComparison.Floor, $"{reason}: {found}");
        }
    }

    [Fact]
    public void Texts_of_more_than_a_thousand_letters_are_equal_or_different()
    {
        var text = string.Join(' ', Enumerable.Repeat("lantern", 124)) + " harbours";
        Assert.Equal(1000, text.Length);

        Assert.Equal(TitleRelation.Close, Compare(text, text[..^1] + "z").Relation);
        Assert.Equal((TitleRelation.Different, 0), Compare(text + "s", text + "z"));
        Assert.Equal((TitleRelation.Equal, 1), Compare(text + "s", text + "s"));
        Assert.Equal((TitleRelation.Different, 0), Compare(text + " 1", text + " 2"));
    }

    [Theory]
    [InlineData("love", true)]
    [InlineData("loves", false)]
    [InlineData("intro", true)]
    [InlineData("part 2", true)]
    public void A_title_that_many_songs_have_is_short_or_says_a_part(string key, bool isCommon) => Assert.Equal(isCommon, TitleComparison.IsCommon(key));

    private static (TitleRelation Relation, double Similarity) Compare(string a, string b) => TitleComparison.Compare(TitleParser.Parse(a), TitleParser.Parse(b));
}
