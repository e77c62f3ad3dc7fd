using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Spotter.Core;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;
using Spotter.Web.Wording;

namespace Spotter.Tests.Support;

/// <summary>Core with its real wiring, over its own database file, with a music server in memory, a clock that stands still, and no job
/// runner.</summary>
internal sealed class CoreHost : IDisposable
{
    private readonly ServiceCollection _wiring = [];
    private readonly ServiceProvider _services;
    private readonly bool _ownsDatabase = true;

    public CoreHost(Action<PlaylistSyncOptions>? configure = null, Action<IServiceCollection>? sources = null)
        : this(new TestDatabase(), configure, sources)
    {
    }

    /// <summary>Another process with the same database and server, at the same time or later.</summary>
    /// <param name="database">The database. It is not deleted with the host.</param>
    /// <param name="server">The music server.</param>
    /// <param name="contexts">How this process opens the database; null for the usual way.</param>
    public CoreHost(TestDatabase database, FakeMusicServer server, IDbContextFactory<SpotterDbContext>? contexts = null)
        : this(database, server, contexts ?? database.OpenAgain(), configure: null, sources: null)
        => _ownsDatabase = false;

    public CoreHost(TestDatabase database, Action<PlaylistSyncOptions>? configure = null, Action<IServiceCollection>? sources = null)
        : this(database, new FakeMusicServer(), database, configure, sources)
    {
    }

    private CoreHost(
        TestDatabase database, FakeMusicServer server, IDbContextFactory<SpotterDbContext> contexts,
        Action<PlaylistSyncOptions>? configure, Action<IServiceCollection>? sources)
    {
        Database = database;
        Server = server;
        var services = _wiring;
        services.AddLogging();
        services.AddFactWording();
        // A test that passes its own contexts needs them as they are.
        services.AddSingleton(Conflicts.AreWanted && ReferenceEquals(contexts, database) && !database.IsWatched ? database.OpenAgain(new Conflicts()) : contexts);
        services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ISyncScheduler>(Scheduler);
        services.AddSingleton<IAccountScheduler>(Scheduler);
        services.AddSingleton<ISourceScheduler>(SourceScheduler);
        services.AddSingleton<IProviderFactory>(Server);
        services.AddSingleton<IIdentityProvider>(Server);
        services.AddOptions<PlaylistSyncOptions>().Configure(options => configure?.Invoke(options));
        services.AddSpotterCore();
        sources?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public FakeMusicServer Server { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public RecordingScheduler Scheduler { get; } = new();

    public RecordingSourceScheduler SourceScheduler { get; } = new();

    public SyncRunner Runner => Get<SyncRunner>();

    public SyncRequests Requests => Get<SyncRequests>();

    public PlaylistStore Store => Get<PlaylistStore>();

    public PlaylistImports Imports => Get<PlaylistImports>();

    public PlaylistChoices Choices => Get<PlaylistChoices>();

    /// <summary>Makes the same objects available to pages, which have their own container.</summary>
    public void LendTo(IServiceCollection services)
    {
        foreach (var type in _wiring.Select(service => service.ServiceType).Where(type => !type.IsGenericTypeDefinition).Distinct())
        {
            services.AddSingleton(type, _ => _services.GetRequiredService(type));
        }
    }

    public T Get<T>()
        where T : notnull
        => _services.GetRequiredService<T>();

    public static SourceTrack Track(string title, string artist = "Ada", string? isrc = null)
        => new() { Title = title, Artists = [artist], Album = "Album", DurationMs = 180_000, Isrc = isrc };

    /// <summary>Puts songs s1…sN, with titles from <see cref="TitleOf"/>, into the library. Returns the tracks that ask for them.</summary>
    public IReadOnlyList<SourceTrack> FillLibrary(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            Server.Library.Add(FakeMusicServer.Song($"s{i}", TitleOf(i), isrc: IsrcOf(i)));
        }

        return Tracks(1, count);
    }

    /// <summary>The tracks that ask for these songs of <see cref="FillLibrary"/>. The first song is number 1.</summary>
    public static IReadOnlyList<SourceTrack> Tracks(int first, int count)
        => [.. Enumerable.Range(first, count).Select(i => Track(TitleOf(i), isrc: IsrcOf(i)))];

    public static string TitleOf(int i) => $"Harbour {(char)('A' + (i % 26))}{(char)('a' + (i / 26))} light";

    public static string IsrcOf(int i) => $"ZZSPT26{i:D5}";

    public async Task<int> ImportAsync(Account owner, string name, IReadOnlyList<SourceTrack> tracks, bool approve = false)
    {
        var result = await Imports.SaveAsync(
            owner.UserId, ProviderKinds.File, new(new("csv:" + name, name, tracks.Count), tracks), approve, SyncTrigger.User, default);
        Assert.True(result.IsStored);
        return result.PlaylistId!.Value;
    }

    /// <summary>Stores the playlist as a refresh of a connection does, which asks for no approval.</summary>
    public async Task FollowAsync(Account owner, string name, IReadOnlyList<SourceTrack> tracks)
    {
        var connection = await AddConnectionAsync(owner, ProviderKinds.File);
        var result = await Store.FollowAsync(connection, new(new("csv:" + name, name, tracks.Count), tracks), SyncTrigger.Schedule, default);
        Assert.True(result.IsStored);
    }

    /// <summary>A connection of that user that is never read.</summary>
    public async Task<SourceConnection> AddConnectionAsync(Account owner, string kind)
    {
        await using var db = Database.CreateDbContext();
        var connection = new SourceConnection { UserId = owner.UserId, Kind = kind };
        db.SourceConnections.Add(connection);
        await db.SaveChangesAsync();
        return connection;
    }

    /// <summary>Switches sync on and does the run that follows.</summary>
    public async Task<Playlist> EnableAndRunAsync(Account owner, int playlistId)
    {
        Assert.Equal(SyncRequestOutcome.Accepted, await Requests.SetSyncEnabledAsync(owner.UserId, playlistId, true, null, SyncTrigger.User, default));
        return await RunAsync(playlistId);
    }

    /// <summary>Requests the operation and does its run.</summary>
    public async Task<Playlist> RequestAndRunAsync(Account owner, int playlistId, SyncCommand wish)
    {
        Assert.Equal(SyncRequestOutcome.Accepted, await Requests.RequestAsync(owner.UserId, playlistId, wish, SyncTrigger.User, default));
        return await RunAsync(playlistId);
    }

    /// <summary>Requests the operation and does every run that follows from it.</summary>
    public async Task RequestAndLiveAsync(Account owner, int playlistId, SyncCommand wish)
    {
        Assert.Equal(SyncRequestOutcome.Accepted, await Requests.RequestAsync(owner.UserId, playlistId, wish, SyncTrigger.User, default));
        await LiveAsync();
    }

    /// <summary>Follows every nudge, as workers do, until none is left. A playlist that waits for more decisions gets none.</summary>
    public async Task LiveAsync()
    {
        while (Scheduler.Nudges.TryDequeue(out var nudge))
        {
            await PassGatheringAsync(nudge.PlaylistId);
            await RunAsync(nudge.PlaylistId);
        }
    }

    /// <summary>Advances the clock until the run no longer waits for more decisions.</summary>
    public async Task PassGatheringAsync(int playlistId)
    {
        await using var db = Database.CreateDbContext();
        if (await db.Playlists.AsNoTracking().SingleOrDefaultAsync(p => p.Id == playlistId) is { IsGathering: true } playlist && playlist.NotBefore > Clock.GetUtcNow())
        {
            Clock.SetUtcNow(playlist.NotBefore.Value);
        }
    }

    /// <summary>One run; a failure is in the row, as for everybody who looks at it.</summary>
    public async Task<Playlist> RunAsync(int playlistId)
    {
        try
        {
            await Runner.RunAsync(playlistId, default);
        }
        catch (SyncFailedException)
        {
            // The row has the error.
        }

        return await FindAsync(playlistId);
    }

    public async Task<Playlist> FindAsync(int playlistId)
    {
        await using var db = Database.CreateDbContext();
        return await db.Playlists.AsNoTracking().Include(p => p.Tracks.OrderBy(track => track.Position)).SingleAsync(p => p.Id == playlistId);
    }

    public async Task<IReadOnlyList<SyncEvent>> EventsAsync(int playlistId)
    {
        await using var db = Database.CreateDbContext();
        return await db.SyncEvents.AsNoTracking().Where(e => e.PlaylistId == playlistId).OrderBy(e => e.Id).ToListAsync();
    }

    public void Dispose()
    {
        _services.Dispose();
        if (_ownsDatabase)
        {
            Database.Dispose();
        }
    }
}
