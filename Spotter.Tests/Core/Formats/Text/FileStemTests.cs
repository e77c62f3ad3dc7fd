using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

public sealed class FileStemTests
{
    [Theory]
    [InlineData("no number", "Low Tide", "Low Tide", false)]
    [InlineData("a number and a dash", "03 - Low Tide", "Low Tide", true)]
    [InlineData("a number and a full stop", "3. Low Tide", "Low Tide", true)]
    [InlineData("a number and an underscore", "3_Low Tide", "Low Tide", true)]
    [InlineData("a number and a hyphen", "3-Low Tide", "Low Tide", true)]
    [InlineData("a number and a long dash", "3 – Low Tide", "Low Tide", true)]
    [InlineData("a number that begins with 0", "03 Low Tide", "Low Tide", true)]
    [InlineData("disc and track", "1-03 Low Tide", "Low Tide", true)]
    [InlineData("disc and track with a dash", "01.01 - Low Tide", "Low Tide", true)]
    [InlineData("disc, track and the number in the list", "1-28 03 - Low Tide", "Low Tide", true)]
    [InlineData("the side of a record", "A1 Low Tide", "Low Tide", true)]
    [InlineData("the side of a record with a full stop and a dash", "H9. - Low Tide", "Low Tide", true)]
    [InlineData("a side that no record has", "I1 Low Tide", "I1 Low Tide", false)]
    [InlineData("a side without a track", "A0 Low Tide", "A0 Low Tide", false)]
    [InlineData("a number in brackets", "[04] Low Tide", "Low Tide", true)]
    [InlineData("a year in brackets", "(2019) - Low Tide", "Low Tide", true)]
    [InlineData("another number in brackets", "(1234) Low Tide", "(1234) Low Tide", false)]
    [InlineData("nothing but brackets", "[04]", "[04]", false)]
    [InlineData("a number that may belong to the title", "99 Balloons", "99 Balloons", false)]
    [InlineData("a title that is a number", "1979", "1979", false)]
    [InlineData("a title of a number and a dot", "03.", "03.", false)]
    [InlineData("six digits", "012345 Low Tide", "Low Tide", true)]
    [InlineData("seven digits", "0123456 Low Tide", "0123456 Low Tide", false)]
    [InlineData("a number, and another behind the artist", "03 - Ada - 04 - Low Tide", "Ada - 04 - Low Tide", true)]
    [InlineData("a dash before a word ends the number", "3-x", "x", true)]
    public void A_name_is_a_number_and_a_title(string what, string name, string text, bool isNumbered)
    {
        var stem = FileStem.Of(name);

        Assert.True((stem.Text, stem.IsNumbered) == (text, isNumbered), $"{what}: {stem}");
        Assert.True((stem.Artist, stem.Album) == (null, null), what);
    }

    [Theory]
    [InlineData("artist, number, title", "Ada - 04 - Low Tide", "Ada", null, "Low Tide")]
    [InlineData("artist, album, number, title", "Ada - Cats - 04 - Low Tide", "Ada", "Cats", "Low Tide")]
    [InlineData("artist, album with its year, number, title", "Ada - 2000 Cats - 04 - Low Tide", "Ada", "Cats", "Low Tide")]
    [InlineData("artist, album with its year in brackets, number, title", "Ada - [2000] Cats - 04 - Low Tide", "Ada", "Cats", "Low Tide")]
    [InlineData("disc and track", "Ada - Cats - 1-04 - Low Tide", "Ada", "Cats", "Low Tide")]
    [InlineData("a title with a dash", "Ada - 04 - Low Tide - Live", "Ada", null, "Low Tide - Live")]
    public void A_number_in_the_middle_parts_artist_album_and_title(string what, string name, string artist, string? album, string text)
    {
        var stem = FileStem.Of(name);

        Assert.True((stem.Artist, stem.Album, stem.Text, stem.IsNumbered) == (artist, album, text, true), $"{what}: {stem}, {stem.Artist}, {stem.Album}");
    }

    [Theory]
    [InlineData("the number is the title", "Ada - Cats - 04")]
    [InlineData("the number is too far behind", "Ada - Cats - Live - 04 - Low Tide")]
    [InlineData("a number of four digits", "Ada - 1979 - Low Tide")]
    public void A_number_elsewhere_parts_nothing(string what, string name)
    {
        var stem = FileStem.Of(name);

        Assert.True((stem.Artist, stem.Text, stem.IsNumbered) == (null, name, false), $"{what}: {stem}");
    }
}
