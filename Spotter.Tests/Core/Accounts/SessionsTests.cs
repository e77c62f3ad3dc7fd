using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Accounts;

public sealed class SessionsTests : IDisposable
{
    private readonly CoreHost _host = new();

    private Sessions Sessions => _host.Get<Sessions>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_session_holds_until_it_is_ended_and_its_neighbour_goes_on()
    {
        var ann = await LetInAsync("ann");
        var (one, other) = (await BeginAsync(ann), await BeginAsync(ann));

        await Sessions.EndAsync(ann.UserId, one.SessionId!.Value);

        Assert.False(await HoldsAsync(one));
        Assert.True(await HoldsAsync(other));
    }

    [Fact]
    public async Task Nobody_ends_or_sees_the_session_of_somebody_else()
    {
        var (ann, bob) = (await LetInAsync("ann"), await LetInAsync("bob"));
        var hers = await BeginAsync(ann);

        await Sessions.EndAsync(bob.UserId, hers.SessionId!.Value);

        Assert.True(await HoldsAsync(hers));
        Assert.Empty(await Sessions.ListAsync(bob.UserId, default));
        Assert.Equal(hers.SessionId, Assert.Single(await Sessions.ListAsync(ann.UserId, default)).Id);
        Assert.False(await HoldsAsync(hers with { UserId = bob.UserId, AccountId = bob.AccountId, UserName = "bob" }));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions_and_every_remembered_password_of_this_user_alone()
    {
        var (ann, bob) = (await LetInAsync("ann"), await LetInAsync("bob"));
        var (one, other, script, his) = (await BeginAsync(ann), await BeginAsync(ann), Of(ann, null), await BeginAsync(bob));

        await Sessions.EndAllAsync(ann.UserId);

        Assert.False(await HoldsAsync(one));
        Assert.False(await HoldsAsync(other));
        Assert.False(await HoldsAsync(script));
        Assert.True(await HoldsAsync(his));
        Assert.True(await HoldsAsync(await BeginAsync(await LetInAsync("ann"))));
    }

    [Fact]
    public async Task A_session_that_is_not_used_ends_after_a_month_and_one_that_is_used_after_half_a_year()
    {
        var ann = await LetInAsync("ann");
        var (idle, used) = (await BeginAsync(ann), await BeginAsync(ann));
        _host.Clock.Advance(Sessions.IdleFor - TimeSpan.FromHours(1));
        Assert.True(await HoldsAsync(used, isUse: true));
        Assert.True(await HoldsAsync(idle));
        _host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(await HoldsAsync(idle));

        for (var step = 0; step < 5; step++)
        {
            Assert.True(await HoldsAsync(used, isUse: true));
            _host.Clock.Advance(Sessions.IdleFor - TimeSpan.FromHours(2));
        }

        Assert.True(await HoldsAsync(used, isUse: true));
        _host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.False(await HoldsAsync(used, isUse: true));
        Assert.Empty(await Sessions.ListAsync(ann.UserId, default));
    }

    [Fact]
    public async Task The_last_use_is_written_once_an_hour()
    {
        var ann = await BeginAsync(await LetInAsync("ann"));
        var begun = _host.Clock.GetUtcNow();
        _host.Clock.Advance(TimeSpan.FromMinutes(59));
        await HoldsAsync(ann, isUse: true);
        Assert.Equal(begun, Assert.Single(await Sessions.ListAsync(ann.UserId, default)).LastSeenAt);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await HoldsAsync(ann, isUse: false);
        Assert.Equal(begun, Assert.Single(await Sessions.ListAsync(ann.UserId, default)).LastSeenAt);
        await HoldsAsync(ann, isUse: true);
        Assert.Equal(_host.Clock.GetUtcNow(), Assert.Single(await Sessions.ListAsync(ann.UserId, default)).LastSeenAt);
    }

    [SqliteFact]
    public async Task A_database_that_cannot_be_written_keeps_nobody_from_reading()
    {
        var ann = await BeginAsync(await LetInAsync("ann"));
        _host.Clock.Advance(TimeSpan.FromHours(2));
        await using var db = _host.Database.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER refuse BEFORE UPDATE ON Sessions BEGIN SELECT RAISE(ABORT, 'full'); END");

        Assert.True(await HoldsAsync(ann, isUse: true));
    }

    [Fact]
    public async Task An_account_that_is_not_what_it_was_is_not_let_in()
    {
        var ann = await BeginAsync(await LetInAsync("ann"));
        Assert.True(await HoldsAsync(ann));
        Assert.False(await HoldsAsync(ann with { IsAdmin = true }));
        Assert.False(await HoldsAsync(ann with { UserName = "anna" }));
        Assert.False(await Sessions.HoldsAsync(ann, "http://elsewhere.example", isUse: false, default));
        await using var db = _host.Database.CreateDbContext();
        await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.NeedsSignIn, true));
        Assert.False(await HoldsAsync(ann));
        Assert.False(await HoldsAsync(ann with { SessionId = null }));
    }

    [Fact]
    public async Task A_sign_in_with_another_password_ends_what_the_old_one_had_opened()
    {
        var before = await BeginAsync(await LetInAsync("ann"));
        var told = 0;
        using var _ = _host.Get<EventBus>().Subscribe<SessionsChanged>(before.UserId, _ => told++);
        var same = await BeginAsync(await LetInAsync("ann"));
        Assert.True(await HoldsAsync(before));
        _host.Server.Password = "a new secret";

        var after = await BeginAsync((await _host.Get<SignIn>().SignInAsync(new("ann", "a new secret"), default))!);

        Assert.False(await HoldsAsync(before));
        Assert.False(await HoldsAsync(same));
        Assert.True(await HoldsAsync(after));
        Assert.Equal(3, told);
    }

    [Fact]
    public async Task A_refusal_that_stands_ends_everything_and_one_by_mistake_ends_nothing()
    {
        var ann = await BeginAsync(await LetInAsync("ann"));
        var guard = _host.Get<SignInGuard>();

        Assert.False(await guard.NoteRefusalAsync(ann.AccountId, Guid.NewGuid()));
        Assert.True(await HoldsAsync(ann));

        _host.Server.Password = "changed";
        Assert.True(await guard.NoteRefusalAsync(ann.AccountId, Guid.NewGuid()));
        Assert.False(await HoldsAsync(ann));
        await using var db = _host.Database.CreateDbContext();
        Assert.True((await db.Accounts.SingleAsync()).NeedsSignIn);
        Assert.Empty(db.Sessions);
        Assert.Single(db.SyncEvents);
    }

    [Fact]
    public async Task A_sign_in_while_the_old_password_is_asked_about_is_not_undone()
    {
        var ann = await BeginAsync(await LetInAsync("ann"));
        _host.Server.Password = "changed";
        Presence? again = null;
        _host.Server.Before = async call =>
        {
            if (call == "check" && again is null)
            {
                again = ann; // only once: signing in asks the server as well
                again = await BeginAsync((await _host.Get<SignIn>().SignInAsync(new("ann", "changed"), default))!);
            }
        };

        Assert.False(await _host.Get<SignInGuard>().NoteRefusalAsync(ann.AccountId, Guid.NewGuid()));

        Assert.False(await HoldsAsync(ann));
        Assert.True(await HoldsAsync(again!));
        await using var db = _host.Database.CreateDbContext();
        Assert.False((await db.Accounts.SingleAsync()).NeedsSignIn);
    }

    [Fact]
    public async Task A_server_that_cannot_say_whether_the_refusal_stands_ends_nothing()
    {
        var ann = await BeginAsync(await LetInAsync("ann"));
        _host.Server.Before = _ => throw new Spotter.Core.Providers.ProviderException("navidrome", Spotter.Core.Providers.ProviderFailure.Unavailable, new Spotter.Core.Facts.Fact.SaidBefore("Away."));

        Assert.False(await _host.Get<SignInGuard>().NoteRefusalAsync(ann.AccountId, Guid.NewGuid()));

        Assert.True(await HoldsAsync(ann));
    }

    private static Presence Of(SignedIn who, Guid? session) => new(who.UserId, who.AccountId, who.UserName, who.IsAdmin, who.SignOutCount, session);

    private async Task<SignedIn> LetInAsync(string name) => (await _host.Get<SignIn>().SignInAsync(new(name, "secret"), default))!;

    private async Task<Presence> BeginAsync(SignedIn who) => Of(who, await Sessions.BeginAsync(who, "Firefox on Linux", "192.0.2.1", default));

    private Task<bool> HoldsAsync(Presence who, bool isUse = false) => Sessions.HoldsAsync(who, serverUrl: null, isUse, default);
}
