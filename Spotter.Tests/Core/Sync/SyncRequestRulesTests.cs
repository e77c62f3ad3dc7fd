using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using static Spotter.Core.Playlists.SyncOperation;

namespace Spotter.Tests.Core.Sync;

public sealed class SyncRequestRulesTests
{
    [Theory]
    [InlineData("a removal replaces a sync", SyncOperation.Sync, Remove, false, false, true)]
    [InlineData("a removal replaces a rebuild", Rebuild, Remove, false, false, true)]
    [InlineData("a removal replaces a pairing", Pair, Remove, false, false, true)]
    [InlineData("a later removal (keep or delete) replaces the earlier", Remove, Remove, false, false, true)]
    [InlineData("a rebuild replaces a sync", SyncOperation.Sync, Rebuild, false, false, true)]
    [InlineData("a pairing replaces a sync", SyncOperation.Sync, Pair, false, false, true)]
    [InlineData("a restore replaces a sync", SyncOperation.Sync, Restore, false, false, true)]
    [InlineData("the clock's sync does not push a rebuild away", Rebuild, SyncOperation.Sync, false, false, false)]
    [InlineData("the clock's sync does not push a pairing away", Pair, SyncOperation.Sync, false, false, false)]
    [InlineData("the clock's sync does not undo a removal", Remove, SyncOperation.Sync, false, false, false)]
    [InlineData("switching on replaces a removal", Remove, SyncOperation.Sync, true, false, true)]
    [InlineData("pairing switches on too", Remove, Pair, true, false, true)]
    [InlineData("a rebuild does not undo a removal", Remove, Rebuild, false, false, false)]
    [InlineData("a plain sync adds nothing to a plain sync", SyncOperation.Sync, SyncOperation.Sync, false, false, false)]
    [InlineData("an approval is not lost behind a waiting sync", SyncOperation.Sync, SyncOperation.Sync, false, true, true)]
    public void The_later_request_replaces_the_waiting_one_only_where_it_means_more(
        string why, SyncOperation waiting, SyncOperation newer, bool isEnabling, bool isApproved, bool expected)
        => Assert.True(expected == SyncRequestRules.Replaces(waiting, newer, isApproved, isEnabling), why);
}
