using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class PerformersTests
{
    [Fact]
    public void Credits_are_sorted_into_composers_people_and_ensembles()
    {
        var performers = Of("Ludwig van Beethoven", "Ann Ash", "Tides Philharmonic Orchestra");

        Assert.Equal(["ludwig van beethoven"], performers.Composers);
        Assert.Equal(["ann ash"], performers.People);
        Assert.Equal(["tides philharmonic"], performers.Ensembles);
        Assert.False(performers.AreUnknown);
        Assert.True(Of("Ludwig van Beethoven").AreUnknown);
        Assert.False(Of("Tides Philharmonic Orchestra").AreUnknown);
        Assert.False(Of("Ann Ash").AreUnknown);
    }

    [Fact]
    public void Of_a_line_and_its_parts_the_parts_count()
        => Assert.Equal(["ann ash", "bo birch"], Of("Ann Ash, Bo Birch").People.Order());

    [Theory]
    [InlineData("the same", "Ann Ash", "Ann Ash", true)]
    [InlineData("one more on one side", "Ann Ash", "Ann Ash|Bo Birch", true)]
    [InlineData("one more on each side", "Ann Ash|Cy Cole", "Ann Ash|Bo Birch", false)]
    [InlineData("others", "Ann Ash", "Bo Birch", false)]
    [InlineData("one side does not say", "Ann Ash", "Ludwig van Beethoven", null)]
    [InlineData("a soloist here, an orchestra there", "Ann Ash", "Tides Philharmonic", null)]
    [InlineData("the same soloist with two orchestras", "Ann Ash|Tides Philharmonic", "Ann Ash|Harbour Symphony", false)]
    [InlineData("the same orchestra under two conductors", "Ann Ash|Tides Philharmonic", "Bo Birch|Tides Philharmonic", false)]
    [InlineData("an orchestra that a mistake makes another", "Tides Philharmonic", "Tidse Philharmonic", true)]
    [InlineData("two orchestras", "Tides Philharmonic", "Harbour Philharmonic", false)]
    public void The_same_people_play(string reason, string a, string b, bool? areSame)
    {
        Assert.True(Performers.AreSame(Of(a.Split('|')), Of(b.Split('|'))) == areSame, reason);
        Assert.True(Performers.AreSame(Of(b.Split('|')), Of(a.Split('|'))) == areSame, $"{reason}, turned round");
    }

    [Theory]
    [InlineData("equal", "ann ash", "ann ash", true)]
    [InlineData("the surname alone", "bach", "johann sebastian bach", true)]
    [InlineData("initials", "j s bach", "johann sebastian bach", true)]
    [InlineData("initials in one", "js bach", "johann sebastian bach", true)]
    [InlineData("four initials in one are a name", "abcd bach", "anton bert carl david bach", false)]
    [InlineData("other initials", "c p bach", "johann sebastian bach", false)]
    [InlineData("initials in another order", "s j bach", "johann sebastian bach", false)]
    [InlineData("one of two first names", "johann bach", "johann sebastian bach", true)]
    [InlineData("two first names", "wilhelm bach", "johann bach", false)]
    [InlineData("a mistake in the surname", "johann sebastian bahc", "johann sebastian bach", true)]
    [InlineData("another surname", "johann sebastian wolf", "johann sebastian bach", false)]
    [InlineData("nobody", "", "bach", false)]
    public void Two_names_may_be_one_persons(string reason, string a, string b, bool isSame)
    {
        Assert.True(Performers.IsSamePerson(a, b) == isSame, reason);
        Assert.True(Performers.IsSamePerson(b, a) == isSame, $"{reason}, turned round");
    }

    private static Performers Of(params string[] lines) => Performers.Of(ArtistCredits.Of(lines));
}
