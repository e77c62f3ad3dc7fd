using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Spotter.Core;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Tracks;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Core.Sync.Walks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>
/// Core and the client with their real wiring, against an embedded server on a real port, for a user who is not an administrator unless the
/// test says so. The client's pauses end at once and its limits expire when the server hangs; Core's clock stands still.
/// </summary>
internal sealed class FaultHost : IAsyncDisposable
{
    public const string User = "guest";
    private const int SongCount = 24;

    private readonly TestDatabase _database = new(isPooled: true);
    private readonly HastyClock _hasty = new(SubsonicResilience.PingTimeout, SubsonicResilience.AttemptTimeout, SubsonicResilience.TotalTimeout);
    private readonly ServerProfiles _profiles;
    private readonly ServiceProvider _client;
    private readonly IDataProtectionProvider _protection = new EphemeralDataProtectionProvider();
    private readonly string _user;
    private MortalDatabase _process;
    private RecordingScheduler _scheduler = null!;
    private ServiceProvider _core;

    private FaultHost(DemoServer server, string user)
    {
        _user = user;
        Server = server;
        Plan.Before = Sickness.CheckPower;
        server.Fault = _ => Plan.Take();
        server.FaultHappened = (fault, request) =>
        {
            Plan.NoteFired();
            if (fault.Name is "time-out" or "time-out after acting" or "slow bytes")
            {
                Expiring = _hasty.ExpireAsync(
                    request.Method.StartsWith("native:", StringComparison.Ordinal) ? SubsonicResilience.PingTimeout : SubsonicResilience.AttemptTimeout);
            }
        };
        _profiles = new ServerProfiles(_database);
        var client = new ServiceCollection().AddLogging();
        client.AddSingleton<TimeProvider>(_hasty);
        client.AddSingleton(new CredentialVault(_database, _protection));
        client.AddSingleton(_profiles);
        client.AddSingleton(Options.Create(new ServerOptions { BaseUrl = server.BaseUrl }));
        client.AddNavidrome();
        client.AddHttpClient(SubsonicClientFactory.HttpClientName).AddHttpMessageHandler(Plan.Line);
        _client = client.BuildServiceProvider();
        _process = OpenProcess();
        _core = BuildCore();
    }

    private MortalDatabase OpenProcess() => new(_database.OpenAgain(Sickness));

    private async Task FollowNudgesAsync()
    {
        while (_scheduler.Nudges.TryDequeue(out var nudge))
        {
            await using (var db = OpenDatabase())
            {
                // A playlist that waits for more decisions gets none.
                if (await db.Playlists.AsNoTracking().SingleOrDefaultAsync(p => p.Id == nudge.PlaylistId) is { IsGathering: true } playlist && playlist.NotBefore > Clock.GetUtcNow())
                {
                    Clock.SetUtcNow(playlist.NotBefore.Value);
                }
            }

            await RunAsync(nudge.PlaylistId);
        }
    }

    private ServiceProvider BuildCore()
    {
        var core = new ServiceCollection().AddLogging();
        core.AddSingleton<IDbContextFactory<SpotterDbContext>>(_process);
        core.AddSingleton(_protection);
        core.AddSingleton<TimeProvider>(Clock);
        core.AddSingleton<ISyncScheduler>(_scheduler = new RecordingScheduler());
        core.AddSingleton<IAccountScheduler>(_scheduler);
        core.AddSingleton<ISourceScheduler>(new RecordingSourceScheduler());
        core.AddSingleton(_client.GetRequiredService<IProviderFactory>());
        core.AddSingleton(_client.GetRequiredService<IIdentityProvider>());
        core.AddSingleton(Options.Create(new ServerOptions { BaseUrl = Server.BaseUrl }));
        core.AddOptions<PlaylistSyncOptions>();
        core.AddOptions<SourcesOptions>().Configure(options => options.PrivateImageHosts.Add("127.0.0.1"));
        core.AddSpotterCore();
        core.AddSingleton(_profiles);
        return core.BuildServiceProvider();
    }

    public DemoServer Server { get; }

    public FaultPlan Plan { get; } = new();

    /// <summary>Faults in the database of the process under test. What the test itself reads and writes is not affected.</summary>
    public SickDatabase Sickness { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public Task Expiring { get; private set; } = Task.CompletedTask;

    public static IReadOnlyList<DemoSong> Songs { get; } = Make(SongCount);

    public static IReadOnlyList<DemoSong> Make(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new DemoSong
        {
            Id = DemoIds.For("matrix", $"{i}"), Title = CoreHost.TitleOf(i), Artists = ["Ada"], Album = "Album", AlbumArtist = "Ada", DurationSeconds = 180,
        }),
    ];

    public static async Task<FaultHost> StartAsync(DemoProfile profile, string user = User, IReadOnlyList<DemoSong>? songs = null)
    {
        var host = new FaultHost(await DemoServer.StartAsync(new DemoServerOptions { Profile = profile, Songs = songs ?? Songs }), user);
        await host.SignInAsync();
        // Before most runs, Spotter has long learned how the server behaves.
        var account = await host.AccountAsync();
        await host.Get<LibraryIndexCache>().GetFreshAsync(account.Id, null, null, default);
        await host.Get<ServerPlaylists>().RefreshAsync(account.UserId, default);
        return host;
    }

    /// <summary>Kills the process: what it still does no longer reaches the file.</summary>
    public void Kill() => _process.IsDead = true;

    /// <summary>Another process takes over the file as the killed one left it, once its lease has expired.</summary>
    public async Task BootAsync()
    {
        _process.IsDead = true;
        await _core.DisposeAsync();
        _process = OpenProcess();
        _core = BuildCore();
        Clock.Advance(TimeSpan.FromMinutes(5));
        await Get<SyncRecovery>().SweepAsync(atStart: true, default);
    }

    /// <summary>The sweep, the workers and the schedule of the living process, for three hours in which nobody requests anything.</summary>
    public async Task LiveAsync(Account account)
    {
        for (var hour = 0; hour < 3; hour++)
        {
            Clock.Advance(TimeSpan.FromMinutes(61));
            await Get<SyncRecovery>().SweepAsync(atStart: false, default);
            await FollowNudgesAsync();
            await Get<AccountRefresher>().RefreshAsync(account.Id, default);
            await FollowNudgesAsync();
        }
    }

    /// <summary>Tells the client that the server accepts at most this many parameters.</summary>
    public void LearnLimit(int parameters)
        => _client.GetRequiredService<SubsonicServers>().Configured.Learn(profile => profile with { MaxParameters = parameters });

    public SpotterDbContext OpenDatabase() => _database.CreateDbContext();

    public T Get<T>()
        where T : notnull
        => _core.GetRequiredService<T>();

    public async Task SignInAsync()
        => Assert.NotNull(await Get<SignIn>().SignInAsync(new Credentials(_user, _user), default));

    public async Task<Account> AccountAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Accounts.AsNoTracking().SingleAsync();
    }

    public async Task<int> ImportAsync(Account account, string name, IEnumerable<int> songs, string? image = null)
    {
        var tracks = songs.Select(i => new SourceTrack { Title = CoreHost.TitleOf(i), Artists = ["Ada"], Album = "Album", DurationMs = 180_000 }).ToList();
        var result = await Get<PlaylistImports>().SaveAsync(
            account.UserId, ProviderKinds.File, new(new("csv:" + name, name, tracks.Count) { Image = image }, tracks), true, SyncTrigger.User, default);
        return result.PlaylistId!.Value;
    }

    public async Task RequestAsync(Account account, int playlistId, SyncCommand wish)
    {
        var outcome = wish.Operation is SyncOperation.Remove or SyncOperation.Sync
            ? await Get<SyncRequests>().SetSyncEnabledAsync(account.UserId, playlistId, wish.Operation == SyncOperation.Sync, wish.DeleteTarget, SyncTrigger.User, default)
            : await Get<SyncRequests>().RequestAsync(account.UserId, playlistId, wish, SyncTrigger.User, default);
        Assert.Equal(SyncRequestOutcome.Accepted, outcome);
        Clock.Advance(TimeSpan.FromMilliseconds(1)); // a run comes after its request
    }

    /// <summary>Does one run. A failure is stored in the row and not thrown.</summary>
    public async Task<Playlist> RunAsync(int playlistId)
    {
        try
        {
            await Get<SyncRunner>().RunAsync(playlistId, default);
        }
        catch (Exception exception) when (exception is SyncFailedException or ProcessKilledException or PowerCutException || DatabaseTroubles.Of(exception) is not null)
        {
            // The row has the error, or the sweep or the next process finds it.
        }

        await Expiring;
        return await FindAsync(playlistId);
    }

    public async Task<Playlist> FindAsync(int playlistId)
    {
        await using var db = _database.CreateDbContext();
        return await db.Playlists.AsNoTracking().SingleAsync(playlist => playlist.Id == playlistId);
    }

    /// <summary>Switches sync on as a source's rule does, when no user waits for it.</summary>
    public async Task EnableByClockAsync(Account account, int playlistId)
        => Assert.Equal(
            SyncRequestOutcome.Accepted,
            await Get<SyncRequests>().SetSyncEnabledAsync(account.UserId, playlistId, true, null, SyncTrigger.Schedule, default));

    /// <summary>Requests the operation as the schedule does, once sync is on.</summary>
    public async Task RequestScheduledAsync(Account account, int playlistId)
        => Assert.Equal(
            SyncRequestOutcome.Accepted,
            await Get<SyncRequests>().RequestAsync(account.UserId, playlistId, SyncCommand.Sync(), SyncTrigger.Schedule, default));

    public async Task<int> CountPlaylistsAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Playlists.CountAsync(playlist => !playlist.IsGoneAtSource);
    }

    public async Task<IReadOnlyList<TargetSnapshot>> SnapshotsAsync(int playlistId)
    {
        await using var db = _database.CreateDbContext();
        return await db.TargetSnapshots.AsNoTracking().Where(snapshot => snapshot.PlaylistId == playlistId).ToListAsync();
    }

    public async Task<IReadOnlyList<SyncEvent>> EventsAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.SyncEvents.AsNoTracking().OrderBy(line => line.Id).ToListAsync();
    }

    /// <summary>Removes everything that an earlier cell left, on the server and here, and makes the change detector due.</summary>
    public async Task ResetAsync()
    {
        Plan.Begin();
        Sickness.Begin();
        _scheduler.Nudges.Clear();
        _client.GetRequiredService<NativeSessions>().Of(new Credentials(_user, _user)).RestsUntil = default;
        Server.Playlists.Clear();
        await using var db = _database.CreateDbContext();
        await db.Playlists.ExecuteDeleteAsync();
        await db.SyncEvents.ExecuteDeleteAsync();
        Clock.Advance(TimeSpan.FromMinutes(2));
    }

    /// <summary>As if nobody had signed in to the server's own interface yet.</summary>
    public void ForgetLogin() => _client.GetRequiredService<NativeSessions>().Of(new Credentials(_user, _user)).Token = null;

    /// <summary>Makes the next run read the library again.</summary>
    public Task ForgetLibraryAsync(Account account) => Get<LibraryIndexCache>().MarkStaleAsync(account.Id, default);

    public async ValueTask DisposeAsync()
    {
        await _core.DisposeAsync();
        await _client.DisposeAsync();
        await Server.DisposeAsync();
        _database.Dispose();
    }
}
