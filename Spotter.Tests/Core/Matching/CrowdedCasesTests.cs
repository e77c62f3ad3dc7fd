using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Matching;

/// <summary>Every case again, with its songs among twenty thousand others, which must not change the answer.</summary>
public sealed class CrowdedCasesTests(CrowdedCasesTests.Libraries libraries) : IClassFixture<CrowdedCasesTests.Libraries>
{
    private static readonly MatchCase[] All = [.. MatchCases.All, .. ClassicalCasesTests.All.Select(row => row with { Reason = "classical: " + row.Reason })];

    public static TheoryData<string> Reasons => [.. All.Select(row => row.Reason)];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Each_case_among_twenty_thousand_others_in_any_order(string reason)
    {
        var row = All.Single(row => row.Reason == reason);
        var first = Match(row, libraries.OneWay, row.Songs);
        var second = Match(row, libraries.AnotherWay, [.. row.Songs.Reverse()]);

        Assert.True(row.Zones.Contains(first.Zone), $"{row.Reason}: {first.Zone}, {first.Reason}, {first.Score}");
        Assert.Equal(row.SongId, first.Song?.Id);
        Assert.True(first.Zone != MatchZone.None || first.Candidates.Count == 0, row.Reason);
        Assert.Equal(
            (first.Zone, first.Song?.Id, first.Reason, first.Score),
            (second.Zone, second.Song?.Id, second.Reason, second.Score));
        Assert.Equal(first.Candidates.Select(candidate => candidate.Song.Id), second.Candidates.Select(candidate => candidate.Song.Id));
    }

    private static MatchResult Match(MatchCase row, LibraryIndex others, IReadOnlyList<Song> songs)
        => new TrackMatcher(others.With(new(songs, [])), new()).Match(new(row.Track));

    /// <summary>The other songs in two orders, generated once. The songs of a case are added as a scan would add them.</summary>
    public sealed class Libraries
    {
        private static readonly List<Song> Others = InventedLibrary.Of(20_000, seed: 11);

        public LibraryIndex OneWay { get; } = LibraryIndex.Build(InventedLibrary.Shuffled(Others, seed: 1));

        public LibraryIndex AnotherWay { get; } = LibraryIndex.Build(InventedLibrary.Shuffled(Others, seed: 2));
    }
}
