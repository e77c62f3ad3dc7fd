using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

public sealed class NavidromeIdentityProviderTests
{
    [Theory]
    [InlineData("demo", "demo", true)]
    [InlineData("guest", "guest", false)]
    public async Task The_server_says_who_it_is_and_whether_an_administrator(string user, string name, bool isAdmin)
    {
        await using var fixture = await NavidromeFixture.StartAsync();

        var identity = await fixture.Identity.CheckAsync(new Credentials(user, user), default);

        Assert.Equal(new ServerIdentity(name, isAdmin, "navidrome", "0.64.0 (demo)"), identity);
    }

    [Fact]
    public async Task A_name_typed_in_capitals_is_written_as_the_server_writes_it()
    {
        await using var fixture = await NavidromeFixture.StartAsync();

        Assert.Equal("demo", (await fixture.Identity.CheckAsync(new Credentials("DEMO", "demo"), default))!.UserName);
    }

    [Theory]
    [InlineData("demo", "wrong")]
    [InlineData("nobody", "demo")]
    public async Task Wrong_credentials_are_nobody(string user, string password)
    {
        await using var fixture = await NavidromeFixture.StartAsync();

        Assert.Null(await fixture.Identity.CheckAsync(new Credentials(user, password), default));
    }

    [Fact]
    public async Task An_old_server_without_tokens_knows_its_users_too()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain });

        Assert.Equal(new ServerIdentity("demo", true, null, null), await fixture.Identity.CheckAsync(new Credentials("demo", "demo"), default));
        Assert.Null(await fixture.Identity.CheckAsync(new Credentials("demo", "wrong"), default));
    }

    [Fact]
    public async Task Who_cannot_be_looked_up_is_no_administrator()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        fixture.Server.Fault = request => request.Method == "getUser" ? DemoFault.Failed(50, "not you") : null;

        Assert.False((await fixture.Identity.CheckAsync(new Credentials("demo", "demo"), default))!.IsAdmin);
    }

    [Fact]
    public async Task A_server_that_is_away_says_nothing_about_the_password()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: new HastyClock(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120)));
        await fixture.Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.Identity.CheckAsync(new Credentials("demo", "demo"), default));

        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
    }
}
