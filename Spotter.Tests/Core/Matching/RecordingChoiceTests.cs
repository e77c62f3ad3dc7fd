using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

public sealed class RecordingChoiceTests
{
    private static readonly SourceTrack Track = TrackOf("Paper Lanterns", "Ann Ash|Bo Birch", "Lanterns");

    // By its id alone it would come second.
    private static readonly Song Right = SongOf("Paper Lanterns", "Ann Ash|Bo Birch", "Lanterns", id: "z") with { Artist = "Ann Ash, Bo Birch", Suffix = "mp3", BitRate = 256 };

    public static TheoryData<string, Song> Others() => new()
    {
        { "the credit as written", Right with { Artist = "Ann Ash & Bo Birch" } },
        { "the very letters of the title", Right with { Title = "Paper lanterns" } },
        { "the very edition of the album", Right with { Album = "Lanterns (Deluxe Edition)" } },
        { "the nearer length", Right with { DurationMs = 202_000 } },
        { "the better file", Right with { BitRate = 128 } },
        { "the better file where the other says nothing", Right with { BitRate = null } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_two_entries_of_one_recording_the_one_nearer_to_the_source_is_taken(string why, Song other)
        => AssertTaken(why, Right, other);

    [Fact]
    public void A_lossless_file_is_better_than_any_other_and_a_starred_one_than_its_equal()
    {
        AssertTaken("lossless", Right with { Suffix = "FLAC", BitRate = null }, Right);
        AssertTaken("starred", Right with { IsStarred = true }, Right);
    }

    private static void AssertTaken(string why, Song better, Song other)
    {
        other = other with { Id = "a" };
        Song[][] libraries = [[better, other], [other, better]];
        Assert.All(libraries, songs => Assert.True(new TrackMatcher(LibraryIndex.Build(songs), new()).Match(new(Track)).Song?.Id == "z", why));
    }

    // The album is written differently from the source's, so neither song is the very entry. Of two equal ones the id decides, and the
    // first comes first.
    private static readonly Song Plain = SongOf("Paper Lanterns", "Ann Ash|Bo Birch", "LANTERNS") with { Artist = "Ann Ash, Bo Birch" };

    public static TheoryData<string, Song[]> Steps() => new()
    {
        {
            "the credit as written, the names in their order, the same but for case, the same names otherwise joined, other names",
            [
                Plain with { Artists = ["Ann Ash, Bo Birch"] }, Plain with { Artist = "Ann Ash • Bo Birch" }, Plain with { Artist = "ANN ASH, Bo Birch", Artists = ["Bo Birch"] },
                Plain with { Artist = "Bo Birch & Ann Ash", Artists = ["Bo Birch & Ann Ash"] }, Plain with { Artist = "Ann Ash", Artists = ["Ann Ash"] },
            ]
        },
        { "names that are joined by commas", [Plain with { Artist = "Bo Birch", Artists = ["ANN ASH", "BO BIRCH"] }, Plain with { Artist = "Bo Birch & Ann Ash", Artists = ["Bo Birch & Ann Ash"] }] },
        { "the very letters, the very words, other decoration", [Plain, Plain with { Title = "PAPER LANTERNS" }, Plain with { Title = "Paper Lanterns (Mono)" }] },
        {
            "the album, another edition of it, another album",
            [Plain, Plain with { Album = "Lanterns (Deluxe Edition)" }, Plain with { Album = "Harbour" }]
        },
        { "another edition of the album before one that nobody knows", [Plain with { Album = "Lanterns (Deluxe Edition)" }, Plain with { Album = null }] },
        { "as many whole seconds apart, however near in them", [Plain with { DurationMs = 200_999 }, Plain with { DurationMs = 201_000 }, Plain with { DurationMs = 202_000 }] },
        { "a length that is known", [Plain with { DurationMs = 209_000 }, Plain with { DurationMs = null }] },
        { "more bits, fewer, unknown", [Plain with { BitRate = 320 }, Plain with { BitRate = 1 }, Plain] },
        { "the star", [Plain with { IsStarred = true }, Plain] },
        { "the very entry before a better file, as long to the thousandth before one that is as long to the second", [Plain with { Album = "Lanterns" }, Plain with { Album = "Lanterns", DurationMs = 200_900 }, Plain with { Suffix = "flac" }] },
    };

    [Theory]
    [MemberData(nameof(Steps))]
    public void Each_comes_before_the_next_whatever_their_ids(string why, Song[] bestFirst)
    {
        for (var i = 1; i < bestFirst.Length; i++)
        {
            AssertOrder(why, Track, bestFirst[i - 1] with { Id = "z" }, bestFirst[i] with { Id = "a" });
        }
    }

    public static TheoryData<string, Song, Song> Evens() => new()
    {
        { "another album and one that nobody knows", Plain with { Album = "Harbour" }, Plain with { Album = null } },
        { "parts of a second", Plain with { DurationMs = 200_100 }, Plain with { DurationMs = 200_999 } },
        { "a second less and a second more", Plain with { DurationMs = 199_000 }, Plain with { DurationMs = 201_000 } },
        { "two kinds of lossless file", Plain with { Suffix = "flac", BitRate = 900 }, Plain with { Suffix = "ALAC", BitRate = 700 } },
        { "the credit as a line and as joined names", Plain with { Artist = "ANN ASH, BO BIRCH", Artists = ["Bo Birch"] }, Plain with { Artist = "Bo Birch", Artists = ["ANN ASH", "BO BIRCH"] } },
    };

    [Theory]
    [MemberData(nameof(Evens))]
    public void What_is_equal_is_decided_by_the_id(string why, Song one, Song other)
    {
        AssertOrder(why, Track, one with { Id = "a" }, other with { Id = "b" });
        AssertOrder(why, Track, other with { Id = "a" }, one with { Id = "b" });
    }

    [Fact]
    public void Of_a_track_without_artists_or_album_neither_says_anything()
    {
        var (withAlbum, other) = (Plain with { Album = "Harbour", Artist = "", Artists = [] }, Plain with { Album = null, Artist = "Ann Ash", Artists = ["Ann Ash"] });

        AssertOrder("no credit", TrackOf("Paper Lanterns", "", seconds: 200), withAlbum with { Id = "a", DurationMs = 205_000 }, other with { Id = "b", DurationMs = 205_000 });
        AssertOrder("no credit", TrackOf("Paper Lanterns", "", seconds: 200), other with { Id = "a", DurationMs = 205_000 }, withAlbum with { Id = "b", DurationMs = 205_000 });
    }

    public static TheoryData<string, bool, Song, Song> Pairs()
    {
        var one = SongOf("Paper Lanterns", "Ann Ash", "Lanterns", id: "one");
        var sonata = SongOf("Sonata No. 8 in C minor, Op. 13: I. Grave", "Ludwig van Beethoven|Ann Ash", "Lanterns", id: "one");
        return new()
        {
            { "one song twice, whatever was mended in between", true, one, SongOf("Stone Harbour", "Bo Birch", id: "one") },
            { "the same on another album", true, one, one with { Id = "b", Album = "Harbour" } },
            { "but for an article", true, SongOf("The Racing Rats", "Ann Ash", id: "one"), SongOf("Racing Rats", "Ann Ash", id: "b") },
            { "a subtitle more", true, one, one with { Id = "b", Title = "Paper Lanterns (The Ferry Song)" } },
            { "one work in other words", true, sonata, sonata with { Id = "b", Title = "Klaviersonate Nr. 8 c-Moll, op. 13: 1. Satz" } },
            { "one work by other players", false, sonata, sonata with { Id = "b", Artist = "Ludwig van Beethoven • Bo Birch", Artists = ["Ludwig van Beethoven", "Bo Birch"] } },
            { "a title that is only close", false, one, one with { Id = "b", Title = "Paper Lantrens" } },
            { "another version", false, one, one with { Id = "b", Title = "Paper Lanterns (Live)" } },
            { "one of two who are joined", true, SongOf("Paper Lanterns", "Ann Ash & Bo Birch", id: "one"), SongOf("Paper Lanterns", "Ann Ash", id: "b") },
            { "a name that is only close", false, SongOf("Paper Lanterns", "Freya Ridings", id: "one"), SongOf("Paper Lanterns", "Freya Rydinks", id: "b") },
            { "another artist", false, one, SongOf("Paper Lanterns", "Bo Birch", id: "b") },
            { "three seconds apart", true, one, one with { Id = "b", DurationMs = 203_000 } },
            { "more than that", false, one, one with { Id = "b", DurationMs = 203_001 } },
            { "more than that, the other way", false, one, one with { Id = "b", DurationMs = 196_999 } },
            { "an unknown length", true, one, one with { Id = "b", DurationMs = null } },
            { "further apart with one code", true, one with { Isrcs = ["GBAAA0000001"] }, one with { Id = "b", DurationMs = 230_000, Isrcs = ["GBAAA0000002", "GBAAA0000001"] } },
            { "further apart with one MusicBrainz recording", true, one with { RecordingMbid = "9a1c" }, one with { Id = "b", DurationMs = 230_000, RecordingMbid = "9a1c" } },
            { "further apart with two MusicBrainz recordings", false, one with { RecordingMbid = "9a1c" }, one with { Id = "b", DurationMs = 230_000, RecordingMbid = "9a1d" } },
            { "one code for two titles", false, one with { Isrcs = ["GBAAA0000001"] }, one with { Id = "b", Title = "Stone Harbour", Isrcs = ["GBAAA0000001"] } },
        };
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Two_songs_are_one_recording_where_title_version_and_artists_are_the_same_and_length_or_code_agrees(string why, bool areOne, Song one, Song other)
    {
        Assert.True(RecordingChoice.IsSameRecording(SongReading.Of(one), SongReading.Of(other)) == areOne, why);
        Assert.True(RecordingChoice.IsSameRecording(SongReading.Of(other), SongReading.Of(one)) == areOne, why);
    }

    private static void AssertOrder(string why, SourceTrack track, Song first, Song second)
    {
        var order = new RecordingChoice(TrackReading.Of(track));
        Assert.True(order.Compare(SongReading.Of(first), SongReading.Of(second)) < 0, $"{why}: {first} before {second}");
        Assert.True(order.Compare(SongReading.Of(second), SongReading.Of(first)) > 0, $"{why}: {second} after {first}");
    }
}
