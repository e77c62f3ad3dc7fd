using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>What the end of a run stores in the playlist's row and in the log.</summary>
public sealed class SyncOutcomeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TargetPlan Plan = new("list-1", "Road trip", "Kept", ["s1"]);

    [Theory]
    [InlineData(SyncSignal.WrittenInFull, false, true)]
    [InlineData(SyncSignal.WrittenInPart, false, true)]
    [InlineData(SyncSignal.NothingMatched, true, false)]
    [InlineData(SyncSignal.HeldBack, true, false)]
    [InlineData(SyncSignal.Failed, true, false)]
    [InlineData(SyncSignal.Removed, false, false)]
    public void An_error_is_kept_until_a_run_ends_without_one_and_only_a_write_is_a_sync(SyncSignal signal, bool isError, bool isSynced)
    {
        var row = Row();

        Outcome(signal).Apply(row, SyncOperation.Sync, Now);

        Assert.Equal(isError ? "It ended." : null, row.SyncError.Words);
        Assert.Equal(isSynced ? Now : Now.AddDays(-1), row.LastSyncedAt);
    }

    [Fact]
    public void What_was_held_back_is_remembered_with_its_plan_and_operation_until_the_next_run()
    {
        var row = Row();

        (Outcome(SyncSignal.HeldBack) with { Plan = Plan, HeldBack = new(SafetyRule.LibraryShrank, new Fact.SaidBefore("No.")) }).Apply(row, SyncOperation.Rebuild, Now);
        Assert.Equal((SafetyRule.LibraryShrank, Plan.Fingerprint, SyncOperation.Rebuild), (row.HeldBackRule, row.HeldBackPlan, row.HeldBackOperation));

        (Outcome(SyncSignal.WrittenInFull) with { Plan = Plan }).Apply(row, SyncOperation.Rebuild, Now);
        Assert.Equal((null, null, null), (row.HeldBackRule, row.HeldBackPlan, row.HeldBackOperation));
    }

    [Fact]
    public void News_stay_until_there_are_others()
    {
        var row = Row();

        (Outcome(SyncSignal.WrittenInFull) with { NewlyMatched = 1 }).Apply(row, SyncOperation.Sync, Now);
        Outcome(SyncSignal.WrittenInFull).Apply(row, SyncOperation.Sync, Now.AddHours(1));

        Assert.Equal((1, Now), (row.NewlyMatchedCount, row.NewlyMatchedAt));
    }

    [Fact]
    public void Further_changes_to_the_row_are_made()
    {
        var row = Row();

        (Outcome(SyncSignal.WrittenInFull) with { Change = playlist => playlist.TargetName = "Given" }).Apply(row, SyncOperation.Sync, Now);

        Assert.Equal("Given", row.TargetName);
    }

    [Fact]
    public void A_run_that_matched_nothing_has_no_figures_of_matching()
    {
        var described = SyncEventLog.Describe(Row(), Outcome(SyncSignal.Removed), TimeSpan.FromSeconds(2));

        Assert.Equal((null, null, null, null, null), (described.Total, described.Matched, described.Unmatched, described.MatchRate, described.ByTier));
        Assert.Equal((null, null, null), (described.Added, described.Removed, described.Moved));
        Assert.Equal((null, null, null), (described.NewlyMatched, described.Error, described.Rule));
        Assert.Equal(("list-1", SyncStatus.Success, 2_000L), (described.TargetId, described.Status, described.DurationMs));
    }

    [Fact]
    public void A_run_that_matched_and_wrote_is_told_in_figures()
    {
        var outcome = Outcome(SyncSignal.HeldBack) with
        {
            ByTier = new Dictionary<Spotter.Core.Matching.MatchTier, int> { [Spotter.Core.Matching.MatchTier.Isrc] = 3 },
            Diff = new(["a"], ["b", "c"], ["d", "e", "f"]),
            NewlyMatched = 1,
            HeldBack = new(SafetyRule.LibraryShrank, new Fact.SaidBefore("No.")),
        };

        var described = SyncEventLog.Describe(Row(), outcome, TimeSpan.Zero);

        Assert.Equal((4, 3, 1, 75.0), (described.Total, described.Matched, described.Unmatched, described.MatchRate));
        Assert.Equal(new KeyValuePair<Spotter.Core.Matching.MatchTier, int>(Spotter.Core.Matching.MatchTier.Isrc, 3), Assert.Single(described.ByTier!));
        Assert.Equal((1, 2, 3), (described.Added, described.Removed, described.Moved));
        Assert.Equal((1, null, SafetyRule.LibraryShrank), (described.NewlyMatched, described.Error, described.Rule));
    }

    [Fact]
    public void A_run_that_failed_names_its_error()
        => Assert.Equal("It broke.", SyncEventLog.Describe(Row(), SyncOutcome.Failed(new Fact.SaidBefore("It broke.")), TimeSpan.Zero).Error.Words);

    private static SyncOutcome Outcome(SyncSignal signal) => new() { Signal = signal, EventType = SyncEventType.Completed, Message = new Fact.SaidBefore("It ended.") };

    private static Playlist Row() => new()
    {
        Source = "file", RemoteId = "csv:Road trip", Name = "Road trip", NavidromePlaylistId = "list-1", Status = SyncStatus.Success, SyncError = new Fact.SaidBefore("Earlier."),
        LastSyncedAt = Now.AddDays(-1), MatchedCount = 3, ReviewCount = 1,
    };
}
