using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Readers;

/// <summary>One text with two names: which dash separates them, and which of the two is the artist.</summary>
public sealed class ArtistAndTitleTests
{
    [Theory]
    [InlineData("no dash", "Nine Lives", null, "Nine Lives")]
    [InlineData("a dash", "Ada - Nine Lives", "Ada", "Nine Lives")]
    [InlineData("a longer dash", "Ada – Nine Lives", "Ada", "Nine Lives")]
    [InlineData("the longest dash", "Ada — Nine Lives", "Ada", "Nine Lives")]
    [InlineData("a hyphen", "Ada-Bea", null, "Ada-Bea")]
    [InlineData("a dash with a blank on one side", "Ada- Nine Lives -x", null, "Ada- Nine Lives -x")]
    [InlineData("two dashes", "Ada - Nine Lives - Live", "Ada", "Nine Lives - Live")]
    [InlineData("nothing before the dash", " - Nine Lives", null, " - Nine Lives")]
    [InlineData("nothing behind the dash", "Ada - ", null, "Ada - ")]
    [InlineData("one letter behind the dash", "Ada - 9", "Ada", "9")]
    [InlineData("one letter before the dash", "A - Nine", "A", "Nine")]
    public void Without_a_path_the_first_dash_separates(string what, string text, string? artist, string title)
    {
        Assert.True(ArtistAndTitle.Split(text, null) == (artist, title), $"{what}: {ArtistAndTitle.Split(text, null)}");
        Assert.True(ArtistAndTitle.Read(text, null).Vote == 0, what);
    }

    [Fact]
    public void Turned_round_the_last_dash_separates()
        => Assert.Equal(("Ada", "Nine Lives - Live"), ArtistAndTitle.Read("Nine Lives - Live - Ada", null).TitleFirst);

    [Theory]
    [InlineData("the file has the title", "Ada - Nine Lives", "x/Nine Lives.mp3", 1)]
    [InlineData("the file has the title, turned round", "Nine Lives - Ada", "x/Nine Lives.mp3", -1)]
    [InlineData("a folder has the artist", "Ada - Nine Lives", "Ada/Cats/x.mp3", 1)]
    [InlineData("a folder has the artist, turned round", "Nine Lives - Ada", "Ada/Cats/x.mp3", -1)]
    [InlineData("any folder has the artist", "Ada - Nine Lives", "Ada/Cats/Best/x.mp3", 1)]
    [InlineData("the file has both", "Ada - Nine Lives", "Ada - Nine Lives.mp3", 1)]
    [InlineData("the file has both, turned round", "Nine Lives - Ada", "Ada - Nine Lives.mp3", -1)]
    [InlineData("the file has artist, number and title", "Nine Lives - Ada", "Ada - 03 - x.mp3", -1)]
    [InlineData("the file has the first letters of a long title", "Ada - The Very Long Song of Nine Lives", "x/The Very Long Song of.mp3", 1)]
    [InlineData("the file has too few letters of it", "Ada - The Very Long Song of Nine Lives", "x/The Very Long.mp3", 0)]
    [InlineData("the file says something else", "Ada - Nine Lives", "x/y.mp3", 0)]
    [InlineData("a folder has the title and another the artist", "Ada - Nine Lives", "Ada/Nine Lives/x.mp3", 0)]
    public void A_path_says_which_order_is_meant(string what, string text, string path, int vote)
        => Assert.True(ArtistAndTitle.Read(text, MediaPath.Parse(path)).Vote == vote, $"{what}: {ArtistAndTitle.Read(text, MediaPath.Parse(path))}");

    [Theory]
    [InlineData("a dash in the artist's name", "Ada - Bea - Nine Lives", "Ada - Bea/Cats/Nine Lives.mp3", "Ada - Bea", "Nine Lives")]
    [InlineData("a dash in the title", "Ada - Nine Lives - Live", "Ada/Cats/Nine Lives - Live.mp3", "Ada", "Nine Lives - Live")]
    public void A_path_says_which_dash_separates(string what, string text, string path, string artist, string title)
        => Assert.True(ArtistAndTitle.Split(text, MediaPath.Parse(path)) == (artist, title), $"{what}: {ArtistAndTitle.Split(text, MediaPath.Parse(path))}");

    [Fact]
    public void Of_thousands_of_dashes_eight_are_looked_at()
    {
        var text = string.Join(" - ", Enumerable.Range(1, 12));

        Assert.Equal(("9 - 10 - 11 - 12", "1 - 2 - 3 - 4 - 5 - 6 - 7 - 8"), ArtistAndTitle.Read(text, null).TitleFirst);
    }

    [Theory]
    [InlineData("the file has an artist and a number", "Ada - 03 - Nine Lives.mp3", "Ada", "Nine Lives")]
    [InlineData("the file has an artist", "x/y/Ada - Nine Lives.mp3", "Ada", "Nine Lives")]
    [InlineData("the folders have the artist, and the file a number", "Ada/Cats/03 - Nine Lives.mp3", "Ada", "Nine Lives")]
    [InlineData("the folders have an artist, but the file no number", "Ada/Cats/Nine Lives.mp3", null, "Nine Lives")]
    public void A_file_alone_says(string what, string path, string? artist, string title)
        => Assert.True(ArtistAndTitle.OfFile(MediaPath.Parse(path)!) == (artist, title), $"{what}: {ArtistAndTitle.OfFile(MediaPath.Parse(path)!)}");

    [Theory]
    [InlineData("Björk", "BJORK", true)]
    [InlineData("AC/DC", "ac dc", true)]
    [InlineData("Ada", "Bea", false)]
    [InlineData("★", "★", false)]
    [InlineData("", "", false)]
    [InlineData(null, null, false)]
    [InlineData("Ada", null, false)]
    [InlineData(null, "Ada", false)]
    public void Names_are_the_same(string? left, string? right, bool areThey) => Assert.Equal(areThey, ArtistAndTitle.AreSame(left, right));

    [Fact]
    public void A_text_longer_than_any_name_is_the_same_as_none()
    {
        var name = new string('a', 1_000);

        Assert.True(ArtistAndTitle.AreSame(name, name));
        Assert.False(ArtistAndTitle.AreSame(name + "a", name + "a"));
        Assert.False(ArtistAndTitle.AreSame(name + "-a", name + "a"));
    }
}
