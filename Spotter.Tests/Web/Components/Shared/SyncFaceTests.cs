using Spotter.Core.Playlists;
using Spotter.Core.Targets;
using Spotter.Web.Components.Shared;

namespace Spotter.Tests.Web.Components.Shared;

public sealed class SyncFaceTests
{
    [Theory]
    [InlineData("never synced is pending", true, SyncStatus.Pending, false, "Pending")]
    [InlineData("queued is pending", true, SyncStatus.Pending, true, "Pending")]
    [InlineData("running", true, SyncStatus.Syncing, true, "Syncing…")]
    [InlineData("everything written", true, SyncStatus.Success, false, "Fully synced")]
    [InlineData("in part", true, SyncStatus.Warning, false, "Partial sync")]
    [InlineData("failed", true, SyncStatus.Error, false, "Sync error")]
    [InlineData("off is off whatever the status", false, SyncStatus.Success, false, "Not synced")]
    [InlineData("off after an error", false, SyncStatus.Error, false, "Not synced")]
    [InlineData("off, but the removal still waits", false, SyncStatus.Pending, true, "Pending")]
    [InlineData("off, but the removal is at work", false, SyncStatus.Syncing, true, "Syncing…")]
    public void A_playlist_has_the_face_of_how_it_stands(string reason, bool enabled, SyncStatus status, bool isWanted, string label)
        => Assert.Equal((reason, label), (reason, SyncFace.Of(Row(status, enabled, isWanted)).Label));

    [Theory]
    [InlineData("some are in review", SyncStatus.Warning, 10, 2, 0, null, "Partial sync", true)]
    [InlineData("all are matched, and something else is in the target", SyncStatus.Warning, 12, 0, 0, null, "Not all written", false)]
    [InlineData("all are matched, and a rule holds them back", SyncStatus.Warning, 12, 0, 0, SafetyRule.SourceShrank, "Held back", false)]
    [InlineData("some are matched, and a rule holds them back", SyncStatus.Warning, 10, 2, 0, SafetyRule.SourceShrank, "Held back", false)]
    [InlineData("none is matched", SyncStatus.Warning, 0, 2, 10, null, "Nothing matched", false)]
    [InlineData("written in full, and one was taken out since", SyncStatus.Success, 11, 0, 1, null, "Partial sync", true)]
    [InlineData("a rule held it back, and a run is wanted now", SyncStatus.Pending, 12, 0, 0, SafetyRule.SourceShrank, "Pending", true)]
    public void No_face_contradicts_the_counts(string reason, SyncStatus status, int matched, int review, int missing, SafetyRule? rule, string label, bool hasCounts)
    {
        var row = Row(status);
        (row.MatchedCount, row.ReviewCount, row.MissingCount, row.HeldBackRule) = (matched, review, missing, rule);

        Assert.Equal((reason, label, hasCounts), (reason, SyncFace.Of(row).Label, SyncFace.Of(row).HasCounts));
    }

    [Fact]
    public void No_two_states_look_alike()
    {
        Assert.Equal(SyncFace.All.Count, SyncFace.All.Select(face => face.Icon).Distinct().Count());
        Assert.Equal(SyncFace.All.Count, SyncFace.All.Select(face => face.Key).Distinct().Count());
    }

    private static Playlist Row(SyncStatus status, bool enabled = true, bool isWanted = false) => new()
    {
        Source = "file",
        RemoteId = "csv:Road trip",
        Name = "Road trip",
        SyncEnabled = enabled,
        Status = status,
        SyncWantedAt = isWanted ? DateTimeOffset.UnixEpoch : null,
    };
}
