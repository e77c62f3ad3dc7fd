using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Accounts;

public sealed class ServerContactsTests : IDisposable
{
    private static readonly Fact Away = new Fact.SaidBefore("Navidrome could not be reached.");

    private readonly CoreHost _host = new();

    private ServerContacts Contacts => _host.Get<ServerContacts>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_last_contact_of_any_kind_tells_how_the_server_stands_and_the_first_that_failed_since_when()
    {
        var ann = await _host.Database.AddUserAsync();
        var told = new List<ServerContactChanged>();
        using var listening = _host.Get<EventBus>().Subscribe<ServerContactChanged>(ann.UserId, told.Add);

        await Contacts.NoteAnswerAsync(ann.ServerUrl);
        Assert.Empty(told);
        var since = _host.Clock.GetUtcNow();
        await Contacts.NoteFailureAsync(ann.ServerUrl, Away);
        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        await Contacts.NoteFailureAsync(ann.ServerUrl, new Fact.SaidBefore("Navidrome did not answer."));

        Assert.Equal((Away, since), await StandsAsync(ann));
        await Contacts.NoteAnswerAsync(ann.ServerUrl);
        Assert.Equal((null, null), await StandsAsync(ann));
        Assert.Equal(2, told.Count);
    }

    [Fact]
    public async Task A_server_that_is_back_is_looked_at_at_once_in_the_name_of_all_who_may_sign_in()
    {
        var (ann, ben) = (await _host.Database.AddUserAsync(), await _host.Database.AddUserAsync("ben"));
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Accounts.Where(account => account.Id == ben.Id).ExecuteUpdateAsync(set => set.SetProperty(account => account.NeedsSignIn, true));
        }

        await Contacts.NoteFailureAsync(ann.ServerUrl, Away);
        Assert.Empty(_host.Scheduler.Accounts);
        await Contacts.NoteAnswerAsync(ann.ServerUrl);
        await Contacts.NoteAnswerAsync(ann.ServerUrl);

        Assert.Equal([ann.Id], _host.Scheduler.Accounts);
    }

    [Fact]
    public async Task A_process_that_begins_while_the_server_is_away_knows_it_and_hears_that_it_is_back()
    {
        var ann = await _host.Database.AddUserAsync();
        await Contacts.NoteFailureAsync(ann.ServerUrl, Away);

        using var next = new CoreHost(_host.Database, _host.Server);
        Assert.Equal(Away, (await StandsAsync(ann)).Problem);
        await next.Get<ServerContacts>().NoteAnswerAsync(ann.ServerUrl);

        Assert.Null((await StandsAsync(ann)).Problem);
        Assert.Equal([ann.Id], next.Scheduler.Accounts);
    }

    [Fact]
    public async Task What_could_not_be_read_for_the_same_reason_is_forgotten_with_it_and_nothing_else()
    {
        var (ann, ben) = (await _host.Database.AddUserAsync(), await _host.Database.AddUserAsync("ben"));
        Fact half = new Fact.SaidBefore("It sent half a library.");
        await using (var db = _host.Database.CreateDbContext())
        {
            (await db.Accounts.SingleAsync(account => account.Id == ann.Id)).Library.Error = Away;
            (await db.Accounts.SingleAsync(account => account.Id == ben.Id)).Library.Error = half;
            await db.SaveChangesAsync();
        }

        await Contacts.NoteFailureAsync(ann.ServerUrl, Away);
        await Contacts.NoteAnswerAsync(ann.ServerUrl);

        await using var read = _host.Database.CreateDbContext();
        Assert.Equal([null, half], await read.Accounts.OrderBy(account => account.Id).Select(account => account.Library.Error).ToListAsync());
    }

    [Fact]
    public async Task Somebody_who_does_not_want_to_wait_has_their_own_account_looked_at_though_the_nudge_is_lost()
    {
        var (ann, _) = (await _host.Database.AddUserAsync(), await _host.Database.AddUserAsync("ben"));

        await Contacts.LookNowAsync(ann.UserId, default);

        Assert.Equal([ann.Id], _host.Scheduler.Accounts);
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal([ann.Id], await db.Accounts.Where(account => account.Library.LookAgainAt <= _host.Clock.GetUtcNow()).Select(account => account.Id).ToListAsync());
    }

    private async Task<(Fact? Problem, DateTimeOffset? Since)> StandsAsync(Account account)
    {
        await using var db = _host.Database.CreateDbContext();
        var row = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id);
        return (row.ServerProblem, row.ServerAwaySince);
    }
}
