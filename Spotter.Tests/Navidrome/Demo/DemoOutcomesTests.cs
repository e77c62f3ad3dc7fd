using Spotter.Core.Formats;
using Spotter.Core.Matching;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Demo;

/// <summary>What a user sees in the demo: file, server, library and matcher together.</summary>
public sealed class DemoOutcomesTests
{
    [Fact]
    public async Task The_samples_meet_with_every_tier_and_every_zone()
    {
        var results = await MatchAsync();

        Assert.Equal(
            [MatchTier.Isrc, MatchTier.Mbid, MatchTier.Exact, MatchTier.Fuzzy],
            results.Where(result => result.Match.Zone == MatchZone.Auto).Select(result => result.Match.Tier!.Value).Distinct().Order());
        Assert.Contains(results, result => result.Match.Reason == MatchReason.IdentifierConflict);
        Assert.Contains(results, result => result.Match.Reason == MatchReason.DifferentVersion);
    }

    [Fact]
    public async Task What_is_missing_and_what_needs_a_look_is_what_the_samples_mean_to_show()
    {
        var results = await MatchAsync();

        Assert.Equal(
            ["Carta desde Ushuaia", "Gasoline Postcards", "Interstate Lullaby", "Kirje Oulusta", "Onion Soup", "Umbrellas for Two"],
            Titles(results, MatchZone.None));
        Assert.Equal(
            [
                "Dung Goi Ten Toi", "Glasshouse - Radio Edit", "Kindling - Acoustic", "Nine Miles Out - Live at Roscoe Hall",
                "Telegraph Pole - Live at the Roundhouse", "Winter Tyres",
            ],
            Titles(results, MatchZone.Review));
    }

    private static IEnumerable<string> Titles(IReadOnlyList<(string Title, MatchResult Match)> results, MatchZone zone)
        => results.Where(result => result.Match.Zone == zone).Select(result => result.Title).Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<(string Title, MatchResult Match)>> MatchAsync()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        var library = await fixture.For().ReadLibraryAsync(null, default);
        var matcher = new TrackMatcher(LibraryIndex.Build(library.Songs), new MatchOptions());
        return
        [
            .. DemoSamples.Files
                .SelectMany(sample => new PlaylistFileReader().Read(sample.Content, sample.FileName, null))
                .SelectMany(playlist => playlist.Tracks)
                .Select(track => (track.Title, matcher.Match(new MatchQuery(track)))),
        ];
    }
}
