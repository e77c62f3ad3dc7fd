using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Accounts;

public sealed class SignInTests : IDisposable
{
    private readonly CoreHost _host = new();

    private SignIn SignIn => _host.Get<SignIn>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_first_visit_makes_user_and_account_and_later_ones_find_them()
    {
        var first = await SignIn.SignInAsync(new("Ann", "secret"), default);
        var second = await SignIn.SignInAsync(new("ann", "secret"), default);

        Assert.True(first!.IsFirstVisit);
        Assert.False(second!.IsFirstVisit);
        Assert.Equal((first.UserId, first.AccountId), (second.UserId, second.AccountId));
        Assert.Equal(first.AccountId, Assert.Single(_host.Scheduler.Accounts));
    }

    [Fact]
    public async Task A_wrong_password_leaves_nothing_behind()
    {
        Assert.Null(await SignIn.SignInAsync(new("ann", "wrong"), default));

        await using var db = _host.Database.CreateDbContext();
        Assert.Empty(db.Users);
    }

    [Fact]
    public async Task The_password_is_stored_encrypted_and_can_be_read_back_for_background_syncs()
    {
        var ann = await SignIn.SignInAsync(new("ann", "secret"), default);

        await using var db = _host.Database.CreateDbContext();
        Assert.DoesNotContain("secret", (await db.Accounts.SingleAsync()).ProtectedPassword, StringComparison.Ordinal);
        Assert.Equal("secret", (await _host.Get<CredentialVault>().FindAsync(ann!.AccountId, default))!.Password);
        Assert.Equal("ann", new Credentials("ann", "secret").ToString());
    }

    [Fact]
    public async Task Lost_keys_mean_sign_in_again_and_nothing_else()
    {
        var ann = await SignIn.SignInAsync(new("ann", "secret"), default);
        await using var db = _host.Database.CreateDbContext();
        await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(a => a.ProtectedPassword, "CfDJ8of-other-keys"));

        Assert.Null(await _host.Get<CredentialVault>().FindAsync(ann!.AccountId, default));
    }

    [Fact]
    public async Task Signing_in_again_wakes_the_syncs_that_waited_for_it()
    {
        var ann = (await SignIn.SignInAsync(new("ann", "secret"), default))!;
        var account = new Account { Id = ann.AccountId, UserId = ann.UserId, ServerUrl = "", UserName = "ann" };
        var id = await _host.ImportAsync(account, "Road trip", _host.FillLibrary(1));
        await _host.EnableAndRunAsync(account, id);
        _host.Server.Before = _ => throw new ProviderException("navidrome", ProviderFailure.Unauthorized, new Fact.SaidBefore("Wrong password."));
        await _host.RequestAndRunAsync(account, id, SyncCommand.Sync());
        _host.Server.Before = null;
        _host.Scheduler.Nudges.Clear();

        await SignIn.SignInAsync(new("ann", "secret"), default);

        Assert.Equal((id, SyncOperation.Sync), Assert.Single(_host.Scheduler.Nudges));
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
    }
}
