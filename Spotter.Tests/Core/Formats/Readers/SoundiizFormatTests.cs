namespace Spotter.Tests.Core.Formats.Readers;

public sealed class SoundiizFormatTests
{
    [Fact]
    public void Semicolons_with_links_and_lengths_in_seconds()
        => Assert.Equal(
            [
                "Harbour Lights / Marlow, The Tinker / Low Tide / 215000 ms / GBXYZ1900001 / spotify:track:1aAaaaaaaaaaaaaaaaaaa1",
                "Semi; colon / Ada / Cats / 180000 ms / youtube:abc_DEF-123",
                "Unlinked / Ada /  / ",
            ],
            Samples.Lines(Assert.Single(Samples.Read("soundiiz.csv"))));

    [Fact]
    public void Commas_with_the_services_own_ids()
        => Assert.Equal(
            [
                "Harbour Lights / Marlow, The Tinker / Low Tide / 215000 ms / GBXYZ1900001 / spotify:track:1aAaaaaaaaaaaaaaaaaaa1",
                "Nine Lives / Ada / Cats / 180000 ms / deezer:4455",
            ],
            Samples.Lines(Assert.Single(Samples.Read("soundiiz-comma.csv"))));

    [Fact]
    public void Four_columns_are_its_own_with_a_byte_order_mark_and_Roons_without()
    {
        const string text = "title;artist;album;isrc\nNine Lives;Ada;Cats;\n";

        Assert.Equal("soundiiz", Assert.Single(Samples.ReadText("\uFEFF" + text)).FormatFamily);
        Assert.Equal("csv", Assert.Single(Samples.ReadText(text)).FormatFamily);
    }

    [Theory]
    [InlineData("\uFEFFtitle;artist;album;year\nNine Lives;Ada;Cats;1999\n")]
    [InlineData("\uFEFFTitle;Artist;Album;ISRC\nNine Lives;Ada;Cats;\n")]
    [InlineData("title;artist;year;album;addedDate\nNine Lives;Ada;1999;Cats;2020-01-01\n")]
    public void Other_columns_are_not_its_own_whatever_else_is_alike(string text)
        => Assert.Equal("csv", Assert.Single(Samples.ReadText(text)).FormatFamily);
}
