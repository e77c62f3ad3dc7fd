using Spotter.Core.Playlists;

namespace Spotter.Tests.Core.Playlists;

public sealed class PlaylistTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0, 0)]
    [InlineData(2, 1, 0, 1, 3, 66.7)]
    [InlineData(1, 2, 5, 7, 8, 12.5)]
    [InlineData(1, 0, 0, 0, 1, 100)]
    [InlineData(0, 0, 1, 1, 1, 0)]
    public void Tracks_are_counted_by_what_became_of_them(int matched, int review, int missing, int unmatched, int total, double percentage)
    {
        var playlist = Mix();
        (playlist.MatchedCount, playlist.ReviewCount, playlist.MissingCount) = (matched, review, missing);

        Assert.Equal((unmatched, total, percentage), (playlist.UnmatchedCount, playlist.TotalCount, playlist.MatchPercentage));
    }

    [Fact]
    public void The_users_name_goes_before_the_sources()
    {
        var playlist = Mix();
        Assert.Equal("Mix", playlist.WantedName);

        playlist.NameOverride = "Mine";
        Assert.Equal("Mine", playlist.WantedName);
    }

    [Fact]
    public void A_target_that_was_left_is_known_until_another_is_taken()
    {
        var playlist = Mix();
        Assert.Null(playlist.KnownTargetId);

        playlist.LeftTargetId = "left";
        Assert.Equal("left", playlist.KnownTargetId);

        playlist.TakeTarget("taken");
        Assert.Equal(("taken", "taken", null), (playlist.KnownTargetId, playlist.NavidromePlaylistId, playlist.LeftTargetId));

        playlist.LeftTargetId = "left";
        Assert.Equal("taken", playlist.KnownTargetId);
    }

    [Fact]
    public void A_target_that_is_let_go_is_known_no_more_and_not_found_by_its_comment_either()
    {
        var playlist = Mix();
        (playlist.NavidromePlaylistId, playlist.LeftTargetId, playlist.TargetName) = ("target", "left", "Mix");
        var marker = playlist.Marker;

        playlist.LetTargetGo();

        Assert.Equal((null, null, null), (playlist.NavidromePlaylistId, playlist.LeftTargetId, playlist.TargetName));
        Assert.NotEqual(marker, playlist.Marker);
    }

    private static Playlist Mix() => new() { Source = "file", RemoteId = "r", Name = "Mix" };
}
