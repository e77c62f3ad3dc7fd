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

    [Theory]
    [InlineData("one name", "Ann Ash", "ANN ASH", 1)]
    [InlineData("a whole line and one of a list", "Ann Ash, Bo Birch", "Ann Ash", 1)]
    [InlineData("two lists with one in common", "Ann Ash, Bo Birch", "Ann Ash, Cy Cole", 0.97)]
    [InlineData("one side of an and", "Ann Ash & Bo Birch", "Ann Ash", 0.93)]
    [InlineData("two ands with one side in common", "Ann Ash & Bo Birch", "Ann Ash & Cy Cole", 0)]
    [InlineData("the same two in another order", "Ann Ash & Bo Birch", "Bo Birch & Ann Ash", 1)]
    [InlineData("a guest on one side", "Cy Cole feat. Ann Ash", "Ann Ash", 1)]
    [InlineData("a guest on both sides", "Cy Cole feat. Ann Ash", "Bo Birch feat. Ann Ash", 0)]
    [InlineData("a blank more", "Engine High", "EngineHigh", 0.98)]
    [InlineData("a short name with a blank more", "AC/DC", "ACDC", 0.98)]
    [InlineData("a mistake in a name of four letters", "Abba", "Abbe", 0)]
    [InlineData("a mistake in a name of five letters", "Abbas", "Abbes", 0.8)]
    [InlineData("another number", "Blink 182", "Blink 183", 0)]
    [InlineData("a number more", "Blinker", "Blinker 1", 0)]
    [InlineData("initials", "RTQ", "Run The Quills", 0.85)]
    [InlineData("initials of another beginning", "STQ", "Run The Quills", 0)]
    [InlineData("initials without the small words", "OMD", "Orchestral Manoeuvres in the Dark", 0.85)]
    [InlineData("initials of two words", "RQ", "Run Quills", 0)]
    [InlineData("initials of six words", "ABCDEF", "Ant Bee Cat Dog Emu Fox", 0.85)]
    [InlineData("initials of seven words", "ABCDEFG", "Ant Bee Cat Dog Emu Fox Gnu", 0)]
    [InlineData("a letter more than words", "RTQS", "Run The Quills", 0)]
    [InlineData("a word more than letters", "RTQ", "Run The Quills Slowly", 0)]
    [InlineData("a word of one letter", "RTA", "Run The A", 0)]
    [InlineData("half in other letters", "TK from Ling Tosite Sigure", "TK from 凛として時雨", 0.85)]
    [InlineData("half in other letters, those in front", "Ling Tosite Sigure TK", "凛として時雨 TK", 0.85)]
    [InlineData("half in other letters, and another name", "MK from Ling Tosite Sigure", "TK from 凛として時雨", 0)]
    [InlineData("transliterated", "Земфира", "Zemfira", 0.95)]
    [InlineData("transliterated and other", "Земфира", "Zoya", 0)]
    [InlineData("two names in two scripts", "BTS (방탄소년단)", "방탄소년단", 1)]
    public void Agree_as_far_as(string reason, string a, string b, double expected)
    {
        Assert.True(Math.Abs(Similarity(a, b) - expected) < 0.005, $"{reason}: {Similarity(a, b)}");
        Assert.True(Math.Abs(Similarity(b, a) - expected) < 0.005, $"{reason}, turned round: {Similarity(b, a)}");
    }

    [Theory]
    [InlineData("all own words of one", "Walter Grun", "The Mad World of Walter Grun", 0.6)]
    [InlineData("one of two own words", "Ann Ash", "Ann Birch", 0.5)]
    [InlineData("one of three own words", "Ann Ash Birch", "Ann Elm Cole", 0)]
    [InlineData("only a word that many names have", "Marvo Band", "Quills Band", 0)]
    [InlineData("a word that many names have beside an own one", "DJ Marvo", "Marvo", 0.6)]
    [InlineData("six tenths of the letters", "Abcdefghij", "Abcdefwxyz", 0.6)]
    [InlineData("fewer letters", "Abcdefghij", "Abcdevwxyz", 0)]
    [InlineData("three letters of four", "Abcd", "Abce", 0)]
    [InlineData("another number", "Walter 1", "Walter 2", 0)]
    [InlineData("words of two letters", "Al Boon", "Al Cyan", 0)]
    [InlineData("a name of two letters", "Al", "Al Bo", 0)]
    [InlineData("nothing", "Eurythmics", "Weezer", 0)]
    public void Are_half_alike_as_far_as(string reason, string a, string b, double expected)
    {
        Assert.True(Math.Abs(HalfLikeness(a, b) - expected) < 0.005, $"{reason}: {HalfLikeness(a, b)}");
        Assert.True(Math.Abs(HalfLikeness(b, a) - expected) < 0.005, $"{reason}, turned round: {HalfLikeness(b, a)}");
    }

    [Fact]
    public void A_text_that_is_longer_than_any_name_is_half_alike_to_nothing()
    {
        var longest = "Walter Grun " + new string('x', 88);

        Assert.Equal(0.6, HalfLikeness("Walter Grun", longest), 3);
        Assert.Equal(0, HalfLikeness("Walter Grun", longest + "x"), 3);
    }

    [Theory]
    [InlineData("a list, then one of it alone", "Ann Ash, Bo Birch", "Ann Ash", ArtistNamePart.Whole)]
    [InlineData("one alone, then in a list", "Ann Ash", "Ann Ash, Bo Birch", ArtistNamePart.Whole)]
    [InlineData("joined, then in a list", "Ann Ash & Bo Birch", "Ann Ash, Cy Cole", ArtistNamePart.Listed)]
    [InlineData("a guest, then in a list", "Cy Cole feat. Ann Ash", "Ann Ash, Bo Birch", ArtistNamePart.Listed)]
    public void A_name_counts_once_by_its_surest_part(string reason, string first, string second, ArtistNamePart part)
    {
        foreach (var lines in new[] { new[] { first, second }, [second, first] })
        {
            var name = Assert.Single(ArtistCredits.Of(lines).Names, name => name.Key == "ann ash");
            Assert.True(name.Part == part, $"{reason}: {name}");
            Assert.False(name.IsGuest, reason);
        }
    }

    [Fact]
    public void A_guest_of_the_title_is_one_even_where_a_line_lists_it_and_the_artist_where_nobody_else_is()
    {
        var credits = ArtistCredits.Of(["Ann Ash, Bo Birch"], ["Bo Birch"]);
        Assert.Equal([("bo birch", true)], credits.Names.Where(name => name.IsGuest).Select(name => (name.Key, name.IsGuest)));

        Assert.All(ArtistCredits.Of([null], ["Bo Birch"]).Names, name => Assert.Equal("bo birch", name.Key));
        Assert.Equal(1, ArtistSimilarity.Of(ArtistCredits.Of(["Bo Birch"], ["Bo Birch"]), ArtistCredits.Of(["Bo Birch"])), 3);
    }

    private static double HalfLikeness(string a, string b) => ArtistSimilarity.HalfOf(ArtistCredits.Of([a]), ArtistCredits.Of([b]));

    private static double Similarity(string a, string b) => ArtistSimilarity.Of(ArtistCredits.Of([a]), ArtistCredits.Of([b]));
}
