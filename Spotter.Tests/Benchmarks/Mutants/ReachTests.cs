using Spotter.Benchmarks.Mutants;

namespace Spotter.Tests.Benchmarks.Mutants;

public sealed class ReachTests
{
    private static readonly Mutant Fault = new(7, "Spotter.Core/Sync/SyncLeases.cs", 1, "a < b", "a <= b");

    [Fact]
    public void Tests_of_the_file_come_first_then_its_folders_then_the_quick_ones()
    {
        var reach = Reach.Of(
        [
            "Spotter.Tests.Core.Library.AccountRefresherTests\t900\t7",
            "Spotter.Tests.Core.Library.ServerPlaylistsTests\t100\t6,7",
            "Spotter.Tests.Core.Sync.DriftTests\t5000\t7,8",
            "Spotter.Tests.Core.Sync.SyncLeasesTests\t4000\t7",
            "Spotter.Tests.Core.Sync.SyncLeasesTests\t2000\t",
            "Spotter.Tests.Core.Sync.MatchCorrectionsTests\t10\t8",
        ]);

        Assert.Equal(
            [
                "Spotter.Tests.Core.Sync.SyncLeasesTests", "Spotter.Tests.Core.Sync.DriftTests",
                "Spotter.Tests.Core.Library.ServerPlaylistsTests", "Spotter.Tests.Core.Library.AccountRefresherTests",
            ],
            reach.ClassesFor(Fault));
        Assert.Equal(TimeSpan.FromSeconds(6), reach.Took("Spotter.Tests.Core.Sync.SyncLeasesTests"));
        Assert.Empty(reach.ClassesFor(Fault with { Id = 9 }));
    }
}
