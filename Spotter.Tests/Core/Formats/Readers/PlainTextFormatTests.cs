using Spotter.Core.Formats;
using Spotter.Tests.Support;


namespace Spotter.Tests.Core.Formats.Readers;

public sealed class PlainTextFormatTests
{
    private const string NoList =
        "This is no list of tracks that Spotter knows. Expected one track a line as “Artist - Title”, or a table whose first line names a title column "
        + "(“Title”, “Track name” or “Song”). Nothing was imported.";

    [Fact]
    public void A_list_as_people_write_it_comes_in_without_its_numbers_and_comments()
    {
        var list = Assert.Single(Samples.Read("mixtape.txt"));

        Assert.Equal(("text:mixtape", false), (list.RemoteId, list.IsNamed));
        Assert.Equal(
            [
                "Harbour Lights / Marlow /  / ", "Ärger / Jörg Müller /  / ", "Nine Lives - Live at the Pier / Ada /  / ",
                "Attic Tape / Kari Moss /  / ", "Down the Street / 311 /  / ", "99 Balloons / The 5 Bells /  / ",
            ],
            Samples.Lines(list));
        Assert.Equal(["Line 8: “Side B” has no dash between artist and title and was left out."], Samples.Warnings(list));
    }

    [Theory]
    [InlineData("a dash", "Ada - Nine Lives", "Ada", "Nine Lives")]
    [InlineData("a long dash", "Ada — Nine Lives", "Ada", "Nine Lives")]
    [InlineData("blanks of a web page", "Ada\u00A0–\u00A0Nine Lives", "Ada", "Nine Lives")]
    [InlineData("the first of several dashes, as in M3U", "Ada - Nine Lives - Live", "Ada", "Nine Lives - Live")]
    [InlineData("a hyphen is none", "Jean-Paul - Re-Entry", "Jean-Paul", "Re-Entry")]
    [InlineData("a number with a dot", "12. Ada - Nine Lives", "Ada", "Nine Lives")]
    [InlineData("a number with a bracket and no blank", "01)Ada - Nine Lives", "Ada", "Nine Lives")]
    [InlineData("a number with a dash that begins the count", "1 - Ada - Nine Lives", "Ada", "Nine Lives")]
    [InlineData("a band that is a number", "311 - Down the Street", "311", "Down the Street")]
    [InlineData("a band that is a number, and two dashes", "311 - Down - Live", "311", "Down - Live")]
    [InlineData("a title that is one", "Ada - 7", "Ada", "7")]
    [InlineData("an artist with a comma", "Tyler, The Tinker - Pots", "Tyler, The Tinker", "Pots")]
    [InlineData("a moment before it", "0:00 Ada & Bo - Nine Lives (Dub)", "Ada & Bo", "Nine Lives (Dub)")]
    [InlineData("a moment in brackets and a number", "[00:00:00] 1. Ada - Nine Lives", "Ada", "Nine Lives")]
    [InlineData("a number, then a moment", "1 - 00:01:50 - Ada - Nine Lives", "Ada", "Nine Lives")]
    [InlineData("a moment of over an hour", "1:02:10 Ada - Nine Lives", "Ada", "Nine Lives")]
    [InlineData("a length behind it", "Ada - Nine Lives (3:57)", "Ada", "Nine Lives")]
    [InlineData("a length behind a dash", "Ada - Nine Lives - 3:57", "Ada", "Nine Lives")]
    [InlineData("a title that is a length", "Ada - 4:33", "Ada", "4:33")]
    [InlineData("a title in quotes and by", "1. \"Nine Lives\" by Ada", "Ada", "Nine Lives")]
    [InlineData("the same with quotes of print", "“Stand by the River” by Ada", "Ada", "Stand by the River")]
    [InlineData("by is part of a title", "Ada - Stand by the River", "Ada", "Stand by the River")]
    public void A_line_is_taken_apart_by(string reason, string line, string artist, string title)
    {
        var track = Assert.Single(Assert.Single(Samples.ReadText(line, "list.txt")).Tracks);

        Assert.True((artist, title) == (track.ArtistLine, track.Title), $"{reason}: {track.ArtistLine} / {track.Title}");
    }

    [Fact]
    public void Moments_are_no_lengths_but_what_stands_behind_is_one()
        => Assert.Equal(
            ["Nine Lives / Ada /  / ", "Attic / Bo /  / 237000 ms", "Low / Kari /  / 61000 ms"],
            Samples.Lines(Assert.Single(Samples.ReadText("[00:00] Ada - Nine Lives\n[03:57] Bo - Attic (3:57)\n08:41 Kari - Low - 1:01\n(...)\n", "list.txt"))));

    [Fact]
    public void Both_ways_to_read_a_list_are_given()
    {
        var playlist = Assert.Single(Samples.ReadText("Nine Lives - Ada\n\"Attic\" by Bo\n", "list.txt"));

        Assert.True(playlist.SidesAreOpen);
        Assert.Equal(["Ada / Nine Lives", "Attic / Bo"], playlist.Tracks.Select(track => $"{track.Title} / {track.ArtistLine}"));
        Assert.Equal(["Nine Lives / Ada", "Attic / Bo"], playlist.OtherWayRound!.Select(track => $"{track.Title} / {track.ArtistLine}"));
        Assert.Equal([(LeftOutReason.NoArtist, 1)], Assert.Single(Samples.ReadText("Side B\nAda - Nine\nBo - Attic\n", "list.txt")).LeftOut.Select(left => (left.Key, left.Value)));
    }

    [Fact]
    public void Numbers_with_dashes_go_only_as_long_as_they_count()
        => Assert.Equal(
            ["A / Ada", "B / Bo", "C - Live / 99"],
            Assert.Single(Samples.ReadText("1 - Ada - A\n2 - Bo - B\n99 - C - Live\n", "list.txt")).Tracks.Select(track => $"{track.Title} / {track.ArtistLine}"));

    [Theory]
    [InlineData("a letter", "Dear Ann,\n\nI was at the harbour - you know which - and it rained.\nThe others came later, and we left.\n\nYours, Bo\n")]
    [InlineData("a list of titles alone", "Nine Lives\nHarbour Lights\nAttic Tape\n")]
    [InlineData("titles and by", "Nine Lives by Ada\nAttic Tape by Kari Moss\n")]
    [InlineData("a log", "2026-01-01 10:00:00 - INFO - started\n2026-01-01 10:00:01 - INFO - stopped\n")]
    [InlineData("one long line with a dash", "Ada - LONG")]
    public void What_is_no_list_of_tracks_is_refused_in_words(string reason, string text)
    {
        var refusal = Samples.Refusal(text.Replace("LONG", new string('x', 400), StringComparison.Ordinal), "letter.txt");

        Assert.True(NoList == refusal, $"{reason}: {refusal}");
    }

    [Theory]
    [InlineData("every cell of a column has a dash", "Foo;Bar\nNine Lives - Live;Ada\nHarbour - Live;Marlow\nAttic - Live;Kari\n")]
    [InlineData("without a header", "Nine Lives - Live,Ada\nHarbour - Live,Marlow\nAttic - Live,Kari\n")]
    public void A_table_is_a_table_whatever_stands_in_it(string reason, string text)
    {
        var refusal = Assert.Throws<PlaylistFileException>(() => Samples.ReadText(text, "list.txt"));

        Assert.True(refusal.Table is { ColumnCount: 2 }, $"{reason}: {refusal.Words}");
    }

    [Fact]
    public void A_list_in_which_every_artist_has_a_comma_is_a_list()
        => Assert.Equal(3, Assert.Single(Samples.ReadText("Tyler, The A - One\nTyler, The B - Two\nTyler, The C - Three\n", "list.txt")).Tracks.Count);
}
