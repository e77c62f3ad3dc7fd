using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Tests.Support;
using Spotter.Web.Access;
using Spotter.Web.Settings;

namespace Spotter.Tests.Web.Access;

public sealed class AccessCheckTests : IDisposable
{
    private readonly CoreHost _host = new();
    private readonly AccessCheck _access;

    public AccessCheckTests()
        => _access = new AccessCheck(_host.Get<Sessions>(), new DemoMode(null), Options.Create(new ServerOptions()), _host.Scheduler, _host.Clock);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task While_somebody_is_here_the_music_server_is_looked_at_every_five_minutes_and_not_more()
    {
        var visitor = Visitor.Of((await _host.Get<SignIn>().SignInAsync(new("ann", "secret"), default))!);
        _access.NoteSignedIn(visitor.AccountId);
        _host.Scheduler.Accounts.Clear();

        await UseAsync(visitor, times: 10);
        Assert.Empty(_host.Scheduler.Accounts);

        _host.Clock.Advance(AccessCheck.FreshFor);
        Assert.True(await _access.HoldsAsync(visitor, isUse: false, default));
        Assert.Empty(_host.Scheduler.Accounts);
        await UseAsync(visitor, times: 10);
        Assert.Equal(visitor.AccountId, Assert.Single(_host.Scheduler.Accounts));
    }

    [Fact]
    public async Task Whoever_is_not_welcome_causes_no_look()
    {
        var visitor = Visitor.Of((await _host.Get<SignIn>().SignInAsync(new("ann", "secret"), default))!);
        _host.Scheduler.Accounts.Clear();
        await _host.Get<Sessions>().EndAllAsync(visitor.UserId);

        Assert.False(await _access.HoldsAsync(visitor, isUse: true, default));

        Assert.Empty(_host.Scheduler.Accounts);
    }

    private async Task UseAsync(Visitor visitor, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.True(await _access.HoldsAsync(visitor, isUse: true, default));
        }
    }
}
