using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("Rock &amp; Roll", "Rock & Roll")]
    [InlineData("Rock &amp;amp; Roll", "Rock & Roll")]
    [InlineData("Rock &amp;amp;amp; Roll", "Rock &amp; Roll")]
    [InlineData("Don&#39;t", "Don't")]
    [InlineData("Rock & Roll; Pop", "Rock & Roll; Pop")]
    [InlineData("a;b&c", "a;b&c")]
    [InlineData("&nosuchthing;", "&nosuchthing;")]
    public void What_an_entity_stands_for_is_read_twice_at_most(string text, string read)
    {
        Assert.Equal(read, SourceText.WithoutEntities(text));
        if (read == text)
        {
            Assert.Same(text, SourceText.WithoutEntities(text));
        }
    }

    [Theory]
    [InlineData("Kerala 3:57", "Kerala")]
    [InlineData("Kerala (3:57)", "Kerala")]
    [InlineData("Kerala - 1:03:57 ", "Kerala -")]
    [InlineData("4:33", null)]
    [InlineData("Kerala 3:77", null)]
    [InlineData("Kerala", null)]
    public void A_length_behind_a_title_is_cut_off(string title, string? rest) => Assert.Equal(rest, SourceText.BeforeLength(title));

    [Theory]
    [InlineData("11 Paper Bells", "Paper Bells")]
    [InlineData("10.Paper Bells", "Paper Bells")]
    [InlineData("10. Paper Bells", "Paper Bells")]
    [InlineData("1979 Bells", null)]
    [InlineData("11", null)]
    [InlineData("11 12", null)]
    [InlineData("Paper Bells", null)]
    public void A_number_in_front_of_a_title_is_cut_off(string title, string? rest) => Assert.Equal(rest, SourceText.BehindNumber(title));

    [Theory]
    [InlineData("Ann Ash - Topic", "Ann Ash")]
    [InlineData("[00:00] Ann Ash", "Ann Ash")]
    [InlineData("1:02:03 - Ann Ash", "Ann Ash")]
    [InlineData("AnnAshVEVO", "AnnAsh")]
    [InlineData("Ann Ash VEVO", "Ann Ash")]
    [InlineData("VEVO", "VEVO")]
    [InlineData("AVEVO", "A")]
    [InlineData("Topic", "Topic")]
    [InlineData("10cc", "10cc")]
    [InlineData("[nobody]", "[nobody]")]
    [InlineData("Simon &amp; Friends", "Simon & Friends")]
    public void An_artist_is_written_as_people_would(string artist, string name) => Assert.Equal(name, SourceText.Artist(artist));

    [Theory]
    [InlineData("-", true)]
    [InlineData(" — ", true)]
    [InlineData("..", true)]
    [InlineData("C:\\", true)]
    [InlineData("!!!", false)]
    [InlineData("A", false)]
    public void A_dash_or_a_folder_names_nobody(string artist, bool isNobody) => Assert.Equal(isNobody, SourceText.IsNobody(artist));

    [Theory]
    [InlineData("Paper Bells (by Ann Ash)", "Paper Bells", "Ann Ash")]
    [InlineData("Paper Bells [By Ann Ash]", "Paper Bells", "Ann Ash")]
    [InlineData("Paper Bells (by Ann Ash) again", null, null)]
    [InlineData(" (by Ann Ash)", null, null)]
    [InlineData("Paper Bells (from Ann Ash)", null, null)]
    [InlineData("Paper Bells", null, null)]
    public void Who_stands_behind_by_is_the_artist(string title, string? rest, string? artist)
    {
        Assert.Equal(rest is not null, SourceText.TryCutBy(title, out var foundRest, out var foundArtist));
        if (rest is not null)
        {
            Assert.Equal((rest, artist), (foundRest, foundArtist));
        }
    }

    [Fact]
    public void A_text_that_is_longer_than_any_title_is_not_searched_for_an_artist()
    {
        var longest = new string('x', TitleParser.LongestSplit - " (by Ann)".Length) + " (by Ann)";

        Assert.True(SourceText.TryCutBy(longest, out _, out _));
        Assert.False(SourceText.TryCutBy("x" + longest, out _, out _));
    }
}
