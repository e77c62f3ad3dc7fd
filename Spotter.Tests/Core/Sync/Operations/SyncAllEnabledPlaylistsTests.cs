using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Operations;

public sealed class SyncAllEnabledPlaylistsTests
{
    [Fact]
    public async Task Every_account_is_looked_at_in_order_but_for_those_whose_user_must_sign_in()
    {
        using var host = new CoreHost();
        var (ann, bob, cy) = (await host.Database.AddUserAsync(), await host.Database.AddUserAsync("bob"), await host.Database.AddUserAsync("cy"));
        await using (var db = host.Database.CreateDbContext())
        {
            await db.Accounts.Where(account => account.Id == bob.Id).ExecuteUpdateAsync(set => set.SetProperty(account => account.NeedsSignIn, true));
        }

        Assert.Equal(2, await host.Get<PlaylistSyncService>().SyncAllEnabledPlaylistsAsync(default));

        Assert.Equal([ann.Id, cy.Id], host.Scheduler.Accounts);
    }
}
