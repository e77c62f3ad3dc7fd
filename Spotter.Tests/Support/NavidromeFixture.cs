using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Tests.Support;

/// <summary>An embedded server, and the product's own client for it.</summary>
internal sealed class NavidromeFixture : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private NavidromeFixture(DemoServer server, ServiceProvider services)
    {
        Server = server;
        _services = services;
    }

    public DemoServer Server { get; }

    public IIdentityProvider Identity => _services.GetRequiredService<IIdentityProvider>();

    public SubsonicServer Known => _services.GetRequiredService<SubsonicServers>().Configured;

    public static async Task<NavidromeFixture> StartAsync(
        DemoServerOptions? options = null, TimeProvider? clock = null, Func<string, string>? address = null, Dictionary<string, string>? headers = null,
        ServerProfiles? profiles = null)
    {
        var server = await DemoServer.StartAsync(options);
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton(clock ?? TimeProvider.System);
        if (profiles is not null)
        {
            services.AddSingleton(profiles);
        }

        services.AddNavidrome();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new ServerOptions
        {
            BaseUrl = address is null ? server.BaseUrl : address(server.BaseUrl),
            ExtraHeaders = headers ?? [],
        }));
        return new NavidromeFixture(server, services.BuildServiceProvider());
    }

    /// <summary>The provider that acts for a user.</summary>
    public NavidromeProvider For(string user = "demo", string? password = null)
        => new(Client(user, password), Native(user, password), _services.GetRequiredService<TimeProvider>());

    public NativeClient Native(string user = "demo", string? password = null)
        => _services.GetRequiredService<NativeClientFactory>().Create(new Credentials(user, password ?? user));

    public SubsonicClient Client(string user = "demo", string? password = null)
        => _services.GetRequiredService<SubsonicClientFactory>().Create(new Credentials(user, password ?? user));

    /// <summary>Allows Navidrome's own interface to be tried again right after a refusal.</summary>
    public void Rested(string user = "demo") => _services.GetRequiredService<NativeSessions>().Of(new Credentials(user, user)).RestsUntil = default;

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
