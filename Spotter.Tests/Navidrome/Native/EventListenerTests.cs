using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Native;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Native;

/// <summary>Spotter listens to Navidrome's events over one connection, which is restored whatever happens to it.</summary>
public sealed class EventListenerTests
{
    [Fact]
    public async Task The_end_of_a_scan_has_every_account_looked_at()
    {
        await using var host = await ServerHost.StartAsync();
        var demo = await host.SignInAsync();
        var guest = await host.SignInAsync("guest");
        await host.Listener.StartAsync(default);
        await HeardAsync(host);
        Assert.Empty(host.Scheduler.Accounts);

        host.Server.Library.Scan();

        await Eventually.HoldsAsync("both accounts are looked at", () => Task.FromResult(host.Scheduler.Accounts.Count >= 2));
        Assert.Equal([demo.Id, guest.Id], host.Scheduler.Accounts);
        Assert.Equal(1, host.Server.Events.Listeners);
        await host.Listener.StopAsync(default);
    }

    [Fact]
    public async Task A_connection_that_ends_comes_back_and_only_a_server_that_was_started_anew_is_looked_at()
    {
        await using var host = await ServerHost.StartAsync();
        var demo = await host.SignInAsync();
        await host.Listener.StartAsync(default);
        await HeardAsync(host);

        host.Server.Events.Drop();
        await HeardAsync(host, connections: 2);
        Assert.Empty(host.Scheduler.Accounts);
        host.Server.Events.Restart();

        await Eventually.HoldsAsync("the account is looked at", () => Task.FromResult(!host.Scheduler.Accounts.IsEmpty));
        Assert.Equal([demo.Id], host.Scheduler.Accounts);
        await host.Listener.StopAsync(default);
    }

    [Fact]
    public async Task A_line_that_has_gone_dead_is_noticed()
    {
        await using var host = await ServerHost.StartAsync();
        await host.SignInAsync();
        await host.Listener.StartAsync(default);
        await HeardAsync(host);

        await host.Hasty.ExpireAsync(EventListener.Silence);

        await HeardAsync(host, connections: 2);
        await host.Listener.StopAsync(default);
    }

    [Fact]
    public async Task An_account_that_is_not_let_in_does_not_keep_another_from_listening()
    {
        await using var host = await ServerHost.StartAsync();
        await host.SignInAsync();
        await host.SignInAsync("guest");
        host.Server.ChangePassword("demo", "another");
        await host.Listener.StartAsync(default);

        await HeardAsync(host);

        await host.Listener.StopAsync(default);
    }

    [Fact]
    public async Task Switched_off_nobody_listens()
    {
        await using var host = await ServerHost.StartAsync(listens: false);
        await host.SignInAsync();
        host.Server.Log.Clear();

        await host.Listener.StartAsync(default);
        await ((Microsoft.Extensions.Hosting.BackgroundService)host.Listener).ExecuteTask!;

        Assert.Empty(host.Server.Log.Requests);
    }

    [Fact]
    public async Task A_server_without_events_is_left_in_peace_and_nothing_depends_on_it()
    {
        await using var host = await ServerHost.StartAsync(new DemoServerOptions { Profile = DemoProfile.Gonic });
        var account = await host.SignInAsync();
        await host.Listener.StartAsync(default);

        Assert.NotEqual(0, (await host.FreshAsync(account)).Count);

        Assert.Equal(0, host.Server.Events.Listeners);
        await host.Listener.StopAsync(default);
    }

    private static Task HeardAsync(ServerHost host, int connections = 1)
        => Eventually.HoldsAsync(
            $"connection {connections} is there",
            () => Task.FromResult(host.Server.Events.Listeners == 1 && host.Server.Log.CountOf("native:events") >= connections));
}
