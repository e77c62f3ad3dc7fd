using Spotter.Core.Matching;
using Spotter.Web.Components.Pages.PlaylistDetail;

namespace Spotter.Tests.Web.Components.Pages.PlaylistDetail;

public sealed class ChartSegmentTests
{
    [Fact]
    public void Pieces_go_from_the_surest_to_what_is_to_come_and_empty_ones_are_left_out()
    {
        var counts = new MatchCounts(new Dictionary<MatchTier, int> { [MatchTier.Fuzzy] = 1, [MatchTier.Pin] = 2, [MatchTier.Isrc] = 4, [MatchTier.Mbid] = 0 }, 1, 1, 1);

        var pieces = ChartSegment.Of(counts);

        Assert.Equal(["isrc", "fuzzy", "pin", "review", "missing", "waiting"], pieces.Select(piece => piece.CssName));
        Assert.Equal(100, pieces.Sum(piece => piece.Percent), 6);
        Assert.Equal(40, pieces[0].Percent, 6);
    }

    [Fact]
    public void A_playlist_without_tracks_has_no_pieces() => Assert.Empty(ChartSegment.Of(MatchCounts.Empty));
}
