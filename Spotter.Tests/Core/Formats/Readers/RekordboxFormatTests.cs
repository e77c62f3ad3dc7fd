namespace Spotter.Tests.Core.Formats.Readers;

public sealed class RekordboxFormatTests
{
    [Fact]
    public void The_playlists_of_a_collection_come_in_whatever_folders_they_lie_in()
    {
        var playlists = Samples.Read("rekordbox.xml");

        Assert.Equal(["rekordbox:Road trip", "rekordbox:By place"], playlists.Select(playlist => playlist.RemoteId));
        Assert.Equal(
            ["Noise /  /  / 5000 ms / C:/Music/NOISE.wav", "Harbour Lights / Marlow / Low Tide / 215000 ms / C:/Music/Marlow/Low Tide/03 Harbour Lights.mp3"],
            Samples.Lines(playlists[0]));
        Assert.Equal(["Line 13: A track that the collection does not hold was left out."], Samples.Warnings(playlists[0]));
        Assert.Equal(["Nine Lives / Ada / Cats /  / C:/Music/Ada/Cats/09 Nine Lives.mp3"], Samples.Lines(playlists[1]));
    }

    [Fact]
    public void The_list_that_rekordbox_writes_as_text_is_a_table()
        => Assert.Equal(
            ["On the Pier (Original Mix) / Ada / Tides / 361000 ms", "Nine (Dub) / Bo & Crown, Kari / Cats / 355000 ms"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "#\tArtwork\tTrack Title\tArtist\tAlbum\tGenre\tBPM\tRating\tTime\tKey\tDate Added\r\n1\t\tOn the Pier (Original Mix)\tAda\tTides\tHouse\t126.00\t     \t06:01\t11A\t2022-10-01\r\n"
                + "2\t\tNine (Dub)\tBo & Crown, Kari\tCats\tHouse\t126.00\t*****\t05:55\t5A\t2021-12-24\r\n", "x.txt"))));
}
