using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

/// <summary>What a path reveals, and which of its parts are not an artist or album.</summary>
public sealed class MediaPathTests
{
    [Theory]
    [InlineData("a folder of a disc", "Sisters/Tides/CD 1/03 - Lucy.flac", "Sisters", "Tides", "Lucy")]
    [InlineData("one with a number at once", "Sisters/Tides/Disc2/1-04 This Harbour.flac", "Sisters", "Tides", "This Harbour")]
    [InlineData("one with a name of its own", "E:\\CB Stuff\\Music\\The Bells\\Be Strong\\CD2 The Remixes\\02. Strong (Dub).mp3", "The Bells", "Be Strong", "Strong (Dub)")]
    [InlineData("a relative root", "../../Ada/Cats/03 Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("a root, and one folder", "..\\Ada\\01 Nine.mp3", null, null, "Nine")]
    [InlineData("a drive, and one folder", "C:\\Ada\\01 Nine.mp3", null, null, "Nine")]
    [InlineData("a home", "~/Music/Ada/Cats/03 Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("a disk that is mounted", "/mnt/usb/Cats/03 Nine.mp3", null, null, "Nine")]
    [InlineData("somebody's home", "/Users/ann/Music/Cats/03 Nine.mp3", null, null, "Nine")]
    [InlineData("a share", "\\\\nas\\music\\Ada\\Cats\\03 Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("a share, and one folder", "\\\\nas\\music\\Cats\\03 Nine.mp3", null, null, "Nine")]
    [InlineData("an address of a file", "file:///Users/x/Ada/Cats/03%20Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("an address of Windows", "file://localhost/C:/Music/Ada/Cats/03%20Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("an address of a share", "smb://nas/Music/Ada/Cats/03 Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("another one", "nfs://nas/Music/Ada/Cats/03 Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("and one with a user", "sftp://ann:secret@nas/music/Ada/Cats/03%20Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("a web address of a file", "http://nas:4533/share/Ada/Cats/03%20Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("disc, track and artist", "The Bells/2000 - One/01.01 - The Bells - Love Us.flac", "The Bells", "One", "The Bells - Love Us")]
    [InlineData("disc, track and number", "Ada/Cats/1-28 03 - Nine.flac", "Ada", "Cats", "Nine")]
    [InlineData("everything in the name", "Ada - 2000 Cats - 04 - Nine.mp3", null, "Cats", "Nine")]
    [InlineData("a side of a record", "Sisters/Tides/A1 Flood I.flac", "Sisters", "Tides", "Flood I")]
    [InlineData("a number in brackets", "Sisters/Tides/[04] Neverland.flac", "Sisters", "Tides", "Neverland")]
    [InlineData("a year before the number", "Ada/Cats/(2019) - 07 - Nine.opus", "Ada", "Cats", "Nine")]
    [InlineData("a year before the album", "Ada/[2011] Cats/03 Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("an album that is a year", "Ada/1999/03 Nine.mp3", "Ada", "1999", "Nine")]
    [InlineData("one folder that says both", "(1990) Ada - Cats/03. Nine.flac", "Ada", "Cats", "Nine")]
    [InlineData("a discography", "ADA - DISCOGRAPHY (2006-15)/[2011] Cats/10 - Nine.mp3", "ADA", "Cats", "Nine")]
    [InlineData("a hyphen behind the artist's name", "Ada/Cats/Ada-Nine.mp3", "Ada", "Cats", "Nine")]
    [InlineData("various artists", "Various Artists/Cats/03 Nine.mp3", null, "Cats", "Nine")]
    [InlineData("a name with a hyphen", "Sisters/Tides/01-01 - Dominion-Mother.flac", "Sisters", "Tides", "Dominion-Mother")]
    public void A_path_tells(string reason, string location, string? artist, string? album, string title)
    {
        var path = MediaPath.ParseAddress(location)!;

        Assert.True((artist, album, title) == (path.Artist, path.Album, path.Title), $"{reason}: {path.Artist} / {path.Album} / {path.Title}");
        Assert.DoesNotContain("secret", path.Location, StringComparison.Ordinal);
    }

    [Fact]
    public void An_artist_in_front_of_a_number_is_the_artist()
        => Assert.Equal("Ada", MediaPath.Parse("Ada - 2000 Cats - 04 - Nine.mp3")!.NamedArtist);

    [Theory]
    [InlineData("http://radio.invalid:8000/stream")]
    [InlineData("https://music.invalid/play?id=3")]
    [InlineData("")]
    public void What_names_no_file_is_no_path(string location) => Assert.Null(MediaPath.Parse(location));

    [Theory]
    [InlineData("a.mp3", true)]
    [InlineData("a.FLAC ", true)]
    [InlineData("http://x.invalid/a.mp3?token=1", true)]
    [InlineData("Music/What? #1/a.mp3", true)]
    [InlineData("a#1.mp3", true)]
    [InlineData("http://x.invalid/a?name=b.mp3", false)]
    [InlineData("http://x.invalid/a.mp3#t=3", true)]
    [InlineData("a.txt", false)]
    [InlineData("mp3", false)]
    public void A_sound_is_known_by_its_ending(string path, bool isSound) => Assert.Equal(isSound, MediaPath.IsSound(path));
}
