using Spotter.Core.Matching;

namespace Spotter.Tests.Core.Matching;

public sealed class MatchCasesTests
{
    [Theory]
    [MemberData(nameof(MatchCases.Reasons), MemberType = typeof(MatchCases))]
    public void Each_case_alone(string reason)
    {
        var row = MatchCases.Get(reason);

        Check(row, LibraryIndex.Build(row.Songs));
        Check(row, LibraryIndex.Build([.. row.Songs.Reverse()]));
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own()
        => Assert.Equal(MatchCases.All.Length, MatchCases.All.Select(row => row.Reason).Distinct().Count());

    private static void Check(MatchCase row, LibraryIndex index)
    {
        var result = new TrackMatcher(index, new()).Match(new(row.Track));

        Assert.True(row.Zones.Contains(result.Zone), $"{row.Reason}: {result.Zone}, {result.Reason}, {result.Score}");
        Assert.Equal(row.SongId, result.Song?.Id);
        if (result.Zone == MatchZone.None)
        {
            Assert.Empty(result.Candidates);
        }
    }
}
