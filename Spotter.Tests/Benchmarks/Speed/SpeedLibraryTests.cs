using Spotter.Benchmarks.Speed;
using Spotter.Core.Matching;

namespace Spotter.Tests.Benchmarks.Speed;

public sealed class SpeedLibraryTests
{
    [Fact]
    public void The_same_library_is_made_at_every_run()
        => Assert.Equivalent(SpeedLibrary.Make(1_000), SpeedLibrary.Make(1_000), strict: true);

    [Fact]
    public void Two_fifths_are_plain_two_fifths_damaged_and_a_fifth_is_absent()
    {
        var queries = SpeedTracks.Of(SpeedLibrary.Make(2_000), 2_000);

        Assert.Equal(0.4, queries.Count(query => query.Category is "isrc" or "mbid" or "exact") / 2_000.0);
        Assert.Equal(0.2, queries.Count(query => query.Expected is []) / 2_000.0);
    }

    [Fact]
    public void What_each_kind_of_track_says_of_itself_is_what_the_matcher_finds()
    {
        var library = SpeedLibrary.Make(3_000);
        var matcher = new TrackMatcher(LibraryIndex.Build(library), new());
        var right = SpeedTracks.Of(library, 1_000).Count(query => matcher.Match(new(query.Track)).Song?.Id is var id
            && (query.Expected is [var wanted] ? id == wanted : id is null));

        Assert.InRange(right, 950, 1_000);
    }
}
