using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Spotter.Core;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Tests.Support;

/// <summary>
/// Core and the client with their real wiring, over a database file and against an embedded server on a real port. The client's pauses end
/// at once and its limits expire when a test says so; the test sets Core's clock.
/// </summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly TestDatabase _database = new();
    private readonly ServiceProvider _client;
    private readonly ServiceProvider _core;

    private ServerHost(DemoServer server, ServerOptions options)
    {
        Server = server;
        var protection = new EphemeralDataProtectionProvider();
        var core = new ServiceCollection().AddLogging();
        core.AddSingleton<IDbContextFactory<SpotterDbContext>>(_database);
        core.AddSingleton<IDataProtectionProvider>(protection);
        core.AddSingleton<TimeProvider>(Clock);
        core.AddSingleton<ISyncScheduler>(Scheduler);
        core.AddSingleton<IAccountScheduler>(Scheduler);
        core.AddSingleton<Spotter.Core.Sources.ISourceScheduler>(new RecordingSourceScheduler());
        core.AddSingleton<IProviderFactory>(_ => _client!.GetRequiredService<IProviderFactory>());
        core.AddSingleton<IIdentityProvider>(_ => _client!.GetRequiredService<IIdentityProvider>());
        core.AddSingleton(Options.Create(options));
        core.AddOptions<PlaylistSyncOptions>();
        core.AddSpotterCore();
        _core = core.BuildServiceProvider();

        var client = new ServiceCollection().AddLogging();
        client.AddSingleton<TimeProvider>(Hasty);
        client.AddSingleton<IDbContextFactory<SpotterDbContext>>(_database);
        client.AddSingleton(new CredentialVault(_database, protection));
        client.AddSingleton(_ => _core.GetRequiredService<ServerProfiles>());
        client.AddSingleton(Options.Create(options));
        client.AddSingleton(_ => _core.GetRequiredService<ServerEventHandler>());
        client.AddNavidrome();
        _client = client.BuildServiceProvider();
    }

    public DemoServer Server { get; }

    /// <summary>The client's clock.</summary>
    public HastyClock Hasty { get; } = new(SubsonicResilience.PingTimeout, SubsonicResilience.AttemptTimeout, SubsonicResilience.TotalTimeout, EventListener.Silence);

    /// <summary>Core's clock.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public RecordingScheduler Scheduler { get; } = new();

    public LibraryIndexCache Cache => Get<LibraryIndexCache>();

    /// <summary>The listener for the server's events, if it was started.</summary>
    public IHostedService Listener => _client.GetServices<IHostedService>().OfType<EventListener>().Single();

    public static async Task<ServerHost> StartAsync(DemoServerOptions? options = null, bool listens = true)
    {
        var server = await DemoServer.StartAsync(options);
        return new ServerHost(server, new ServerOptions { BaseUrl = server.BaseUrl, ListenToEvents = listens });
    }

    public T Get<T>()
        where T : notnull
        => _core.GetRequiredService<T>();

    public async Task<Account> SignInAsync(string user = "demo")
    {
        Assert.NotNull(await Get<SignIn>().SignInAsync(new Credentials(user, user), default));
        Scheduler.Accounts.Clear();
        return await FindAccountAsync(user);
    }

    public async Task<Account> FindAccountAsync(string user = "demo")
    {
        await using var db = _database.CreateDbContext();
        return await db.Accounts.AsNoTracking().SingleAsync(account => account.UserName == user);
    }

    /// <summary>The library, freshly read a minute later.</summary>
    public Task<LibraryIndex> FreshAsync(Account account)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return Cache.GetFreshAsync(account.Id, null, null, default);
    }

    public async Task<ILibraryReader> ReaderAsync(Account account)
        => await Get<ProviderRegistry>().GetAsync<ILibraryReader>(ProviderKinds.Navidrome, account.Id, default);

    public SpotterDbContext OpenDatabase() => _database.CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _core.DisposeAsync();
        await Server.DisposeAsync();
        _database.Dispose();
    }
}
