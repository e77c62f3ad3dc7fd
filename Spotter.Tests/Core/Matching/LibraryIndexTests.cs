using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

public sealed class LibraryIndexTests
{
    private static readonly LibraryIndex Index = LibraryIndex.Build(InventedLibrary.Shuffled(
        [
            SongOf("Paper Lanterns", "Ann Ash", "Harbour Lights", id: "lanterns"),
            SongOf("Paper Lanterns (Live)", "Ann Ash", "Live at the Pier", id: "live"),
            SongOf("Lanterns", "Bo Birch", "Paper", id: "album-word"),
            SongOf("Stone Harbour", "Ann Ash", "Harbour Lights", id: "harbour"),
            SongOf("Камин", "EMIN", id: "kamin"),
            .. InventedLibrary.Of(1000, seed: 5),
        ],
        seed: 3));

    [Theory]
    [InlineData("a whole title", "paper lanterns", "lanterns")]
    [InlineData("beginnings of words", "pap lan", "lanterns")]
    [InlineData("artist and title", "ann ash stone", "harbour")]
    [InlineData("any order", "stone ash", "harbour")]
    [InlineData("album", "harbour lights stone", "harbour")]
    [InlineData("other letters", "kamin", "kamin")]
    [InlineData("its own letters", "камин", "kamin")]
    [InlineData("one word too many", "paper lanterns ann ash zzzz", "lanterns")]
    public void Finds_what_is_typed(string reason, string text, string first)
        => Assert.True(Index.Search(text, 5) is [var song, ..] && song.Id == first, reason);

    [Fact]
    public void A_title_stands_before_an_album_of_the_same_words()
        => Assert.Equal(["lanterns", "live", "album-word"], Index.Search("paper lanterns", 3).Select(song => song.Id));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("qqqqq")]
    public void Finds_nothing_for_nothing(string text) => Assert.Empty(Index.Search(text, 5));

    [Fact]
    public void Gives_no_more_than_asked_for()
    {
        Assert.Equal(3, Index.Search("a", 3).Count);
        Assert.Empty(Index.Search("paper", 0));
    }

    [Fact]
    public void Finds_a_song_by_its_id()
    {
        Assert.Equal("Stone Harbour", Index.Find("harbour")?.Title);
        Assert.Null(Index.Find("HARBOUR"));
        Assert.Equal(1005, Index.Songs.Count);
    }

    [Fact]
    public void An_empty_library_answers_too()
    {
        var empty = LibraryIndex.Build([]);

        Assert.Empty(empty.Search("paper", 5));
        Assert.Equal(MatchZone.None, new TrackMatcher(empty, new()).Match(new(TrackOf("Paper Lanterns", "Ann Ash"))).Zone);
    }

    public static TheoryData<string, string, Song, Song> Ranks => new()
    {
        { "a title's word before an artist's", "paper", Listed("Zoo Paper"), Listed("Zoo", artist: "Paper") },
        { "a title's word before an album artist's", "paper", Listed("Zoo Paper"), Listed("Zoo", albumArtist: "Paper") },
        { "an artist's word before the beginning of a title's", "paper", Listed("Zoo", artist: "Paper"), Listed("Zoo Papers") },
        { "the beginning of a title's word before that of an artist's", "paper", Listed("Zoo Papers"), Listed("Zoo", artist: "Papers") },
        { "the beginning of an artist's word before that of an album's", "paper", Listed("Zoo", artist: "Papers"), Listed("Zoo", album: "Papers") },
        { "an album's word before the beginning of one", "paper", Listed("Zoo", album: "Paper"), Listed("Zoo", album: "Papers") },
        { "the very title before one that begins so", "paper", Listed("Paper"), Listed("Paper Zoo") },
        { "a title that begins so before one that holds it", "paper", Listed("Paper Zoo"), Listed("Zoo Paper") },
        { "a starred song before its equal", "paper", Listed("Zoo Paper") with { IsStarred = true }, Listed("Zoo Paper") },
        { "two words before one", "paper boat", Listed("Zoo", album: "Papers Boats"), Listed("Zoo Paper") },
    };

    [Theory]
    [MemberData(nameof(Ranks))]
    public void Search_puts(string what, string text, Song first, Song second)
    {
        // The second song has the shorter title and the smaller id. They decide only if all else is equal.
        Song[] songs = [first with { Id = "b", Title = Longer(first.Title) }, second with { Id = "a" }];
        songs[0] = what.StartsWith("the very title", StringComparison.Ordinal) ? first with { Id = "b" } : songs[0];
        Assert.True(LibraryIndex.Build(songs).Search(text, 2) is [{ Id: "b" }, ..], what);
    }

    public static TheoryData<string, string, Song, Song> Ties => new()
    {
        { "an artist's word, an album artist's", "paper", Listed("Zoo", artist: "Paper"), Listed("Zoo", albumArtist: "Paper") },
        { "the beginning of either", "paper", Listed("Zoo", artist: "Papers"), Listed("Zoo", albumArtist: "Papers") },
        { "the beginning of an artist's, an album's word", "paper", Listed("Zoo", artist: "Papers"), Listed("Zoo", album: "Paper") },
        { "a title's and an album's word, the beginning of a title's and an artist's word", "paper boat", Listed("Zoo Paper", album: "Boat"), Listed("Zoo Papers", artist: "Boat") },
        { "a title's word and the beginning of an album's, the other way round", "paper boat", Listed("Zoo Paper", album: "Boats"), Listed("Zoo Papers", album: "Boat") },
    };

    [Theory]
    [MemberData(nameof(Ties))]
    public void Search_holds_equal_and_puts_the_shorter_title_first(string what, string text, Song one, Song other)
    {
        (one, other) = (one with { Id = "b" }, other with { Id = "c" });
        Assert.True(LibraryIndex.Build([one with { Title = Longer(one.Title) }, other]).Search(text, 2) is [{ Id: "c" }, { Id: "b" }], what);
        Assert.True(LibraryIndex.Build([one, other with { Title = Longer(other.Title) }]).Search(text, 2) is [{ Id: "b" }, { Id: "c" }], what);
    }

    [Fact]
    public void Search_wants_half_of_the_words_and_looks_at_twelve()
    {
        var index = LibraryIndex.Build([Listed("Zoo Paper")]);

        Assert.Single(index.Search("paper boat", 5));
        Assert.Empty(index.Search("paper boat tide", 5));
        Assert.Empty(index.Search("a b c d e f g h i j k l paper zoo", 5));
        Assert.Single(index.Search("paper paper paper paper", 5));
        Assert.Empty(index.Search("paper", -1));
    }

    private static string Longer(string title) => title + " zebra";

    private static Song Listed(string title, string artist = "Ann", string albumArtist = "Ann", string album = "Harbour")
        => new() { Id = "x", Title = title, Artist = artist, Artists = [artist], AlbumArtist = albumArtist, Album = album };
}
