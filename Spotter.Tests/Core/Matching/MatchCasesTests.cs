using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Matching;

public sealed class MatchCasesTests(MatchCasesTests.CrowdedLibraries libraries) : IClassFixture<MatchCasesTests.CrowdedLibraries>
{
    [Theory]
    [MemberData(nameof(MatchCases.Reasons), MemberType = typeof(MatchCases))]
    public void Each_case_alone(string reason)
    {
        var row = MatchCases.Get(reason);

        Check(row, LibraryIndex.Build(row.Songs));
        Check(row, LibraryIndex.Build([.. row.Songs.Reverse()]));
    }

    [Theory]
    [MemberData(nameof(MatchCases.Reasons), MemberType = typeof(MatchCases))]
    public void Each_case_among_thousands_of_others_in_any_order(string reason)
    {
        var row = MatchCases.Get(reason);
        MatchResult? first = null;
        for (var seed = 1; seed <= 2; seed++)
        {
            var index = LibraryIndex.Build(InventedLibrary.Shuffled([.. libraries.Others, .. row.Songs], seed));
            var result = Check(row, index);
            first ??= result;
            Assert.Equal(first.Candidates.Select(candidate => candidate.Song.Id), result.Candidates.Select(candidate => candidate.Song.Id));
            Assert.Equal(first.Reason, result.Reason);
            Assert.Equal(first.Score, result.Score);
        }
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own()
        => Assert.Equal(MatchCases.All.Length, MatchCases.All.Select(row => row.Reason).Distinct().Count());

    private static MatchResult Check(MatchCase row, LibraryIndex index)
    {
        var result = new TrackMatcher(index, new()).Match(new(row.Track));

        Assert.True(row.Zones.Contains(result.Zone), $"{row.Reason}: {result.Zone}, {result.Reason}, {result.Score}");
        Assert.Equal(row.SongId, result.Song?.Id);
        if (result.Zone == MatchZone.None)
        {
            Assert.Empty(result.Candidates);
        }

        return result;
    }

    /// <summary>The others, made once for the whole class.</summary>
    public sealed class CrowdedLibraries
    {
        public IReadOnlyList<Song> Others { get; } = InventedLibrary.Of(2000, seed: 11);
    }
}
