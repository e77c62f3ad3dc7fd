using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Walks;

/// <summary>A user, a server, and a Spotter that is killed from time to time, all controlled by one seed; and what must hold after each
/// step.</summary>
internal sealed partial class Walk : IAsyncDisposable
{
    private const int SongCount = 36;
    private const string User = "demo";

    private static readonly string[] Words =
    [
        "", "Amber", "Basin", "Cinder", "Delta", "Foxglove", "Fjord", "Granite", "Hollow", "Indigo", "Jasmine", "Kettle", "Lagoon", "Marble", "Nectar",
        "Orchard", "Pebble", "Quarry", "Ravine", "Saffron", "Tundra", "Umber", "Velvet", "Willow", "Xylophone", "Yarrow", "Zephyr", "Anchor", "Blanket",
        "Copper", "Falcon", "Ginger", "Harvest", "Island", "Juniper", "Ladder", "Meadow", "Nimbus", "Oxide", "Pillow", "Quartz",
    ];

    private static readonly Ailment[] Ailments = [Ailment.Locked, Ailment.Full, Ailment.ReadOnly, Ailment.Broken, Ailment.BrokenAfterwards];

    private static readonly Dictionary<string, int> Titles = Enumerable.Range(1, SongCount).ToDictionary(Title);

    private readonly Random _random;
    private readonly Random _faults;
    private readonly TestDatabase _file = new();
    private readonly WalkClock _clock = new();
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly DemoServer _server;
    private readonly List<WalkPlaylist> _playlists = [];
    private readonly Dictionary<string, int> _numbers = [];
    private Dictionary<string, List<int>> _strangers = [];
    private MortalDatabase _database = null!;
    private RecordingScheduler _scheduler = null!;
    private ServiceProvider _services = null!;
    private Account _account = null!;

    private Walk(int seed, DemoServer server) => (_random, _faults, _server) = (new Random(seed), new Random(seed), server);

    /// <summary>The steps so far, to read after a failure.</summary>
    public List<string> Steps { get; } = [];

    public int Settlements { get; private set; }

    public int Kills { get; private set; }

    public int Faults { get; private set; }

    public static async Task<Walk> StartAsync(int seed)
    {
        var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Profile = (seed % 8) switch
            {
                // A limit so low that every list is a long one.
                2 => DemoProfile.Navidrome with { MaxParameters = 14 },
                3 => DemoProfile.Gonic,
                4 => DemoProfile.Navidrome,
                5 => DemoProfile.Navidrome063,
                6 => DemoProfile.Navidrome049,
                7 => DemoProfile.Plain,
                _ => DemoProfile.Navidrome060,
            },
            Songs = [.. Enumerable.Range(1, SongCount).Select(Song)],
        });
        var walk = new Walk(seed, server);
        walk.Learn();
        await walk.BootAsync();
        Assert.NotNull(await walk.Get<SignIn>().SignInAsync(new Credentials(User, User), default));
        await using var db = walk._file.CreateDbContext();
        walk._account = await db.Accounts.SingleAsync();
        for (var i = 1; i <= 2; i++)
        {
            await walk.ImportNewAsync($"Mix {i}", [.. Enumerable.Range((i * 12) - 10, 12)]);
        }

        return walk;
    }

    /// <summary>Takes one random step and checks what must hold after it.</summary>
    public async Task StepAsync()
    {
        _clock.Advance(TimeSpan.FromMinutes(_random.Next(1, 90)));
        var playlist = _playlists[_random.Next(_playlists.Count)];
        switch (_random.Next(20))
        {
            case 0 or 1 or 2: await ChangeSourceAsync(playlist); break;
            case 3 or 4 or 5: await EditTargetAsync(playlist); break;
            case 6 or 7: ChangeLibrary(); break;
            case 8: await TogglePolicyAsync(playlist); break;
            case 9: await ToggleSyncAsync(playlist); break;
            case 10: await RequestAsync(playlist, "rebuild", SyncCommand.Rebuild()); break;
            case 11: await PairAsync(playlist); break;
            case 12: await RestoreAsync(playlist); break;
            case 13: await DeleteTargetAsync(playlist); break;
            case 14: Upgrade(); break;
            case 15: await RequestAsync(playlist, "sync", SyncCommand.Sync()); break;
            case 16: Note("restart"); await BootAsync(); break;
            default: Note("hour"); await LookAsync(); break;
        }

        switch (_random.Next(9))
        {
            case 0: await RunWithFaultsAsync(); break;
            case 1: await RunAndDieAsync(); break;
            case 2: await RunAsync(); break;
            case 3: await SettleAsync(); break;
            case 4: await RunAndLosePowerAsync(); break;
            case 5: await RunOnSickDatabaseAsync(); break;
            case 6: await RunWhileTheClockIsSetAsync(); break;
            default: break; // it waits
        }

        await CheckAlwaysAsync();
    }

    /// <summary>Lets everything finish without faults and checks that the targets are what they should be.</summary>
    public async Task SettleAsync()
    {
        Note("settle");
        Settlements++;
        for (var round = 0; round < 3; round++)
        {
            _clock.Advance(TimeSpan.FromMinutes(61));
            await LookAsync();
            await RunAsync();
            await ApproveAsync();
            await RunAsync();
        }

        await CheckAlwaysAsync();
        await CheckSettledAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _server.DisposeAsync();
        _file.Dispose();
    }

    // Titles that cannot be confused with each other, including those of tracks that the library never has.
    private static string Title(int number) => $"{Words[number]} {new string([.. Words[number].Reverse()])}";

    private static string Isrc(int number) => string.Create(CultureInfo.InvariantCulture, $"ZZSPT26{number:D5}");

    private static DemoSong Song(int number) => Demo.Song(Title(number), "Ada", "Album", 120 + number, Isrc(number)) with
    {
        Id = NavidromeIds.Translate(number.ToString("x32", CultureInfo.InvariantCulture)),
    };

    private static SourceTrack Track(int number)
        => new() { Title = Title(number), Artists = ["Ada"], Album = "Album", DurationMs = (120 + number) * 1000, Isrc = Isrc(number) };

    private static int NumberOf(DemoSong song) => int.Parse(song.Isrc![7..], CultureInfo.InvariantCulture);

    private T Get<T>()
        where T : notnull
        => _services.GetRequiredService<T>();

    private void Note(string step) => Steps.Add(string.Create(CultureInfo.InvariantCulture, $"{Steps.Count,4} {_clock.GetUtcNow():dd HH:mm} {step}"));

    /// <summary>Starts a new process over the same file. What the old one still does is lost.</summary>
    private async Task BootAsync(params IInterceptor[] interceptors)
    {
        if (_services is not null)
        {
            _database.IsDead = true;
            await _services.DisposeAsync();
        }

        _database = new MortalDatabase(_file.OpenAgain(interceptors));
        _scheduler = new RecordingScheduler();
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<IDbContextFactory<SpotterDbContext>>(_database);
        services.AddSingleton<IDataProtectionProvider>(_keys);
        services.AddSingleton<ISyncScheduler>(_scheduler);
        services.AddSingleton<IAccountScheduler>(_scheduler);
        services.AddSingleton<ISourceScheduler>(new RecordingSourceScheduler());
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new ServerOptions { BaseUrl = _server.BaseUrl }));
        services.AddOptions<PlaylistSyncOptions>();
        services.AddNavidrome();
        services.AddSpotterCore();
        _services = services.BuildServiceProvider();
    }

    private async Task ApproveAsync()
    {
        foreach (var playlist in _playlists)
        {
            if (await RowAsync(playlist) is { HeldBackPlan: { } plan, SyncEnabled: true } row)
            {
                Note($"approve {row.HeldBackRule} of {playlist.Name}");
                await Get<SyncRequests>().RequestAsync(_account.UserId, playlist.Id, SyncCommand.ApplyAnyway(plan), SyncTrigger.User, default);
            }
        }
    }

    /// <summary>From now on the list that it had belongs to the user alone: nobody writes to it again.</summary>
    private static void Forget(WalkPlaylist playlist)
    {
        playlist.Added.Clear();
        playlist.MayComeBack.Clear();
        playlist.IsRestored = false;
    }

    private void LetGo(DemoPlaylist? target)
    {
        if (target is not null && _server.Playlists.Find(target.Id) is { } list)
        {
            _strangers[list.Id] = Numbers(list.SongIds);
        }
    }

    /// <summary>Learns the number behind each id, also for rows whose file is missing.</summary>
    private void Learn()
    {
        foreach (var song in _server.Library.Songs)
        {
            _numbers[song.Id] = NumberOf(song);
        }
    }

    private async Task<Playlist> RowAsync(WalkPlaylist playlist)
    {
        await using var db = _file.CreateDbContext();
        return await db.Playlists.AsNoTracking().SingleAsync(p => p.Id == playlist.Id);
    }

    /// <summary>The playlist's list on the server, under its current id.</summary>
    private async Task<DemoPlaylist?> TargetAsync(WalkPlaylist playlist)
    {
        var row = await RowAsync(playlist);
        return row.NavidromePlaylistId is not { } id ? null : _server.Playlists.Find(id) ?? _server.Playlists.Find(NavidromeIds.Translate(id));
    }

    private List<int> Visible(DemoPlaylist list) => [.. list.SongIds.Select(_server.Library.Find).OfType<DemoSong>().Select(NumberOf)];

    /// <summary>The songs behind the rows, including hidden ones.</summary>
    private List<int> Numbers(IReadOnlyList<string> songIds) => [.. songIds.Select(id => _numbers[id])];
}
