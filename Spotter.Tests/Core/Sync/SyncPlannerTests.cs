using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Targets;

namespace Spotter.Tests.Core.Sync;

public sealed class SyncPlannerTests
{
    [Theory]
    [InlineData("a name that somebody gave it on the server", "Road trip", "Given", "Given")]
    [InlineData("the name that we gave it", "Road trip", "Road trip", null)]
    [InlineData("the name that the source has now", "Old trip", "Road trip", null)]
    [InlineData("a name that was never ours", null, "Given", null)]
    public void A_target_keeps(string what, string? known, string found, string? kept)
    {
        var row = new Playlist { Source = "file", RemoteId = "csv:Road trip", Name = "Road trip", TargetName = known };

        SyncPlanner.FollowRename(row, new(new("list", found, 0), []));

        Assert.True(row.NameOverride == kept, what);
    }

    [Fact]
    public void The_name_of_a_list_that_is_still_being_made_is_nobodys()
    {
        var row = new Playlist { Source = "file", RemoteId = "csv:Road trip", Name = "Road trip", TargetName = "Old" };

        SyncPlanner.FollowRename(row, new(new("list", TargetToken.NameWith("Road trip", TargetToken.Create()), 0), []));
        SyncPlanner.FollowRename(row, null);

        Assert.Null(row.NameOverride);
    }
}
