namespace Spotter.Tests.Core.Formats.Readers;

public sealed class WindowsMediaFormatTests
{
    [Fact]
    public void Words_beside_a_file_count_more_than_its_path()
        => Assert.Equal(
            [
                "Harbour Lights / Marlow / Low Tide /  / ..\\Marlow\\Low Tide\\03 Harbour Lights.wma",
                "Nine & Ten Lives / Ada / Cats / 242000 ms / C:\\Users\\ann\\Music\\Cats\\09.mp3",
            ],
            Samples.Lines(Assert.Single(Samples.Read("zune.wpl"))));

    [Fact]
    public void The_older_kind_writes_as_it_likes()
    {
        var playlist = Assert.Single(Samples.Read("radio.asx"));

        Assert.Equal(("Road trip", "wpl:Road trip"), (playlist.Name, playlist.RemoteId));
        Assert.Equal(
            ["Harbour Lights / Marlow / Low Tide /  / C:/Music/Marlow/Low Tide/03 Harbour Lights.mp3", "Nine Lives / Ada / Cats /  / /share/Ada/Cats/09 - Nine Lives.mp3"],
            Samples.Lines(playlist));
        Assert.Equal(["1 bare “&” was taken as written."], Samples.Remarks(playlist));
    }
}
