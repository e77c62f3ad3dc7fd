using Spotter.Navidrome;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Tests.Navidrome;

public sealed class SongMapperTests
{
    [Fact]
    public void A_full_song_keeps_everything()
    {
        var song = SongMapper.ToSong(new Child
        {
            Id = "1", Title = "Undertow (Live)", Album = "Low Water", AlbumId = "a", Artist = "Marlow • Ada", DisplayArtist = "Marlow & Ada",
            DisplayAlbumArtist = "Marlow", Artists = [new() { Name = "Marlow" }, new() { Name = "Ada" }], Duration = 312, Track = 4, DiscNumber = 2,
            Year = 2019, BitRate = 880, Suffix = "flac", Path = "a/b.flac", CoverArt = "al-a", Starred = DateTimeOffset.UnixEpoch,
            MusicBrainzId = "F47AC10B-58CC-4372-A567-0E02B2C3D479", Isrc = ["us-abc-12-34567; GBXYZ9900001", "USABC1234567"],
        })!;

        Assert.Equal("Undertow (Live)", song.Title);
        Assert.Equal("Marlow & Ada", song.Artist);
        Assert.Equal(["Marlow", "Ada"], song.Artists);
        Assert.Equal(312_000, song.DurationMs);
        Assert.Equal(["USABC1234567", "GBXYZ9900001"], song.Isrcs);
        Assert.Equal("f47ac10b-58cc-4372-a567-0e02b2c3d479", song.RecordingMbid);
        Assert.Equal((4, 2, 2019, 880), (song.TrackNumber, song.DiscNumber, song.Year, song.BitRate));
        Assert.True(song.IsStarred);
    }

    [Fact]
    public void What_an_old_server_leaves_out_is_unknown()
    {
        var song = SongMapper.ToSong(new Child { Id = "1", Title = "Undertow", Artist = "Marlow", Duration = 0, Year = 0, Track = 0, MusicBrainzId = "" })!;

        Assert.Null(song.DurationMs);
        Assert.Null(song.Year);
        Assert.Null(song.TrackNumber);
        Assert.Null(song.RecordingMbid);
        Assert.Null(song.Album);
        Assert.Empty(song.Isrcs);
        Assert.Equal(["Marlow"], song.Artists);
    }

    [Fact]
    public void A_line_of_artists_is_taken_apart_where_the_server_does_not_name_them_one_by_one()
        => Assert.Equal(["Earth, Wind & Fire", "Ada Quill"], SongMapper.ToSong(new Child { Id = "1", Title = "x", Artist = "Earth, Wind & Fire • Ada Quill" })!.Artists);

    [Fact]
    public void Bits_a_second_become_kilobits() => Assert.Equal(320, SongMapper.ToSong(new Child { Id = "1", Title = "x", BitRate = 320_000 })!.BitRate);

    [Fact]
    public void Folders_and_films_are_no_songs()
    {
        Assert.Null(SongMapper.ToSong(new Child { Id = "1", IsDir = true }));
        Assert.Null(SongMapper.ToSong(new Child { Id = "1", IsVideo = true }));
        Assert.Null(SongMapper.ToSong(new Child()));
    }
}
