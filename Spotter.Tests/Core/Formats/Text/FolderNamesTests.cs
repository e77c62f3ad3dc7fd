using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

public sealed class FolderNamesTests
{
    [Theory]
    [InlineData("artist and album", "Ada/Cats", false, "Ada/Cats")]
    [InlineData("a disk and its mount point", "mnt/disk1/Ada/Cats", true, "Ada/Cats")]
    [InlineData("a mount point and nothing else", "mnt", true, "")]
    [InlineData("a folder of that name that is no mount point", "mnt/disk1/Ada/Cats", false, "mnt/disk1/Ada/Cats")]
    [InlineData("a home with its collection", "home/ann/Music/Ada/Cats", true, "Ada/Cats")]
    [InlineData("collections within each other", "Music/MP3/Ada/Cats", false, "Ada/Cats")]
    [InlineData("nothing but a collection", "Music", false, "")]
    [InlineData("a collection further down", "Backup/Old disk/Music/Ada/Cats", false, "Ada/Cats")]
    [InlineData("an artist called like a collection", "Old disk/Library/Cats", false, "Old disk/Library/Cats")]
    [InlineData("an album called like a collection", "Ada/Library", false, "Ada/Library")]
    [InlineData("a folder of a disc", "Ada/Cats/CD 2", false, "Ada/Cats")]
    [InlineData("folders of a disc within each other", "Ada/Cats/Disc 1/CD1", false, "Ada/Cats")]
    [InlineData("nothing but a disc", "CD1", false, "")]
    [InlineData("a name that only begins like a disc", "Ada/CD 123", false, "Ada/CD 123")]
    [InlineData("a drive, here and above", "C:/./../~/Ada/Cats", false, "Ada/Cats")]
    public void The_folders_that_tell_something_are(string what, string folders, bool isAbsolute, string telling)
        => Assert.True(string.Join('/', FolderNames.Telling(folders.Split('/'), isAbsolute)) == telling, $"{what}: {string.Join('/', FolderNames.Telling(folders.Split('/'), isAbsolute))}");

    [Theory]
    [InlineData("2018 - Cats", "Cats")]
    [InlineData("[2011] Cats", "Cats")]
    [InlineData("(1999)Cats", "Cats")]
    [InlineData("1984", "1984")]
    [InlineData("1984 - ", "1984 - ")]
    [InlineData("2118 - Cats", "2118 - Cats")]
    [InlineData("Cats", "Cats")]
    public void A_year_before_the_album_goes(string name, string album) => Assert.Equal(album, FolderNames.WithoutYear(name));

    [Theory]
    [InlineData("Cats [16Bit-44.1kHz]", "Cats")]
    [InlineData("Cats (FLAC)", "Cats")]
    [InlineData("Cats (320 kbps)", "Cats")]
    [InlineData("[FLAC]", "[FLAC]")]
    [InlineData("Cats (Live)", "Cats (Live)")]
    [InlineData("Cats [FLAC] Live", "Cats [FLAC] Live")]
    public void The_quality_behind_the_album_goes(string name, string album) => Assert.Equal(album, FolderNames.WithoutQuality(name));

    [Theory]
    [InlineData("Ada - Discography", "Ada")]
    [InlineData("Ada Discography (1990-2000)", "Ada")]
    [InlineData("Ada (discography)", "Ada")]
    [InlineData("Discography", "Discography")]
    [InlineData(" - Discography", " - Discography")]
    [InlineData("Ada", "Ada")]
    public void The_word_discography_goes(string name, string artist) => Assert.Equal(artist, FolderNames.WithoutDiscography(name));
}
