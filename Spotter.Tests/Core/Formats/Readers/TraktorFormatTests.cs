namespace Spotter.Tests.Core.Formats.Readers;

public sealed class TraktorFormatTests
{
    [Fact]
    public void A_playlist_names_its_files_and_the_collection_says_what_they_are()
    {
        var playlist = Assert.Single(Samples.Read("traktor.nml"));

        Assert.Equal("traktor:Road trip", playlist.RemoteId);
        Assert.Equal(
            ["Nine Lives / Ada /  /  / /Music/nine.mp3", "Harbour Lights / Marlow / Low Tide / 214600 ms / /Music/Marlow/Low Tide/03 Harbour Lights.mp3"],
            Samples.Lines(playlist));
    }
}
