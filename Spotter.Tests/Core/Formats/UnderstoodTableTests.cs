using System.Text;
using Spotter.Core.Formats;
using Spotter.Tests.Core.Formats.Archives;

namespace Spotter.Tests.Core.Formats;

/// <summary>Every table reports how it was understood, and can be read as the user chooses instead.</summary>
public sealed class UnderstoodTableTests
{
    [Theory]
    [InlineData("any table", "csv", "Title,Artist,Album\nNine Lives,Ada,Cats\n", "Title,Artist,Album")]
    [InlineData("Exportify", "exportify", "Track URI,Track Name,Artist Name(s),Notes\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2,Nine Lives,Ada,x\n", "Link,Title,Artist,Ignored")]
    [InlineData("TuneMyMusic", "tunemymusic", "Track name,Artist name,Album,Playlist name,Type\nNine Lives,Ada,Cats,Evening,Playlist\n", "Title,Artist,Album,Playlist,Ignored")]
    [InlineData("Soundiiz", "soundiiz", "title,artist,album,isrc,addedDate\nNine Lives,Ada,Cats,,2020\n", "Title,Artist,Album,Isrc,Ignored")]
    public void What_was_understood_comes_with_the_playlist(string reason, string family, string text, string columns)
    {
        var playlist = Read(text);

        Assert.True(family == playlist.FormatFamily, reason);
        Assert.Equal(columns, string.Join(',', playlist.Understood!.Mapping.Columns));
        Assert.True(playlist.Understood.Mapping.HasHeader);
        Assert.Null(playlist.Mapped);
    }

    [Theory]
    [InlineData("Exportify", "exportify", "Track URI,Track Name,Artist Name(s),Notes\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2,Nine Lives,Ada,Real Title\n", 3)]
    [InlineData("Soundiiz of four columns, which its mark tells", "soundiiz", "\uFEFFtitle,artist,album,isrc\nNine Lives,Ada,Real Title,\n", 2)]
    public async Task A_table_of_a_known_tool_stays_one_of_that_tool_when_its_columns_are_named(string reason, string family, string text, int titleColumn)
    {
        var understood = Read(text).Understood!;
        var columns = understood.Mapping.Columns.Select((column, i) => i == titleColumn ? TableColumn.Title : column == TableColumn.Title ? TableColumn.Ignored : column);
        var said = new TableMapping(true, [.. columns]);

        var again = Assert.Single(PlaylistFileReader.ReadTable(understood.Table, said, null));
        var known = new KnownDecisions(new(new Dictionary<string, TableMapping> { [understood.Table.FingerprintOf(hasHeader: true)] = said }), KnownReadings.None);
        var next = Assert.Single(await new PlaylistFileReader().ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "list.csv", null, default, known));

        Assert.True((family, "Real Title", "Ada") == (again.FormatFamily, again.Tracks[0].Title, again.Tracks[0].ArtistLine), reason);
        Assert.True((family, "Real Title") == (next.FormatFamily, next.Tracks[0].Title), reason);
        Assert.Equal(said.Columns, next.Mapped!.Mapping.Columns);
    }

    [Fact]
    public void What_nobody_is_asked_about_is_still_obeyed()
    {
        var understood = Read("Track name,Artist name,Album,Playlist name,Type\nNine Lives,Ada,Cats,Evening,Playlist\nAda,Ada,,Evening,Artist\n").Understood!;

        var again = Assert.Single(PlaylistFileReader.ReadTable(understood.Table, understood.Mapping, null));

        Assert.Equal(("tunemymusic", "Evening", 1), (again.FormatFamily, again.Name, again.Tracks.Count));
        Assert.Equal(1, again.LeftOut[LeftOutReason.NotATrack]);
    }

    [Fact]
    public void Files_of_one_playlist_in_an_archive_are_not_read_once_more_as_if_they_were_one()
    {
        var zip = Zips.Of(("a/Evening.csv", "Title,Artist\nNine Lives,Ada\n"), ("b/Evening.csv", "Title,Artist\nAttic Tape,Kari\n"));

        var playlist = Assert.Single(new PlaylistFileReader().Read(zip, "all.zip", null));

        Assert.Equal(2, playlist.Tracks.Count);
        Assert.Null(playlist.Understood);
    }

    private static PlaylistFile Read(string text) => Assert.Single(new PlaylistFileReader().Read(Encoding.UTF8.GetBytes(text), "list.csv", null));
}
