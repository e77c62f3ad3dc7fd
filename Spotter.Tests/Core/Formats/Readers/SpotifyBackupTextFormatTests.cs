namespace Spotter.Tests.Core.Formats.Readers;

public sealed class SpotifyBackupTextFormatTests
{
    [Fact]
    public void A_line_without_a_tab_begins_a_playlist()
    {
        var playlists = Samples.Read("spotify-backup.txt");

        Assert.Equal(["spotify-backup:Road trip", "spotify-backup:Sunday"], playlists.Select(playlist => playlist.RemoteId));
        Assert.Equal(
            ["Harbour Lights / Marlow, Ilse / Low Tide /  / spotify:track:1aAaaaaaaaaaaaaaaaaaa1", "Nine Lives / Ada / Cats /  / spotify:track:2bBbbbbbbbbbbbbbbbbbb2"],
            Samples.Lines(playlists[0]));
        Assert.Equal(["Attic Tape / Kari Moss /  / "], Samples.Lines(playlists[1]));
    }
}
