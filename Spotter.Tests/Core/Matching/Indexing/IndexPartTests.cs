using Spotter.Core.Matching;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Tracks;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching.Indexing;

/// <summary>Which songs of a library are looked at for a track. How good they are is judged afterwards.</summary>
public sealed class IndexPartTests
{
    private static readonly SourceTrack Wanted = TrackOf("Low Tide", "Ann Ash");

    public static TheoryData<string, SourceTrack, Song, bool> ByTitle => new()
    {
        { "title and artist", Wanted, SongOf("Low Tide", "Ann Ash"), true },
        { "one of the artists", Wanted, SongOf("Low Tide", "Bo Birch|Ann Ash"), true },
        { "another artist", Wanted, SongOf("Low Tide", "Bo Birch"), false },
        { "another title", Wanted, SongOf("High Tide", "Ann Ash"), false },
        { "the artist of the album", Wanted, SongOf("Low Tide", "Bo Birch", "Tides") with { AlbumArtist = "Ann Ash" }, true },
        { "a guest in its title", Wanted, SongOf("Low Tide (feat. Ann Ash)", "Bo Birch"), true },
        { "another guest in its title", Wanted, SongOf("Low Tide (feat. Cy Cole)", "Bo Birch"), false },
        { "a song without an artist", Wanted, SongOf("Low Tide", "") with { AlbumArtist = null }, true },
        { "a track without an artist", TrackOf("Low Tide", ""), SongOf("Low Tide", "Bo Birch"), true },
        { "an artist in another script", Wanted, SongOf("Low Tide", "방탄소년단"), true },
        { "an artist in another script, turned round", TrackOf("Low Tide", "방탄소년단"), SongOf("Low Tide", "Ann Ash"), true },
        { "another artist in the same script", TrackOf("Low Tide", "방탄소년단"), SongOf("Low Tide", "마마무"), false },
        { "other artists in both scripts", TrackOf("Low Tide", "방탄소년단|Bo Birch"), SongOf("Low Tide", "Ann Ash"), false },
        { "other artists in both scripts, turned round", Wanted, SongOf("Low Tide", "방탄소년단|Bo Birch"), false },
        { "the album before the title", Wanted, SongOf("Tides - Low Tide", "Ann Ash", "Tides"), true },
        { "the album behind the title", Wanted, SongOf("Low Tide - Tides", "Ann Ash", "Tides"), true },
        { "the album behind a slash", Wanted, SongOf("Low Tide / Tides", "Ann Ash", "Tides"), true },
        { "the album behind a bar", Wanted, SongOf("Low Tide | Tides", "Ann Ash", "Tides"), true },
        { "a subtitle behind the title", Wanted, SongOf("Low Tide - Cats", "Ann Ash", "Tides"), true },
        { "the artist behind the title", Wanted, SongOf("Low Tide - Ann Ash", "Ann Ash", "Tides"), true },
        { "the artist before the title", Wanted, SongOf("Ann Ash - Low Tide", "Ann Ash", "Tides"), true },
        { "the artist of the album before the title", Wanted with { Artists = ["Bo Birch"] }, SongOf("Ann Ash - Low Tide", "Bo Birch", "Tides") with { AlbumArtist = "Ann Ash" }, true },
        { "another artist before the title", Wanted, SongOf("Bo Birch - Low Tide", "Ann Ash", "Tides"), false },
        { "the artist before the title, which the track has too", TrackOf("Ann Ash - Low Tide", ""), SongOf("Ann Ash - Low Tide", "Ann Ash"), true },
        { "the title in another script in brackets", TrackOf("봄날", "Ann Ash"), SongOf("Spring Day (봄날)", "Ann Ash"), true },
        { "a letter that a server has escaped", TrackOf("Low & High", "Ann Ash"), SongOf("Low &amp; High", "Ann Ash"), true },
    };

    [Theory]
    [MemberData(nameof(ByTitle))]
    public void A_title_is_found_by(string what, SourceTrack track, Song song, bool isFound)
        => Assert.True(LibraryIndex.Build([SongOf("Other", "Zoe Zander", id: "a"), song, SongOf("Another", "Zoe Zander", id: "z")]).Exactly(ProbeOf(track)).Any(found => found.Id == song.Id) == isFound, what);

    public static TheoryData<string, SourceTrack, Song, bool> Alike => new()
    {
        { "a slip in the title", TrackOf("Stone Harbuor Lights", "Ann Ash"), SongOf("Stone Harbour Lights", "Ann Ash"), true },
        { "a slip in the title, by the artist of the album", TrackOf("Stone Harbuor Lights", "Ann Ash"), SongOf("Stone Harbour Lights", "Bo Birch", "Tides") with { AlbumArtist = "Ann Ash" }, true },
        { "a slip in the title, by a guest", TrackOf("Stone Harbuor Lights", "Ann Ash"), SongOf("Stone Harbour Lights (feat. Ann Ash)", "Bo Birch"), true },
        { "a slip in the title, by somebody else", TrackOf("Stone Harbuor Lights", "Ann Ash"), SongOf("Stone Harbour Lights", "Bo Birch"), false },
        { "another title", TrackOf("Stone Harbour Lights", "Ann Ash"), SongOf("Paper Lanterns Adrift", "Ann Ash"), false },
        { "a title that was cut off", TrackOf("The Longest Night of the Whole Year", "Ann Ash"), SongOf("The Longest Night of the", "Ann Ash"), true },
        { "a title that was cut off too early", TrackOf("The Longest Night of the Whole Year", "Ann Ash"), SongOf("The Longest", "Ann Ash"), false },
        { "a subtitle", Wanted, SongOf("Low Tide (When the Boats Lie Dry)", "Ann Ash"), true },
        { "as it sounds", TrackOf("I Wanna Go 2 U", "Ann Ash"), SongOf("I Want to Go to You", "Ann Ash"), true },
        { "two letters for one with a mark", TrackOf("Uebermut der Groesse", "Ann Ash"), SongOf("Übermut der Größe", "Ann Ash"), true },
        { "another script, and the same length", TrackOf("봄날", "Ann Ash"), SongOf("Spring Day", "Ann Ash"), true },
        { "another script, and another length", TrackOf("봄날", "Ann Ash", seconds: 260), SongOf("Spring Day", "Ann Ash"), false },
    };

    [Theory]
    [MemberData(nameof(Alike))]
    public void A_title_like_it_is_found_by_its_artists(string what, SourceTrack track, Song song, bool isFound)
        => Assert.True(LibraryIndex.Build([SongOf("Other", "Zoe Zander", id: "a"), song, SongOf("Another", "Zoe Zander", id: "z")]).Near(ProbeOf(track)).Songs.Any(found => found.Id == song.Id) == isFound, what);

    [Theory]
    [InlineData("the same title by anybody", "Low Tide", "Low Tide", true)]
    [InlineData("a title that sounds the same", "Low Tide", "The Low Tide", true)]
    [InlineData("two letters for one with a mark, behind an article", "Die Uebermut der Groesse", "Die Übermut der Größe", true)]
    [InlineData("another title", "Low Tide", "High Tide", false)]
    public void A_title_alone_is_found(string what, string asked, string title, bool isFound)
        => Assert.True(LibraryIndex.Build([SongOf(title, "Bo Birch")]).Titled(ProbeOf(TrackOf(asked, "Ann Ash"))).Any() == isFound, what);

    [Fact]
    public void A_code_and_an_id_are_found_by_the_whole_of_them()
    {
        var index = LibraryIndex.Build(
        [
            SongOf("One", "Ann Ash", isrc: "ZZSPT2600001;ZZSPT2600002", mbid: "f47ac10b-58cc-4372-a567-0e02b2c3d479", id: "1"),
            SongOf("Two", "Ann Ash", isrc: "ZZSPT2600002", id: "2"),
        ]);
        var probe = ProbeOf(Wanted);

        Assert.Equal(["1"], index.WithIsrc("ZZSPT2600001", probe).Select(song => song.Id));
        Assert.Equal(["1", "2"], index.WithIsrc("ZZSPT2600002", probe).Select(song => song.Id).Order());
        Assert.Empty(index.WithIsrc("ZZSPT260000", probe));
        Assert.Equal(["1"], index.WithMbid("f47ac10b-58cc-4372-a567-0e02b2c3d479", probe).Select(song => song.Id));
        Assert.Empty(index.WithMbid("f47ac10b-58cc-4372-a567-0e02b2c3d470", probe));
        Assert.Equal((2, 1), index.CountCodes());
        Assert.True(index.Holds("2"));
        Assert.False(index.Holds("3"));
    }

    private static SongProbe ProbeOf(SourceTrack track)
    {
        var reading = TrackReading.Of(track);
        return new(reading, reading.Ways[0]);
    }
}
