using System.Text;
using Spotter.Core.Formats;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats.Readers;

public sealed class ItunesLibraryFormatTests
{
    [Fact]
    public void Every_playlist_of_a_library_comes_in_but_for_those_that_the_program_keeps_itself()
    {
        var playlists = Samples.Read("library-music.xml");

        Assert.Equal(["itunes:Road trip", "itunes:Road trip (2)"], playlists.Select(playlist => playlist.RemoteId));
        Assert.Equal("For the long way", playlists[0].Description);
        Assert.Equal(
            ["Nine Lives / Ada /  / ", "Harbour Lights / Marlow & Ilse / Low Tide / 215000 ms / /Users/ann/Music/Marlow/Low Tide/03 Harbour Lights.m4a"],
            Samples.Lines(playlists[0]));
        Assert.Equal(
            ["Line 49: A track without a title was left out.", "Line 50: A track that the collection does not hold was left out."],
            Samples.Warnings(playlists[0]));
    }

    [Fact]
    public async Task A_library_of_many_megabytes_is_read_from_the_disk()
    {
        const int count = 50_000;
        var track = new string('x', 200);
        var xml = "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>Tracks</key><dict>"
            + string.Concat(Enumerable.Range(1, count).Select(i => $"<key>{i}</key><dict><key>Track ID</key><integer>{i}</integer><key>Name</key><string>{track}</string></dict>\n"))
            + "</dict><key>Playlists</key><array><dict><key>Name</key><string>Long</string><key>Playlist Items</key><array>"
            + string.Concat(Enumerable.Range(1, count).Select(i => $"<dict><key>Track ID</key><integer>{i}</integer></dict>\n")) + "</array></dict></array></dict></plist>";
        var bytes = Encoding.UTF8.GetBytes(xml);
        Assert.True(bytes.Length > PlaylistFileLimits.MaxBytes);

        var playlist = Assert.Single(await new PlaylistFileReader().ReadAsync(new MemoryStream(bytes), "Library.xml", null, CancellationToken.None));
        Assert.Equal(("itunes:Long", count), (playlist.RemoteId, playlist.Tracks.Count));

        var cut = await Assert.ThrowsAsync<PlaylistFileException>(
            () => new PlaylistFileReader().ReadAsync(new MemoryStream(bytes[..^20]), "Library.xml", null, CancellationToken.None));
        Assert.Contains("the XML is broken here", cut.Words, StringComparison.Ordinal);
        var other = await Assert.ThrowsAsync<PlaylistFileException>(() => new PlaylistFileReader().ReadAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(xml.Replace("plist", "feed", StringComparison.Ordinal))), "x.xml", null, CancellationToken.None));
        Assert.Equal(PlaylistFileProblem.TooLarge, other.Problem);
    }

    [Fact]
    public void A_library_without_playlists_says_how_to_get_one_with_them()
        => Assert.Equal(
            "The library holds no playlist with tracks. In Music or iTunes, choose File › Library › Export Library or Export Playlist. Nothing was imported.",
            Samples.Refusal("<plist version=\"1.0\"><dict><key>Tracks</key><dict/></dict></plist>", "x.xml"));
}
