using Spotter.Core.Formats;

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

    [Fact]
    public void A_text_in_front_of_a_list_makes_no_table_of_it()
        => Assert.Equal(3, Assert.Single(Samples.ReadText("My list\nTyler, The A - One\nTyler, The B - Two\nTyler, The C - Three\n", "list.txt")).Tracks.Count);
}
