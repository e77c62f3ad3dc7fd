using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Walks;

/// <summary>A user, a server, and a Spotter that is killed from time to time, all controlled by one seed; and what must hold after each
/// step.</summary>
internal sealed class Walk : IAsyncDisposable
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

    private async Task ImportNewAsync(string name, List<int> source)
    {
        var result = await Get<PlaylistImports>().SaveAsync(_account.UserId, ProviderKinds.File, Playlist(name, source), approveRemoval: true, SyncTrigger.User, default);
        _playlists.Add(new WalkPlaylist { Id = result.PlaylistId!.Value, Name = name, Source = source });
        await Get<SyncRequests>().SetSyncEnabledAsync(_account.UserId, result.PlaylistId.Value, true, null, SyncTrigger.User, default);
    }

    private static SourcePlaylist Playlist(string name, List<int> source)
        => new(new("csv:" + name, name, source.Count), [.. source.Select(Track)]);

    private async Task ChangeSourceAsync(WalkPlaylist playlist)
    {
        var source = playlist.Source.ToList();
        for (var i = _random.Next(1, 4); i > 0; i--)
        {
            Change(source, _random.Next(1, SongCount + 5)); // some are not in the library
        }

        if (source.SequenceEqual(playlist.Source))
        {
            return;
        }

        Note($"source of {playlist.Name}: {string.Join(' ', source)}");
        await Get<PlaylistImports>().SaveAsync(_account.UserId, ProviderKinds.File, Playlist(playlist.Name, source), approveRemoval: true, SyncTrigger.User, default);
        (playlist.Source, playlist.IsRestored) = (source, false);
    }

    private void Change<T>(List<T> list, T item)
    {
        switch (_random.Next(3))
        {
            case 0 when list.Count > 6:
                list.RemoveAt(_random.Next(list.Count));
                break;
            case 1 when list.Count > 1:
                var moved = list[_random.Next(list.Count)];
                list.Remove(moved);
                list.Insert(_random.Next(list.Count + 1), moved);
                break;
            default:
                list.Insert(_random.Next(list.Count + 1), item);
                break;
        }
    }

    private async Task EditTargetAsync(WalkPlaylist playlist)
    {
        if (await TargetAsync(playlist) is not { } target)
        {
            return;
        }

        var before = Numbers(target.SongIds);
        var rows = target.SongIds.ToList();
        var fresh = _server.Library.Songs.Where(song => !before.Contains(NumberOf(song)) && !playlist.Source.Contains(NumberOf(song))).Select(song => song.Id).ToList();
        if (fresh.Count == 0)
        {
            return;
        }

        Change(rows, fresh[_random.Next(fresh.Count)]);
        var name = _random.Next(8) == 0 ? $"{playlist.Name} {(char)('a' + _random.Next(26))}" : target.Name;
        _server.Playlists.Change(target.Id, list => list with { SongIds = rows, Name = name });
        var after = Numbers(rows);
        playlist.Added.UnionWith(after.Except(before));
        playlist.Added.ExceptWith(before.Except(after));
        Note($"edit {playlist.Name} on the server: {string.Join(' ', after)}{(name == target.Name ? "" : $" named {name}")}");
    }

    private void ChangeLibrary()
    {
        var songs = _server.Library.Songs.ToList();
        var number = _random.Next(1, SongCount + 1);
        var song = songs.Find(candidate => NumberOf(candidate) == number);
        switch (_random.Next(4))
        {
            case 0 when song is not null:
                Note($"song {number} is missing");
                _server.Library.Remove(song.Id);
                break;
            case 1 when song is not null:
                Note($"song {number} moves and has another id");
                var id = Guid.NewGuid().ToString("N");
                _server.Library.Replace([.. songs.Select(candidate => candidate == song ? song with { Id = id } : candidate)]);
                break;
            case 2:
                Note("purge of the missing, and a scan");
                _server.Library.Purge();
                break;
            default:
                Note("everything is there");
                var there = songs.Select(NumberOf).ToHashSet();
                _server.Library.Add([.. Enumerable.Range(1, SongCount).Where(n => !there.Contains(n)).Select(Song)]);
                break;
        }

        Learn();
        _strangers = _strangers.Keys.ToDictionary(id => id, id => Numbers(_server.Playlists.Find(id)!.SongIds)); // a purge cleans up every list
    }

    private void Upgrade()
    {
        // Ids that have not changed, and servers other than Navidrome, are not upgraded.
        if (_server.Profile.Name == DemoProfile.Navidrome060.Name)
        {
            Note("upgrade of the server: every id changes");
            _server.Upgrade(DemoProfile.Navidrome);
            foreach (var (id, number) in _numbers.ToList())
            {
                _numbers[NavidromeIds.Translate(id)] = number;
            }

            _strangers = _strangers.ToDictionary(pair => NavidromeIds.Translate(pair.Key), pair => pair.Value);
            _server.Library.EndScan();
            Learn();
        }
    }

    private async Task TogglePolicyAsync(WalkPlaylist playlist)
    {
        var policy = (await RowAsync(playlist)).EditPolicy == EditPolicy.Mirror ? EditPolicy.KeepAdded : EditPolicy.Mirror;
        Note($"policy of {playlist.Name}: {policy}");
        await Get<PlaylistChoices>().SetEditPolicyAsync(_account.UserId, playlist.Id, policy, default);
        playlist.IsRestored = false;
    }

    private async Task ToggleSyncAsync(WalkPlaylist playlist)
    {
        var row = await RowAsync(playlist);
        if (!row.SyncEnabled)
        {
            Note($"switch {playlist.Name} on");
            if (row.LeftTargetId is { } left && (_strangers.Remove(left, out var songs) || _strangers.Remove(NavidromeIds.Translate(left), out songs)))
            {
                // It continues with the list that was left, from its first request on.
                playlist.MayComeBack.UnionWith(songs);
            }

            await Get<SyncRequests>().SetSyncEnabledAsync(_account.UserId, playlist.Id, true, null, SyncTrigger.User, default);
            return;
        }

        var deletes = _random.Next(2) == 0;
        var target = await TargetAsync(playlist);
        Note($"switch {playlist.Name} off, {(deletes ? "delete" : "keep")} its list");
        await Get<SyncRequests>().SetSyncEnabledAsync(_account.UserId, playlist.Id, false, deletes, SyncTrigger.User, default);
        await RunAsync();
        _clock.Advance(TimeSpan.FromMinutes(3));
        await RecoverAsync();
        await RunAsync();
        Assert.Null((await RowAsync(playlist)).NavidromePlaylistId);
        Forget(playlist);
        LetGo(target);
    }

    private async Task PairAsync(WalkPlaylist playlist)
    {
        if ((await RowAsync(playlist)).Status == SyncStatus.Syncing)
        {
            return;
        }

        await SettleAsync();
        var songs = _server.Library.Songs.Select(song => song.Id).ToList();
        var list = _server.Playlists.Create(User, $"By hand {Steps.Count}", [.. Enumerable.Range(0, 8).Select(_ => songs[_random.Next(songs.Count)]).Distinct()]);
        Note($"pair {playlist.Name} with {list.Name}: {string.Join(' ', Numbers(list.SongIds))}");
        await Get<SyncRequests>().RequestAsync(_account.UserId, playlist.Id, SyncCommand.Pair(list.Id), SyncTrigger.User, default);
        var old = await TargetAsync(playlist);
        await RunAsync();
        Forget(playlist);
        LetGo(old);
        if ((await RowAsync(playlist)).EditPolicy == EditPolicy.KeepAdded)
        {
            playlist.Added.UnionWith(Numbers(list.SongIds).Except(playlist.Source));
        }
    }

    private async Task RestoreAsync(WalkPlaylist playlist)
    {
        await using var db = _file.CreateDbContext();
        var snapshots = await db.TargetSnapshots.Where(s => s.PlaylistId == playlist.Id).Select(s => s.Id).ToListAsync();
        if (snapshots.Count == 0 || await TargetAsync(playlist) is null)
        {
            return;
        }

        await SettleAsync();
        if (!await RequestAsync(playlist, "restore", SyncCommand.Restore(snapshots[_random.Next(snapshots.Count)])))
        {
            return;
        }

        await RunAsync();
        if (await db.SyncEvents.Where(e => e.PlaylistId == playlist.Id).OrderByDescending(e => e.Id).Select(e => e.Type).FirstAsync() == SyncEventType.Restored
            && await TargetAsync(playlist) is { } target)
        {
            playlist.IsRestored = true;
            playlist.Added.Clear();
            if ((await RowAsync(playlist)).EditPolicy == EditPolicy.KeepAdded)
            {
                playlist.Added.UnionWith(Visible(target).Except(playlist.Source));
            }
        }
    }

    private async Task DeleteTargetAsync(WalkPlaylist playlist)
    {
        if (await TargetAsync(playlist) is { } target && _random.Next(2) == 0)
        {
            Note($"delete the list of {playlist.Name} on the server");
            _server.Playlists.Delete(target.Id);
            playlist.IsRestored = false;
        }
    }

    private async Task<bool> RequestAsync(WalkPlaylist playlist, string what, SyncCommand wish)
    {
        Note($"{what} {playlist.Name}");
        return await Get<SyncRequests>().RequestAsync(_account.UserId, playlist.Id, wish, SyncTrigger.User, default) == SyncRequestOutcome.Accepted;
    }

    private async Task LookAsync()
    {
        try
        {
            await Get<AccountRefresher>().RefreshAsync(_account.Id, default);
        }
        catch (ProviderException)
        {
            // The playlists have the error.
        }
    }

    private Task RecoverAsync() => Get<SyncRecovery>().SweepAsync(atStart: true, default);

    /// <summary>Runs whatever is requested, until nothing is.</summary>
    private async Task RunAsync(CancellationToken stopping = default)
    {
        for (var round = 0; round < 4; round++)
        {
            await RecoverAsync();
            List<int> wanted;
            await using (var db = _file.CreateDbContext())
            {
                wanted = await db.Playlists.Where(p => p.SyncWantedAt != null).Select(p => p.Id).ToListAsync(CancellationToken.None);
            }

            foreach (var id in wanted)
            {
                await RunOneAsync(id, stopping);
            }
        }
    }

    private async Task RunOneAsync(int playlistId, CancellationToken stopping)
    {
        var playlist = _playlists.Single(candidate => candidate.Id == playlistId);
        var stood = await TargetAsync(playlist);
        var before = stood is null ? [] : Visible(stood);
        var isOurPiece = stood is not null && await IsOurPieceAsync(playlist, stood);
        try
        {
            await Get<SyncRunner>().RunAsync(playlistId, stopping);
        }
        catch (Exception exception) when (exception is SyncFailedException or ProcessKilledException or PowerCutException || DatabaseTroubles.Of(exception) is not null)
        {
            Note($"  run of {playlist.Name} ended: {exception.Message}");
        }

        var row = await RowAsync(playlist);
        if (row.NavidromePlaylistId is { } id && _strangers.Remove(id, out var songs))
        {
            // The only list of its name that holds its songs is taken for the target again, with whatever else it holds.
            playlist.MayComeBack.UnionWith(songs);
        }

        if (stood is not null && !isOurPiece && (_server.Playlists.Find(stood.Id) is not { } now || !Visible(now).SequenceEqual(before)))
        {
            await CheckRestorableAsync(playlist, row, before);
        }

        if (row.EditPolicy == EditPolicy.Mirror && await TargetAsync(playlist) is { } after)
        {
            // What the mirror has undone is in the history and no longer in the list, apart from hidden rows that may come back.
            playlist.Added.IntersectWith(Numbers(after.SongIds));
            if (row is { Status: SyncStatus.Success or SyncStatus.Warning, SyncError: null } && !playlist.IsRestored)
            {
                playlist.MayComeBack.UnionWith(playlist.Added.Except(Visible(after)));
                playlist.Added.Clear();
            }
        }
    }

    private async Task RunWithFaultsAsync()
    {
        Note("run with faults");
        await WantEverythingAsync();
        _server.Fault = request => _faults.Next(4) != 0 ? null : Count(_faults.Next(7) switch
        {
            0 => DemoFault.Refuse(),
            1 => DemoFault.LoseReply(),
            2 => DemoFault.Truncate(),
            3 => DemoFault.HtmlPage(),
            4 => DemoFault.Status(500),
            5 => DemoFault.Locked(),
            _ => DemoFault.Swallow(),
        });
        await RunAsync();
        _server.Fault = null;
        _clock.Advance(TimeSpan.FromMinutes(5)); // the circuit closes again
    }

    /// <summary>The process is killed, or asked to stop, at one of the next requests, before or after the server has acted.</summary>
    private async Task RunAndDieAsync()
    {
        await WantEverythingAsync();
        var left = _random.Next(1, 16);
        var acts = _random.Next(2) == 0;
        var isKilled = _random.Next(3) > 0;
        using var stopping = new CancellationTokenSource();
        var database = _database;
        Note($"run and {(isKilled ? "die" : "stop")} at request {left}, {(acts ? "after" : "before")} it acted");
        _server.Fault = _ =>
        {
            if (Interlocked.Decrement(ref left) > 0)
            {
                return null;
            }

            database.IsDead |= isKilled;
            if (!isKilled)
            {
                stopping.Cancel();
            }

            return left == 0 && acts ? DemoFault.LoseReply() : DemoFault.Refuse();
        };
        try
        {
            await RunAsync(stopping.Token);
        }
        catch (Exception exception) when (exception is ProcessKilledException or OperationCanceledException)
        {
            Kills++;
        }

        _server.Fault = null;
        await BootAsync();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await RecoverAsync();
    }

    /// <summary>The power is cut before or after one of the next commits, while the clock may be ahead.</summary>
    private async Task RunAndLosePowerAsync()
    {
        await WantEverythingAsync();
        var cut = new PowerCut(_random.Next(1, 25), isStored: _random.Next(2) == 0);
        var ahead = _random.Next(3) == 0 ? TimeSpan.FromDays(1) : TimeSpan.Zero;
        Note($"run and lose power at a commit, the clock {ahead.TotalDays:0} days ahead");
        await BootAsync(cut);
        _clock.Advance(ahead);
        try
        {
            await RunAsync();
        }
        catch (PowerCutException)
        {
            Kills++;
        }

        await BootAsync();
        _clock.Advance(TimeSpan.FromMinutes(5) - ahead);
        await RecoverAsync();
    }

    /// <summary>The database fails at one of the next writes and commits, or at all of them from there on, until it is repaired.</summary>
    private async Task RunOnSickDatabaseAsync()
    {
        await WantEverythingAsync();
        var ailment = Ailments[_random.Next(Ailments.Length)];
        var (at, isLasting) = (_random.Next(0, 60), _random.Next(2) == 0);
        Note($"run, with the database {ailment} at write {at}{(isLasting ? " and from there on" : "")}");
        var sickness = new SickDatabase();
        await BootAsync(sickness);
        sickness.Begin(ailment, at, isLasting);
        try
        {
            await RunAsync();
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null)
        {
            Note($"  {exception.Message}");
        }

        Faults += sickness.Fired;
        sickness.Begin();
        _clock.Advance(TimeSpan.FromMinutes(5));
        await RecoverAsync();
    }

    /// <summary>The clock is set back or ahead at one of the next requests, and is right again afterwards.</summary>
    private async Task RunWhileTheClockIsSetAsync()
    {
        await WantEverythingAsync();
        var left = _random.Next(1, 16);
        var jump = (_random.Next(2) == 0 ? 1 : -1) * (_random.Next(2) == 0 ? TimeSpan.FromSeconds(90) : TimeSpan.FromDays(1));
        Note($"run, with the clock set by {jump} at request {left}");
        _server.Fault = _ =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                _clock.Set(jump);
            }

            return null;
        };
        await RunAsync();
        _server.Fault = null;
        _clock.Set(TimeSpan.Zero);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await RecoverAsync();
    }

    /// <summary>Requests everything, as the schedule would if all were due. Sometimes the library is to be read again as well.</summary>
    private async Task WantEverythingAsync()
    {
        if (_random.Next(3) == 0)
        {
            await Get<LibraryIndexCache>().MarkStaleAsync(_account.Id, default);
        }

        await Get<SyncRequests>().RequestAllAsync(_account.UserId, SyncTrigger.Schedule, default);
    }

    private DemoFault Count(DemoFault fault)
    {
        Faults++;
        return fault;
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

    private async Task CheckAlwaysAsync()
    {
        await using var db = _file.CreateDbContext();
        var now = _clock.GetUtcNow();
        foreach (var row in await db.Playlists.AsNoTracking().Where(p => p.Source == ProviderKinds.File).ToListAsync())
        {
            Assert.True(row.Status != SyncStatus.Syncing || row.LeaseUntil >= now, $"{row.Name} syncs without a lease.");
            var marked = _server.Playlists.All.Count(list => list.Comment.Contains(row.Marker, StringComparison.Ordinal));
            var isInTheMaking = await db.TargetIntentions.AnyAsync(i => i.PlaylistId == row.Id);
            Assert.True(marked <= (isInTheMaking ? 2 : 1), $"{row.Name} has {marked} targets.");
            var made = _server.Playlists.All.Count(list => TargetToken.IsIn(list.Name));
            Assert.True(made == 0 || await db.TargetIntentions.AnyAsync(), "A list in the making belongs to nobody.");
        }

        foreach (var (id, songs) in _strangers)
        {
            Assert.True(songs.SequenceEqual(Numbers(_server.Playlists.Find(id)!.SongIds)), $"The list {id} was let go, but written to.");
        }
    }

    private async Task CheckSettledAsync()
    {
        await using var db = _file.CreateDbContext();
        Assert.Empty(await db.TargetIntentions.ToListAsync());
        Assert.DoesNotContain(_server.Playlists.All, list => TargetToken.IsIn(list.Name));
        var there = _server.Library.Songs.Select(NumberOf).ToHashSet();
        foreach (var playlist in _playlists)
        {
            var row = await RowAsync(playlist);
            Assert.True(row.SyncWantedAt is null, $"{playlist.Name} is still wanted.");
            if (!row.SyncEnabled)
            {
                continue;
            }

            // A restored content may name songs that the library has lost: that is told, and nothing is wrong.
            Assert.True(row is { Status: SyncStatus.Success, SyncError: null } or { Status: SyncStatus.Warning, SyncError: null or Fact.NotInLibrary }, $"{playlist.Name}: {row.Status}: {row.SyncError.Words}");
            var target = await TargetAsync(playlist);
            Assert.NotNull(target);
            Assert.Equal(row.WantedName, target.Name);
            if (playlist.IsRestored)
            {
                continue;
            }

            var shown = Visible(target);
            var wanted = playlist.Source.Where(there.Contains).ToList();
            if (row.EditPolicy == EditPolicy.Mirror)
            {
                Assert.True(wanted.SequenceEqual(shown), $"{playlist.Name} is {string.Join(' ', shown)}, should be {string.Join(' ', wanted)}");
                continue;
            }

            var sources = shown.Where(wanted.Contains).ToList();
            Assert.True(wanted.SequenceEqual(sources), $"{playlist.Name} has {string.Join(' ', sources)} of the source, should have {string.Join(' ', wanted)}");
            var added = shown.Where(number => !wanted.Contains(number)).Order().ToList();
            var kept = playlist.Added.Where(number => there.Contains(number) && !wanted.Contains(number)).Order().ToList();
            Assert.True(kept.SequenceEqual(added.Where(number => kept.Contains(number) || !playlist.MayComeBack.Contains(number))), $"{playlist.Name} keeps {string.Join(' ', added)}, should keep {string.Join(' ', kept)}");
        }
    }

    /// <summary>Whatever content a run replaced can be restored.</summary>
    private async Task CheckRestorableAsync(WalkPlaylist playlist, Playlist row, List<int> before)
    {
        if (await TargetAsync(playlist) is not { } after || before.Count == 0 || before.All(Visible(after).Contains))
        {
            return;
        }

        await using var db = _file.CreateDbContext();
        var kept = await db.TargetSnapshots.AsNoTracking().Where(s => s.PlaylistId == row.Id).ToListAsync();
        Assert.True(
            kept.Exists(snapshot => snapshot.Songs.Select(song => Titles[song.Title]).SequenceEqual(before)),
            $"What {playlist.Name} held cannot be brought back: {string.Join(' ', before)}");
    }

    /// <summary>Whether the list is only a part that an earlier run left: its previous content is in the history.</summary>
    private async Task<bool> IsOurPieceAsync(WalkPlaylist playlist, DemoPlaylist list)
    {
        await using var db = _file.CreateDbContext();
        var written = await db.WrittenTargets.AsNoTracking().SingleOrDefaultAsync(w => w.PlaylistId == playlist.Id);
        return written is { Write.Way: not WriteWay.Whole, Pending: { } pending }
            && Visible(list).All(number => pending.Exists(row => Titles[row.Song.Title] == number));
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
