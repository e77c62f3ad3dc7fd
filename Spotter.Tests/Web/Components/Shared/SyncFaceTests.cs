using Spotter.Core.Playlists;
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
        => Assert.Equal((reason, label), (reason, SyncFace.Of(enabled, status, isWanted).Label));

    [Fact]
    public void No_two_states_look_alike()
    {
        Assert.Equal(SyncFace.All.Count, SyncFace.All.Select(face => face.Icon).Distinct().Count());
        Assert.Equal(SyncFace.All.Count, SyncFace.All.Select(face => face.Key).Distinct().Count());
    }
}
