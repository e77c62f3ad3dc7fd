using Spotter.Core.Formats;

namespace Spotter.Tests.Core.Formats.Readers;

public sealed class PlsFormatTests
{
    [Fact]
    public void Entries_come_in_the_order_of_their_numbers()
    {
        var playlist = Assert.Single(Samples.Read("winamp.pls"));

        Assert.Equal(
            ["Harbour Lights / Marlow / Low Tide / 215000 ms / C:\\Music\\Marlow\\Low Tide\\03 - Harbour Lights.mp3", "Nine Lives / Ada / Cats / 242000 ms / ..\\Ada\\Cats\\09 Nine Lives.mp3"],
            Samples.Lines(playlist));
        Assert.Equal([LeftOutReason.Broadcast], playlist.Warnings.Select(warning => warning.Reason));
    }

    [Theory]
    [InlineData("a number out of range", "[playlist]\nFile99999999999=x.mp3\n")]
    [InlineData("no number", "[playlist]\nFile=x.mp3\n")]
    public void What_is_no_entry_is_none(string reason, string text) => Assert.True(Samples.Refusal(text, "x.pls").StartsWith("The playlist names no tracks.", StringComparison.Ordinal), reason);
}
