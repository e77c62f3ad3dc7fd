using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Sync.Servers;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Servers;

public sealed class AccountTroublesTests
{
    [Fact]
    public async Task A_look_that_finds_nothing_wrong_writes_nothing_where_nothing_was()
    {
        var work = new DatabaseWork();
        using var database = new TestDatabase(work: work);
        using var host = new CoreHost(database);
        var ann = await database.AddUserAsync();
        await using (var db = database.CreateDbContext())
        {
            db.Accounts.Single().Library.Error = new Fact.SaidBefore("It is away.");
            await db.SaveChangesAsync();
        }

        work.Forget();
        await host.Get<AccountTroubles>().ForgetAsync(ann.Id);
        Assert.Equal(1, work.ChangesOf("Accounts"));
        await host.Get<AccountTroubles>().ForgetAsync(ann.Id);
        Assert.Equal(1, work.ChangesOf("Accounts"));

        await using var after = database.CreateDbContext();
        Assert.Null(after.Accounts.Single().Library.Error);
    }
}
