using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class JoinedKeyTests
{
    [Theory]
    [InlineData("one name", "Ann Ash", "ann ash")]
    [InlineData("the other order", "Bo Birch|Ann Ash", "ann ash birch bo")]
    [InlineData("joined in one line", "Ann Ash & Bo Birch", "ann ash birch bo")]
    [InlineData("words that only join", "The Ashes feat. Bo x Cy with Di", "ashes bo cy di")]
    [InlineData("a word twice", "Ann Ash|Ann Birch", "ann ash birch")]
    [InlineData("one word", "Ash", "ash")]
    public void All_words_of_the_credits_are_sorted_and_stand_once(string what, string artists, string joined)
        => Assert.True(ArtistCredits.Of(artists.Split('|')).Joined == joined, $"{what}: {ArtistCredits.Of(artists.Split('|')).Joined}");

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(300)]
    public void However_many_there_are(int count)
    {
        var words = Enumerable.Range(100, count).Select(i => $"w{i}").ToArray();

        Assert.Equal(string.Join(' ', words), ArtistCredits.Of([string.Join(' ', words.Reverse())]).Joined);
    }
}
