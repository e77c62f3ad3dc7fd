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

    private static (TitleRelation Relation, double Similarity) Compare(string a, string b) => TitleComparison.Compare(TitleParser.Parse(a), TitleParser.Parse(b));
}
