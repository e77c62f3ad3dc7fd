using System.Net;
using System.Net.ServerSentEvents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Core.Sync.Servers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Access;

/// <summary>What ends a session, including for somebody with a copy of its cookie.</summary>
public sealed class SessionTests
{
    private static readonly Uri Playlists = new("/api/playlists", UriKind.Relative);

    [Fact]
    public async Task Signing_out_everywhere_ends_cookies_and_open_streams_and_asks_the_server_about_scripts_again()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var owner = await SignedInAsync(spotter, "demo");
        using var script = new ScriptUser(spotter.Address, "demo", "demo");
        using var guest = await SignedInAsync(spotter, "guest");
        var (playlist, gate) = await AskForRunAsync(server, script);
        var path = new Uri($"/api/playlists/{playlist}/sync-progress", UriKind.Relative);
        await using var byCookie = await owner.Http.GetStreamAsync(path);
        await using var byPassword = await script.Http.GetStreamAsync(path);
        var (one, other) = (Read(byCookie), Read(byPassword));
        Assert.True(await one.MoveNextAsync() && await other.MoveNextAsync());
        var asked = server.Log.CountOf("ping");

        await spotter.Services.GetRequiredService<Sessions>().EndAllAsync(UserIdOf(spotter, "demo"));

        Assert.DoesNotContain("status", await RestOfAsync(one));
        Assert.DoesNotContain("status", await RestOfAsync(other));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(owner.Http));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(guest.Http));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(script.Http));
        Assert.Equal(asked + 1, server.Log.CountOf("ping"));
        gate.SetResult();
    }

    [Fact]
    public async Task A_password_that_changed_at_the_server_ends_everything_as_soon_as_Spotter_meets_it()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var owner = await SignedInAsync(spotter, "demo");
        using var script = spotter.Script("demo", "demo");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(script));
        server.ChangePassword("demo", "changed");

        await Assert.ThrowsAsync<Spotter.Core.Providers.ProviderException>(() => RefreshAsync(spotter, "demo"));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(owner.Http));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(script));
        using var again = new SignInForm(spotter.Address);
        using var answer = await again.PostAsync("demo", "changed");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(again.Http));
    }

    [Fact]
    public async Task A_sign_in_with_the_new_password_ends_the_sessions_of_the_old_one_before_anything_else_meets_it()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var thief = await SignedInAsync(spotter, "demo");
        using var script = spotter.Script("demo", "demo");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(script));
        server.ChangePassword("demo", "changed");

        using var owner = new SignInForm(spotter.Address);
        using var answer = await owner.PostAsync("demo", "changed");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(owner.Http));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief.Http));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(script));
    }

    [Fact]
    public async Task A_refusal_by_mistake_signs_nobody_out()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var owner = await SignedInAsync(spotter, "demo");
        server.Fault = request => request.Method == "getPlaylists" ? DemoFault.Failed(40, "Wrong username or password") : null;

        await Assert.ThrowsAsync<Spotter.Core.Providers.ProviderException>(() => RefreshAsync(spotter, "demo"));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(owner.Http));
    }

    [Fact]
    public async Task A_call_with_a_remembered_password_renews_a_sign_in_that_was_refused_by_mistake()
    {
        await using var spotter = SpotterApp.StartDemo();
        using var script = spotter.Script("demo", "demo");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(script));
        await using (var db = await spotter.OpenDatabaseAsync())
        {
            await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.NeedsSignIn, true));
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(script));

        await using var after = await spotter.OpenDatabaseAsync();
        Assert.False((await after.Accounts.SingleAsync()).NeedsSignIn);
    }

    [Fact]
    public async Task A_cookie_from_before_there_were_sessions_leads_to_the_sign_in()
    {
        await using var spotter = SpotterApp.StartDemo();
        using var owner = await SignedInAsync(spotter, "demo");
        await using (var db = await spotter.OpenDatabaseAsync())
        {
            await db.Sessions.ExecuteDeleteAsync();
        }

        using var answer = await owner.Http.GetAsync(new Uri("/review", UriKind.Relative));

        Assert.Equal("/sign-in?returnUrl=%2Freview", answer.Headers.Location!.ToString());
        Assert.False(owner.IsSignedIn);
    }

    [Fact]
    public async Task A_session_says_on_which_device_and_from_where_it_was_opened()
    {
        await using var spotter = SpotterApp.StartDemo();
        using var owner = new SignInForm(spotter.Address);
        owner.Http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using var _ = await owner.PostAsync("demo", "demo");
        var session = Assert.Single(await spotter.Services.GetRequiredService<Sessions>().ListAsync(UserIdOf(spotter, "demo"), default));
        Assert.Equal(("Firefox on Linux", "127.0.0.1"), (session.Device, session.Address));
    }

    private static async Task<SignInForm> SignedInAsync(SpotterApp spotter, string user)
    {
        var form = new SignInForm(spotter.Address);
        using var _ = await form.PostAsync(user, user);
        Assert.True(form.IsSignedIn);
        return form;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(Playlists);
        return answer.StatusCode;
    }

    private static int UserIdOf(SpotterApp spotter, string name)
    {
        using var db = spotter.Services.GetRequiredService<IDbContextFactory<Spotter.Core.Persistence.SpotterDbContext>>().CreateDbContext();
        return db.Users.Single(user => user.Name == name).Id;
    }

    private static async Task RefreshAsync(SpotterApp spotter, string name)
    {
        await using var db = await spotter.OpenDatabaseAsync();
        await spotter.Services.GetRequiredService<AccountRefresher>().RefreshAsync(db.Accounts.Single(account => account.UserName == name).Id, default);
    }

    private static IAsyncEnumerator<SseItem<string>> Read(Stream stream) => SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();

    private static async Task<IReadOnlyList<string>> RestOfAsync(IAsyncEnumerator<SseItem<string>> events)
    {
        List<string> types = [];
        while (await events.MoveNextAsync())
        {
            types.Add(events.Current.EventType);
        }

        return types;
    }

    private static async Task<(int Playlist, TaskCompletionSource Gate)> AskForRunAsync(DemoServer server, ScriptUser user)
    {
        var playlist = await user.ImportAsync("Road trip.csv", "Title,Artist\nOne,A\n");
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Fault = request => request.Method is "ping" or "getUser" ? null : DemoFault.Wait(gate.Task);
        await user.SetSyncAsync(playlist, enabled: true);
        return (playlist, gate);
    }
}
