using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Navidrome.Faults;

namespace Spotter.Tests.Navidrome;

/// <summary>Navidrome lets an administrator write to everybody's lists; Spotter does not.</summary>
public sealed class GivenAwayTargetTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_administrator_s_target_that_was_given_to_somebody_else_is_neither_written_nor_deleted(bool isRemoved)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.Navidrome, user: "demo");
        var account = await host.AccountAsync();
        var id = await host.ImportAsync(account, "Road trip", [0, 1, 2]);
        await host.RequestAsync(account, id, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(id)).Status);
        var given = host.Server.Playlists.Change(Assert.Single(host.Server.Playlists.All).Id, list => list with { Owner = FaultHost.User });
        await host.ImportAsync(account, "Road trip", [0, 1, 2, 3]);
        host.Clock.Advance(TimeSpan.FromMinutes(2));

        await host.RequestAsync(account, id, isRemoved ? SyncCommand.Remove(deleteTarget: true) : SyncCommand.Sync());
        var row = await host.RunAsync(id);

        Assert.Equal(isRemoved ? null : SafetyRule.TargetGone, row.HeldBackRule);
        var list = Assert.Single(host.Server.Playlists.All);
        Assert.Equal((given.Owner, given.Comment, given.Changed), (list.Owner, list.Comment, list.Changed));
        Assert.Equal(given.SongIds, list.SongIds);
    }

    [Fact]
    public async Task Once_asked_about_it_is_not_asked_about_at_every_look()
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.Navidrome, user: "demo");
        var account = await host.AccountAsync();
        var id = await host.ImportAsync(account, "Road trip", [0, 1, 2]);
        await host.RequestAsync(account, id, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(id)).Status);
        host.Server.Playlists.Change(Assert.Single(host.Server.Playlists.All).Id, list => list with { Owner = FaultHost.User });

        await host.Get<AccountRefresher>().RefreshAsync(account.Id, default);
        Assert.NotNull((await host.FindAsync(id)).SyncWantedAt);
        Assert.Equal(SafetyRule.TargetGone, (await host.RunAsync(id)).HeldBackRule);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.Get<AccountRefresher>().RefreshAsync(account.Id, default);

        Assert.Null((await host.FindAsync(id)).SyncWantedAt);
    }
}
