using Spotter.Core.Matching;
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
}
