using Spotter.Core.Matching;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class MatchReportTests
{
    [Fact]
    public void Tracks_are_counted_by_zone_and_tier_and_the_songs_stand_in_the_order_of_the_source()
    {
        var report = new MatchReport(
        [
            Of(MatchZone.Auto, MatchTier.Isrc, "b"), Of(MatchZone.Review, MatchTier.Fuzzy, null), Of(MatchZone.Auto, MatchTier.Exact, "a"), Of(MatchZone.None, null, null),
            Of(MatchZone.Auto, MatchTier.Isrc, "b"), Of(MatchZone.Review, MatchTier.Isrc, null), Of(MatchZone.None, null, null), Of(MatchZone.None, null, null),
        ]);

        Assert.Equal((3, 2, 3), (report.Matched, report.Review, report.Missing));
        Assert.Equal(["b", "a", "b"], report.Songs.Select(song => song.Id));
        Assert.Equal([(MatchTier.Isrc, 2), (MatchTier.Exact, 1)], report.ByTier.OrderBy(tier => tier.Key).Select(tier => (tier.Key, tier.Value)));
    }

    private static MatchResult Of(MatchZone zone, MatchTier? tier, string? song)
        => new(zone, song is null ? null : FakeMusicServer.Song(song, song), tier, null, MatchReason.NotInLibrary, []);
}
