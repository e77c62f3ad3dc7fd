namespace Spotter.Tests.Core.Formats.Readers;

public sealed class JellyfinFormatTests
{
    [Fact]
    public void A_list_of_paths_tells_what_their_folders_tell()
    {
        var playlist = Assert.Single(Samples.Read("jellyfin.xml"));

        Assert.Equal("jellyfin:Road trip", playlist.RemoteId);
        Assert.Equal(
            ["Harbour Lights / Marlow / Low Tide /  / /media/music/Marlow/Low Tide/CD 2/03 - Harbour Lights.flac", "Nine Lives / Ada / Cats /  / /media/music/Ada/Cats/09 - Nine Lives.mp3"],
            Samples.Lines(playlist));
    }
}
