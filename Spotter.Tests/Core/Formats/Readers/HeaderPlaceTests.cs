using Spotter.Core.Formats;
using Spotter.Core.Formats.Readers;

namespace Spotter.Tests.Core.Formats.Readers;

public sealed class HeaderPlaceTests
{
    [Theory]
    [InlineData("the program's name above it", "Some Library\nIndex,TagTime,Title,Artist,URL\n1,2023-03-26,\"Nine Lives\",\"Ada, The\",https://x.invalid/1\n", "Nine Lives / Ada, The /  / ")]
    [InlineData("several lines above it", "Exported by somebody\n\nOn a Sunday, at noon\nTitle;Artist\nNine Lives;Ada\n", "Nine Lives / Ada /  / ")]
    [InlineData("two exports pasted together", "Title,Artist\nNine Lives,Ada\nTitle,Artist\n", "Nine Lives / Ada /  / ")]
    public void The_header_may_be_one_of_the_first_lines_and_is_never_a_track(string reason, string text, string expected)
    {
        var lines = Samples.Lines(Assert.Single(Samples.ReadText(text, "x.csv")));

        Assert.True(lines.SequenceEqual([expected]), $"{reason}: {string.Join('|', lines)}");
    }

    [Fact]
    public void Lines_are_told_as_an_editor_counts_them()
        => Assert.Equal(
            "Line 5: expected 2 columns as in the header, found 3. Nothing was imported.",
            Samples.Refusal("A list\n\nTitle,Artist\nNine Lives,Ada\nOne,Two,Ada\n", "x.csv"));

    [Theory]
    [InlineData("a heading above names that nobody knows", "My list\nSang;Skald\nNine Lives;Ada\nAttic;Bo\n", true)]
    [InlineData("the user says that there is no header, but there is one", "My list\nISRC;Sang;Artist\nGBXYZ1900001;Nine Lives;Ada\n;Attic;Bo\n", false)]
    public void A_header_is_no_track_after_the_question_either(string reason, string text, bool saysHeader)
    {
        var table = Assert.Throws<PlaylistFileException>(() => Samples.ReadText(text, "x.csv")).Table!;
        var columns = table.ColumnCount == 2
            ? new[] { TableColumn.Title, TableColumn.Artist }
            : [TableColumn.Isrc, TableColumn.Title, TableColumn.Artist];

        var playlist = Assert.Single(PlaylistFileReader.ReadTable(table, new(saysHeader, columns), null));

        Assert.True(playlist.Tracks.Select(track => track.Title).SequenceEqual(["Nine Lives", "Attic"]), reason);
    }

    [Theory]
    [InlineData("commas", "a,b;c,d", ',')]
    [InlineData("semicolons", "a;b,c;d", ';')]
    [InlineData("tabs", "a\tb\tc,d", '\t')]
    [InlineData("bars", "a|b|c,d", '|')]
    [InlineData("the first of two that are equally frequent", "a,b;c", ',')]
    [InlineData("one, whatever is in quotes", "\"a,b,c\";d", ';')]
    [InlineData("none but in quotes", "\"a,b\"", null)]
    [InlineData("none in this line", "a\nb,c", null)]
    [InlineData("one after a line break in quotes", "\"a\nb\",c", ',')]
    [InlineData("none", "Low Tide", null)]
    public void A_line_is_separated_by(string what, string line, char? separator)
        => Assert.True(HeaderPlace.SeparatorOf(line) == separator, $"{what}: {HeaderPlace.SeparatorOf(line)}");

    [Theory]
    [InlineData("the first line", "Title,Artist\nNine,Ada\n", 0, 0)]
    [InlineData("the first line, one name of which is known", "Title,Skald\nTitle,Artist\n", 0, 0)]
    [InlineData("the second line", "A list\nTitle,Artist\nNine,Ada\n", 7, 1)]
    [InlineData("the second line after a Windows line break", "A list\r\nTitle,Artist\r\n", 8, 1)]
    [InlineData("the second line after a line break of old Macs", "A list\rTitle,Artist\r", 7, 1)]
    [InlineData("a line of which one name is known", "A list of mine, and more\nTitle,Skald\nNine,Ada\n", 0, 0)]
    [InlineData("the tenth line", "a\n\n\n\n\n\n\n\n\nTitle,Artist\n", 10, 9)]
    [InlineData("the eleventh line", "a\n\n\n\n\n\n\n\n\n\nTitle,Artist\n", 0, 0)]
    [InlineData("the line below a heading", "A list\nSang;Skald\nNine;Ada\n", 7, 1)]
    [InlineData("a line below a heading that has fewer cells than the next", "A list\nSang;Skald\nNine;Ada;Cats\n", 0, 0)]
    [InlineData("a line below a heading, with nothing below it", "A list\nSang;Skald\n", 0, 0)]
    [InlineData("a line below one with separators", "A;list\nSang;Skald\nNine;Ada\n", 0, 0)]
    [InlineData("nothing", "", 0, 0)]
    [InlineData("a single line", "Sang", 0, 0)]
    public void A_table_begins_at(string what, string text, int start, int linesAbove)
        => Assert.True(HeaderPlace.Find(text) == (start, linesAbove), $"{what}: {HeaderPlace.Find(text)}");

    [Theory]
    [InlineData(2_000, 1)]
    [InlineData(2_001, 0)]
    public void A_longer_line_than_any_header_is_none(int length, int linesAbove)
        => Assert.Equal(linesAbove, HeaderPlace.Find("A list\nTitle,Artist," + new string('x', length - 13) + "\n").LinesAbove);

    [Fact]
    public void A_text_in_front_of_a_list_makes_no_table_of_it()
        => Assert.Equal(3, Assert.Single(Samples.ReadText("My list\nTyler, The A - One\nTyler, The B - Two\nTyler, The C - Three\n", "list.txt")).Tracks.Count);
}
