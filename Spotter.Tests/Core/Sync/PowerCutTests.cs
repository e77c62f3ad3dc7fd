using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Formats.Decisions;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>
/// The power is cut at every commit of every operation, before it and after it. The next process knows only the database and the server.
/// Its sweep and its schedule must finish everything that was accepted, and leave nothing half done.
/// </summary>
public sealed class PowerCutTests
{
    private static readonly Dictionary<string, Operation> Operations = new()
    {
        ["import"] = new(Synced, async (host, ann, _) => await host.ImportAsync(ann, "Another", CoreHost.Tracks(2, 5))),
        ["import of a changed list"] = new(Synced, async (host, ann, _) => await host.ImportAsync(ann, "Roads", [.. CoreHost.Tracks(1, 5), .. CoreHost.Tracks(9, 3)], approve: true)),
        ["import of a shortened list"] = new(Synced, async (host, ann, _) => await host.ImportAsync(ann, "Roads", CoreHost.Tracks(2, 5), approve: true)),
        ["import of an archive"] = new(Synced, async (host, ann, _) => await host.Imports.SaveAllAsync(
            ann.UserId, ProviderKinds.File,
            [.. new[] { "Roads", "Rain", "Rivers" }.Select((name, i) => new PlaylistImport(new(new("csv:" + name, name, 4), CoreHost.Tracks(1 + i, 6)), true))],
            SyncTrigger.Api, default)),
        ["rename"] = new(Synced, (host, ann, id) => host.Choices.RenameTargetAsync(ann.UserId, id, "Streets", default)),
        ["edit policy"] = new(Synced, (host, ann, id) => host.Choices.SetEditPolicyAsync(ann.UserId, id, EditPolicy.KeepAdded, default)),
        ["decision"] = new(Synced, async (host, ann, id) => await host.Get<MatchCorrections>().NeverAsync(ann.UserId, (await host.FindAsync(id)).Tracks[1].Id, default)),
        ["decision during a run"] = new(Synced, DecideDuringRunAsync),
        ["import of decisions"] = new(Synced, (host, ann, _) => ImportDecisionsAsync(host, ann)) { Decisions = [0, 4] },
        ["undo of an import of decisions"] = new(Synced, async (host, ann, _) =>
        {
            var change = await ImportDecisionsAsync(host, ann);
            await host.Get<DecisionRecorder>().UndoAsync(ann.UserId, change, default);
        })
        {
            Decisions = [0, 4],
        },
        ["removal of decisions"] = new(Decided, async (host, ann, _) =>
            await host.Get<DecisionRecorder>().RemoveAsync(ann.UserId, [.. (await host.Get<DecisionList>().ReadAsync(ann.UserId, default)).Select(decision => decision.Id)], default))
        {
            Decisions = [0, 4],
        },
        ["undo of the decisions that were written last"] = new(Decided, async (host, ann, id) => Assert.Equal(4, await host.Get<DecisionWrites>().UndoAsync(ann.UserId, id, default)))
        {
            Decisions = [0, 4],
        },
        ["the best of each doubtful track"] = new(Doubtful, async (host, ann, id) =>
        {
            var best = host.Get<BestChoices>();
            var choices = await best.PlanAsync(ann.UserId, [.. (await host.FindAsync(id)).Tracks.Select(track => track.Id)], default);
            await best.TakeAsync(ann.UserId, choices, default);
        })
        {
            Decisions = [0, 3],
        },
        ["first sync"] = new(Imported, (host, ann, id) => host.EnableAndRunAsync(ann, id)),
        ["sync of a change"] = new(Synced, async (host, ann, id) =>
        {
            await host.ImportAsync(ann, "Roads", [.. CoreHost.Tracks(3, 5), .. CoreHost.Tracks(1, 2)], approve: true);
            await host.LiveAsync();
        }),
        ["rebuild"] = new(Synced, (host, ann, id) => host.RequestAndLiveAsync(ann, id, SyncCommand.Rebuild())),
        ["pair"] = new(Synced, (host, ann, id) => host.RequestAndLiveAsync(ann, id, SyncCommand.Pair(host.Server.Lists.Single(list => list.Name == "Mine").Id)))
        {
            Lists = 2,
            Arrange = server => server.Add("Mine", ["s1", "s2", "s3", "s4", "s5", "s6"]),
        },
        ["removal with the target"] = new(Synced, async (host, ann, id) =>
        {
            await host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, deleteTarget: true, SyncTrigger.User, default);
            await host.LiveAsync();
        }),
        ["look of the clock after an upgrade"] = new(Synced, async (host, ann, id) =>
        {
            await host.Get<AccountRefresher>().RefreshAsync(ann.Id, default);
            await host.LiveAsync();
        })
        {
            Arrange = server => server.Renumber(old => "new-" + old),
        },
    };

    /// <summary>The clock of the process that dies, compared with the next one's.</summary>
    private static readonly TimeSpan Right = TimeSpan.Zero;

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(400);

    public static TheoryData<string> Few => ["import of a changed list", "import of an archive", "import of decisions", "decision during a run"];

    public static TheoryData<string> All => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(Few))]
    public Task What_was_accepted_outlives_a_power_cut_at_any_commit(string name) => CutEverywhereAsync(name, Right);

    [LongTheory]
    [MemberData(nameof(All))]
    public Task What_was_accepted_outlives_a_power_cut_at_any_commit_of_any_operation(string name) => CutEverywhereAsync(name, Right);

    [LongTheory]
    [MemberData(nameof(All))]
    public Task It_does_so_too_where_the_clock_was_ahead_until_then(string name) => CutEverywhereAsync(name, Ahead);

    [Fact]
    public Task A_disk_that_is_full_from_any_commit_on_costs_nothing_when_there_is_room_again() => FillEverywhereAsync("sync of a change");

    [LongTheory]
    [MemberData(nameof(All))]
    public Task A_disk_that_is_full_from_any_commit_of_any_operation_on_costs_nothing(string name) => FillEverywhereAsync(name);

    private static async Task CutEverywhereAsync(string name, TimeSpan clock)
    {
        var commits = await CutAsync(name, PowerCut.Never, clock);
        Assert.True(commits > 0, $"{name}: nothing was committed");
        for (var commit = 1; commit <= commits; commit++)
        {
            await CutAsync(name, new PowerCut(commit, isStored: false), clock);
            await CutAsync(name, new PowerCut(commit, isStored: true), clock);
        }
    }

    private static async Task FillEverywhereAsync(string name)
    {
        var commits = await CutAsync(name, PowerCut.Never, Right);
        for (var commit = 1; commit <= commits; commit++)
        {
            await FillAsync(name, commit);
        }
    }

    /// <summary>The disk is full from that commit on, until somebody makes room. The process survives.</summary>
    private static async Task FillAsync(string name, int commit)
    {
        var operation = Operations[name];
        using var database = new TestDatabase();
        var server = new FakeMusicServer();
        var (ann, id) = await PrepareAsync(operation, database, server);
        var disk = new FullDisk(commit);
        using var host = new CoreHost(database, server, database.OpenAgain(disk));
        try
        {
            server.Before = _ => Task.CompletedTask;
            await operation.Act(host, ann, id);
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is DatabaseTrouble.Full)
        {
            // The caller was told that it failed.
        }

        server.Before = null;
        disk.MakeRoom();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await SettleAsync(host, ann);
        await AssertWholeAsync(host, server, operation, $"{name}, full from commit {commit} on");
    }

    private static async Task<(Account Ann, int Id)> PrepareAsync(Operation operation, TestDatabase database, FakeMusicServer server)
    {
        using var before = new CoreHost(database, server);
        var ann = await database.AddUserAsync();
        before.FillLibrary(12);
        var id = await operation.Prepare(before, ann);
        operation.Arrange?.Invoke(server);
        return (ann, id);
    }

    /// <summary>Returns the number of commits.</summary>
    private static async Task<int> CutAsync(string name, PowerCut cut, TimeSpan clock)
    {
        var operation = Operations[name];
        var moment = $"{name}, commit {cut.Commits + 1}";
        using var database = new TestDatabase();
        var server = new FakeMusicServer();
        var (ann, id) = await PrepareAsync(operation, database, server);
        var isDone = false;
        using (var host = new CoreHost(database, server, database.OpenAgain(cut)))
        {
            host.Clock.Advance(clock);
            server.Before = _ => Checked(cut);
            server.After = _ => Checked(cut);
            try
            {
                await operation.Act(host, ann, id);
                isDone = !cut.IsOut;
            }
            catch (PowerCutException)
            {
                // Nobody was told that it is done.
            }

            moment = $"{name}, commit {cut.Commits} ({(isDone ? "done" : "cut")})";
            (server.Before, server.After) = (null, null);
        }

        using var next = new CoreHost(database, server);
        next.Clock.Advance(TimeSpan.FromHours(1));
        await SettleAsync(next, ann);
        await AssertWholeAsync(next, server, operation, moment);
        return cut.Commits;
    }

    private static Task Checked(PowerCut cut)
    {
        cut.Check();
        return Task.CompletedTask;
    }

    /// <summary>The next process: its sweep at start, its workers and its schedule, until nothing is left to do.</summary>
    private static async Task SettleAsync(CoreHost host, Account ann)
    {
        await host.Get<SyncRecovery>().SweepAsync(atStart: true, default);
        for (var hour = 0; hour < 3; hour++)
        {
            await host.LiveAsync();
            await host.Get<AccountRefresher>().RefreshAsync(ann.Id, default);
            await host.LiveAsync();
            host.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty(host.Scheduler.Nudges);
    }

    private static async Task AssertWholeAsync(CoreHost host, FakeMusicServer server, Operation operation, string moment)
    {
        await using var db = host.Database.CreateDbContext();
        Assert.True(!await db.SyncRequests.AnyAsync(), $"{moment}: a request is left");
        Assert.True(!await db.TargetIntentions.AnyAsync(), $"{moment}: an intention is left");
        Assert.True(!await db.DecisionsToMatch.AnyAsync(), $"{moment}: rows are not matched with the decisions about them");
        var decisions = await db.Pins.CountAsync();
        Assert.True(operation.Decisions is not { } whole || whole.Contains(decisions), $"{moment}: {decisions} decisions are left");
        var never = await db.Pins.Where(pin => pin.Kind == PinKind.Never).Select(pin => pin.TrackKey).ToListAsync();
        var synced = 0;
        foreach (var playlist in await db.Playlists.AsNoTracking().Include(p => p.Tracks).Where(p => p.Source == ProviderKinds.File).ToListAsync())
        {
            Assert.True(playlist.LeaseId is null && playlist.SyncWantedAt is null, $"{moment}: {playlist.Name} is under way");
            Assert.True(
                playlist.Tracks.TrueForAll(track => (track.Reason == MatchReason.NeverMatch) == never.Contains(track.Key)), $"{moment}: {playlist.Name} does not obey the decisions");
            if (playlist.SyncEnabled)
            {
                synced++;
                var wanted = playlist.Tracks.OrderBy(track => track.Position).Where(track => track.Zone == MatchZone.Auto).Select(track => track.SongId);
                Assert.True(playlist.NavidromePlaylistId is not null, $"{moment}: {playlist.Name} has no target");
                Assert.True(wanted.SequenceEqual(server.ContentOf(playlist.NavidromePlaylistId!)), $"{moment}: {playlist.Name} lags behind");
                Assert.True(server.Lists.Single(list => list.Id == playlist.NavidromePlaylistId).Name == playlist.WantedName, $"{moment}: {playlist.Name} has another name");
            }
        }

        var own = server.Lists.Count(list => list.Name != "Mine");
        Assert.True(own <= Math.Max(synced, operation.Lists - 1), $"{moment}: {own} lists for {synced} playlists");
        Assert.True(server.Lists.All(list => !TargetToken.IsIn(list.Name)), $"{moment}: a list is half made");
    }

    private static async Task<int> Imported(CoreHost host, Account ann) => await host.ImportAsync(ann, "Roads", CoreHost.Tracks(1, 6));

    private static async Task<int> Synced(CoreHost host, Account ann)
    {
        var id = await Imported(host, ann);
        Assert.Equal(SyncStatus.Success, (await host.EnableAndRunAsync(ann, id)).Status);
        return id;
    }

    private static async Task<int> Decided(CoreHost host, Account ann)
    {
        var id = await Synced(host, ann);
        await ImportDecisionsAsync(host, ann);
        await host.LiveAsync();
        return id;
    }

    /// <summary>The source wants live versions of three tracks, and the library has those of the studio.</summary>
    private static async Task<int> Doubtful(CoreHost host, Account ann)
    {
        var id = await host.ImportAsync(ann, "Roads", [.. CoreHost.Tracks(1, 3), .. Enumerable.Range(4, 3).Select(i => CoreHost.Track(CoreHost.TitleOf(i) + " (Live)"))]);
        await host.EnableAndRunAsync(ann, id);
        return id;
    }

    private static async Task<DecisionChange> ImportDecisionsAsync(CoreHost host, Account ann)
    {
        var never = CoreHost.Tracks(2, 3).Select(track => new FiledDecision(FiledKind.Never, null, track, null, null));
        var chosen = new FiledDecision(FiledKind.Pin, null, CoreHost.Tracks(5, 1)[0], FakeMusicServer.Song("elsewhere", CoreHost.TitleOf(9), isrc: CoreHost.IsrcOf(9)), null);
        var import = await host.Get<DecisionTransfer>().ImportAsync(ann.UserId, new([.. never, chosen], []), default);
        Assert.Empty(import.NotImported);
        return import.Change;
    }

    private static async Task DecideDuringRunAsync(CoreHost host, Account ann, int id)
    {
        var track = (await host.FindAsync(id)).Tracks[1].Id;
        await host.ImportAsync(ann, "Roads", CoreHost.Tracks(1, 8), approve: true);
        var before = host.Server.Before!;
        host.Server.Before = async call =>
        {
            await before(call);
            if (call == "replace")
            {
                host.Server.Before = before;
                await host.Get<MatchCorrections>().NeverAsync(ann.UserId, track, default);
            }
        };
        await host.LiveAsync();
    }

    private sealed record Operation(Func<CoreHost, Account, Task<int>> Prepare, Func<CoreHost, Account, int, Task> Act)
    {
        /// <summary>How many lists the server may have at the end, if not one for each playlist with sync on.</summary>
        public int Lists { get; init; }

        /// <summary>How many decisions there may be at the end. Null for any number.</summary>
        public int[]? Decisions { get; init; }

        /// <summary>Changes the server beforehand.</summary>
        public Action<FakeMusicServer>? Arrange { get; init; }
    }
}
