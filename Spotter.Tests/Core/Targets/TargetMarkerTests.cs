using Spotter.Core.Targets;

namespace Spotter.Tests.Core.Targets;

public sealed class TargetMarkerTests
{
    private const string Marker = "spotter:0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(Marker, true)]
    [InlineData("Kept in sync by Spotter. " + Marker, true)]
    [InlineData(Marker + " and a word of mine", true)]
    [InlineData("My words\n" + Marker, true)]
    [InlineData("My words\r\n" + Marker + "\r\nmore", true)]
    [InlineData("My words\t" + Marker, true)]
    [InlineData(Marker + "0", false)]
    [InlineData("x" + Marker, false)]
    [InlineData("SPOTTER:0123456789ABCDEF0123456789ABCDEF", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_comment_carries_the_marker_as_a_word_of_its_own(string? comment, bool carries)
        => Assert.Equal(carries, TargetMarker.IsIn(comment, Marker));

    [Fact]
    public void The_comment_says_where_it_comes_from_and_how_much_was_found()
        => Assert.Equal($"Kept in sync by Spotter from Spotify: 1,200 of 1,300 tracks. {Marker}", TargetMarker.CommentOf(Marker, "Spotify", 1_200, 1_300));

    [Fact]
    public void Each_playlist_has_a_marker_of_its_own_that_its_comment_carries()
    {
        var marker = TargetMarker.Create();

        Assert.NotEqual(marker, TargetMarker.Create());
        Assert.True(TargetMarker.IsIn(TargetMarker.CommentOf(marker, "a file", 0, 0), marker));
    }
}
