using Spotter.Benchmarks.Mutants;

namespace Spotter.Tests.Benchmarks.Mutants;

public sealed class ReachTests
{
    private static readonly Mutant Fault = new(7, "Spotter.Core/Sync/SyncLeases.cs", 1, "a < b", "a <= b");

    private static readonly Reach Seen = Reach.Of(
    [
        "passed\ta\tSpotter.Tests.Core.Library.AccountRefresherTests\t900\t7",
        "passed\tb\tSpotter.Tests.Core.Library.ServerPlaylistsTests\t100\t6,7",
        "passed\tc\tSpotter.Tests.Core.Sync.DriftTests\t5000\t7,8",
        "passed\td\tSpotter.Tests.Core.Sync.SyncLeasesTests\t4000\t7",
        "passed\te\tSpotter.Tests.Core.Sync.SyncLeasesTests\t2000\t",
        "failed\tf\tSpotter.Tests.Core.Sync.SyncLeasesTests\t20\t7",
        "passed\tg\tSpotter.Tests.Core.Sync.MatchCorrectionsTests\t10\t8",
        "passed\th\tSpotter.Tests.Core.Sync.Operations.RestoreTargetTests\t10\t8",
    ]);

    [Fact]
    public void Tests_of_the_file_come_first_then_its_folders_then_the_quick_ones()
    {
        Assert.Equal(["d", "c", "b", "a"], Seen.TestsFor(Fault).Select(test => test.Id));
        Assert.Equal(TimeSpan.FromSeconds(4), Seen.TestsFor(Fault)[0].Took);
        Assert.Empty(Seen.TestsFor(Fault with { Id = 9 }));
    }

    [Fact]
    public void What_is_computed_once_in_a_process_may_be_noticed_by_each_quick_test_of_the_folder_and_no_long_one_is_tried_again()
    {
        Assert.Equal(["b", "a", "g"], Seen.TestsFromTheStart(Fault).Select(test => test.Id));
        Assert.Equal(["g"], Seen.TestsFromTheStart(Fault with { Id = 9 }).Select(test => test.Id));
    }
}
