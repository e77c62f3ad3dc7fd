using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class ArtistCreditsTests
{
    [Theory]
    [InlineData("equal", "Queen", "QUEEN")]
    [InlineData("article", "The Black Eyed Peas", "Black Eyed Peas")]
    [InlineData("sort name with article", "Beatles, The", "The Beatles")]
    [InlineData("sort name of a person", "Sinatra, Frank", "Frank Sinatra")]
    [InlineData("comma in a name", "Tyler, The Creator", "Tyler, The Creator")]
    [InlineData("and and ampersand", "Earth, Wind & Fire", "Earth, Wind and Fire")]
    [InlineData("list and one of it", "Arijit Singh, Ved Sharma", "Arijit Singh")]
    [InlineData("joined and one of it", "Ann Ash & Bo", "Ann Ash")]
    [InlineData("guest", "Ann Ash feat. Bo", "Ann Ash")]
    [InlineData("other separators", "Ann Ash x Bo", "Ann Ash & Bo")]
    [InlineData("a sign for a letter", "A$AP Rocky", "ASAP Rocky")]
    [InlineData("Cyrillic", "Земфира", "Zemfira")]
    [InlineData("a mistake, exchanged letters", "Ben Ficsher", "Ben Fischer")]
    [InlineData("a blank more", "EngineHigh", "Engine High")]
    public void Are_the_same(string reason, string a, string b)
        => Assert.True(Similarity(a, b) >= 0.8, $"{reason}: {Similarity(a, b)}");

    [Theory]
    [InlineData("a word in common", "Queen", "Queen Latifah")]
    [InlineData("two duos with one name in common", "Simon & Garfunkel", "Simon & Friends")]
    [InlineData("two bands with a singer's name", "Olga & the Overs", "Olga & the Mirrors")]
    [InlineData("short names", "Abba", "Abbe")]
    [InlineData("numbers", "Blink 182", "Blink 183")]
    [InlineData("nobody", "Various Artists", "Various Artists")]
    [InlineData("nothing alike", "Eurythmics", "Weezer")]
    public void Are_not_the_same(string reason, string a, string b)
        => Assert.True(Similarity(a, b) < 0.8, $"{reason}: {Similarity(a, b)}");

    [Theory]
    [InlineData("J. S. Bach", "johann sebastian bach")]
    [InlineData("Bach, J. S.", "johann sebastian bach")]
    public void A_composer_is_also_found_under_his_full_name(string line, string full)
        => Assert.Contains(ArtistCredits.Of([line]).Names, name => name.Key == full);

    private static double Similarity(string a, string b) => ArtistCredits.Similarity(ArtistCredits.Of([a]), ArtistCredits.Of([b]));
}
