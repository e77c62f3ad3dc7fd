using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Architecture;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>
/// Whatever is done with one playlist, the other playlists of its user and those of another user stay as they are, row by row: synced, waiting, under way,
/// half created, failed, with decisions and kept contents.
/// </summary>
public sealed class BystanderTests(BystanderTests.Standing standing) : IClassFixture<BystanderTests.Standing>, IAsyncLifetime
{
    /// <summary>What a server or a whole library has in common.</summary>
    private static readonly string[] Shared = ["ServerProfiles", "ServicePauses", "LibraryBlocks", "Songs"];

    private static readonly Dictionary<string, Func<CoreHost, Account, int, Task>> Acts = new()
    {
        ["import of a changed list"] = (host, ann, _) => host.ImportAsync(ann, "Roads", [.. CoreHost.Tracks(1, 5), .. CoreHost.Tracks(9, 2)], approve: true),
        ["sync of a change"] = async (host, ann, id) =>
        {
            await host.ImportAsync(ann, "Roads", [.. CoreHost.Tracks(3, 5), .. CoreHost.Tracks(1, 2)], approve: true);
            await host.RunAsync(id);
        },
        ["rename"] = async (host, ann, id) =>
        {
            await host.Choices.RenameTargetAsync(ann.UserId, id, "Streets", default);
            await host.RunAsync(id);
        },
        ["edit policy"] = async (host, ann, id) =>
        {
            await host.Choices.SetEditPolicyAsync(ann.UserId, id, EditPolicy.KeepAdded, default);
            await host.RunAsync(id);
        },
        ["dismissed drift"] = (host, ann, id) => host.Choices.DismissDriftAsync(ann.UserId, id, default),
        ["rebuild"] = (host, ann, id) => host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild()),
        ["pair"] = (host, ann, id) => host.RequestAndRunAsync(ann, id, SyncCommand.Pair(host.Server.Add("Mine", ["s1", "s2"]))),
        ["removal with the target"] = async (host, ann, id) =>
        {
            await host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, deleteTarget: true, SyncTrigger.User, default);
            await host.RunAsync(id);
        },
        ["removal, and forgotten"] = async (host, ann, id) =>
        {
            await host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, deleteTarget: false, SyncTrigger.User, default);
            await host.RunAsync(id);
            Assert.True(await host.Choices.ForgetAsync(ann.UserId, id, default));
        },
        ["a target that is let go"] = async (host, ann, id) =>
        {
            await host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, deleteTarget: false, SyncTrigger.User, default);
            await host.RunAsync(id);
            await host.RequestAndRunAsync(ann, id, SyncCommand.LetGo());
        },
        ["restore"] = async (host, ann, id) =>
        {
            await host.ImportAsync(ann, "Roads", CoreHost.Tracks(2, 6), approve: true);
            await host.RunAsync(id);
            await using var db = host.Database.CreateDbContext();
            await host.RequestAndRunAsync(ann, id, SyncCommand.Restore(await db.TargetSnapshots.Where(snapshot => snapshot.PlaylistId == id).Select(snapshot => snapshot.Id).FirstAsync()));
        },
        ["decisions that are written"] = async (host, ann, id) =>
        {
            await DecideAsync(host, ann, id);
            await host.Get<DecisionWrites>().WriteNowAsync(ann.UserId, id, default);
            await host.RunAsync(id);
        },
        ["decisions that are undone"] = async (host, ann, id) =>
        {
            await DecideAsync(host, ann, id);
            await host.Get<DecisionWrites>().UndoAsync(ann.UserId, id, default);
        },
        ["decision that is undone by itself"] = async (host, ann, id) =>
        {
            var track = (await host.FindAsync(id)).Tracks[2].Id;
            await host.Get<MatchCorrections>().NeverAsync(ann.UserId, track, default);
            await host.Get<MatchCorrections>().UndoAsync(ann.UserId, track, default);
        },
        ["failed run"] = async (host, ann, id) =>
        {
            host.Server.Before = _ => throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It is away."));
            await host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
            host.Server.Before = null;
        },
        ["creation that is cut short and taken up again"] = async (host, ann, id) =>
        {
            await CutShortAsync(host, () => host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild()));
            await host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        },
        ["scan that is waited for"] = async (host, ann, id) =>
        {
            host.Server.IsScanning = true;
            host.Get<LibraryIndexCache>().ForgetStamp(ann.Id);
            await host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
            host.Server.IsScanning = false;
        },
        ["run that loses its lease three times"] = async (host, ann, id) =>
        {
            for (var loss = 0; loss < 3; loss++)
            {
                await host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.User, default);
                await host.Get<SyncLeases>().TryTakeAsync(id, default);
                await host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Rebuild(), SyncTrigger.User, default);
                await using var db = host.Database.CreateDbContext();
                await db.Playlists.Where(playlist => playlist.Id == id).ExecuteUpdateAsync(set => set.SetProperty(playlist => playlist.LeaseUntil, host.Clock.GetUtcNow().AddSeconds(-1)));
                await host.Get<SyncRecovery>().SweepAsync(atStart: false, default);
            }
        },
        ["run that is handed back"] = async (host, ann, id) =>
        {
            await host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.User, default);
            await host.Get<SyncLeases>().HandBackAsync((await host.Get<SyncLeases>().TryTakeAsync(id, default))!, null);
        },
    };

    private readonly CoreHost _host = standing.Host;
    private int _roads;

    public static TheoryData<string> All => [.. Acts.Keys];

    public async Task InitializeAsync()
    {
        _host.Scheduler.Nudges.Clear();
        _roads = await _host.ImportAsync(standing.Ann, "Roads", CoreHost.Tracks(1, 6));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(standing.Ann, _roads)).Status);
        _host.Scheduler.Nudges.Clear();
    }

    /// <summary>Takes away what the act has left, so that the next one meets the same.</summary>
    public async Task DisposeAsync()
    {
        (_host.Server.Before, _host.Server.After, _host.Server.IsScanning) = (null, null, false);
        await using var db = _host.Database.CreateDbContext();
        await db.Playlists.Where(playlist => playlist.Id == _roads).ExecuteDeleteAsync();
        await db.Pins.Where(pin => !standing.Pins.Contains(pin.Id)).ExecuteDeleteAsync();
        foreach (var list in _host.Server.Lists.Where(list => !standing.Lists.Exists(before => before.Id == list.Id)).ToList())
        {
            _host.Server.Drop(list.Id);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task What_is_done_with_one_playlist_leaves_every_other_as_it_is(string name)
    {
        await Acts[name](_host, standing.Ann, _roads);

        var after = (await RowsAsync(_host, standing.Bob)).ToHashSet(StringComparer.Ordinal);
        Rule.HasNoException(standing.Rows.Where(row => !after.Contains(row)));
        Assert.Equal(standing.Lists, ListsOf(_host).Where(list => standing.Lists.Exists(before => before.Id == list.Id)));
        Assert.All(_host.Scheduler.Nudges, nudge => Assert.Equal(_roads, nudge.PlaylistId));
    }

    private static List<(string Id, string Name, string Songs)> ListsOf(CoreHost host)
        => [.. host.Server.Lists.Select(list => (list.Id, list.Name, string.Join(' ', host.Server.ContentOf(list.Id))))];

    /// <summary>Playlists in every condition that an operation could meet.</summary>
    private static async Task StandByAsync(CoreHost host, Account owner, int first)
    {
        var name = owner.UserName;
        var synced = await host.ImportAsync(owner, name + " synced", CoreHost.Tracks(first, 3));
        await host.EnableAndRunAsync(owner, synced);
        await host.Choices.SetEditPolicyAsync(owner.UserId, synced, EditPolicy.KeepAdded, default);
        await DecideAsync(host, owner, synced);
        await host.Get<DecisionWrites>().WriteNowAsync(owner.UserId, synced, default);
        await host.RunAsync(synced);

        var decided = await host.ImportAsync(owner, name + " decided", CoreHost.Tracks(first + 3, 3));
        await host.EnableAndRunAsync(owner, decided);
        await DecideAsync(host, owner, decided);

        var cutShort = await host.ImportAsync(owner, name + " cut short", CoreHost.Tracks(first + 6, 2));
        await CutShortAsync(host, () => host.EnableAndRunAsync(owner, cutShort));

        var waiting = await host.ImportAsync(owner, name + " waiting", CoreHost.Tracks(first + 8, 2));
        await host.Requests.SetSyncEnabledAsync(owner.UserId, waiting, true, null, SyncTrigger.User, default);
        var underWay = await host.ImportAsync(owner, name + " under way", CoreHost.Tracks(first + 10, 2));
        await host.Requests.SetSyncEnabledAsync(owner.UserId, underWay, true, null, SyncTrigger.User, default);
        Assert.NotNull(await host.Get<SyncLeases>().TryTakeAsync(underWay, default));
        await using var db = host.Database.CreateDbContext();
        await db.Playlists.Where(playlist => playlist.Id == waiting).ExecuteUpdateAsync(set => set
            .SetProperty(playlist => playlist.WaitingFor, new Fact.WaitingForScan(null)).SetProperty(playlist => playlist.NotBefore, host.Clock.GetUtcNow().AddSeconds(40)));
        await db.Playlists.Where(playlist => playlist.Id == synced).ExecuteUpdateAsync(set => set.SetProperty(playlist => playlist.LeaseLosses, 2));
        await db.WrittenTargets.Where(written => written.PlaylistId == synced)
            .ExecuteUpdateAsync(set => set.SetProperty(written => written.Drift, new TargetDrift()));
    }

    private static async Task DecideAsync(CoreHost host, Account owner, int id)
    {
        var tracks = (await host.FindAsync(id)).Tracks;
        Assert.True(await host.Get<MatchCorrections>().PinAsync(owner.UserId, tracks[0].Id, "s40", default));
        Assert.True(await host.Get<MatchCorrections>().RejectAsync(owner.UserId, tracks[1].Id, tracks[1].SongId!, default));
        Assert.True(await host.Get<MatchCorrections>().NeverAsync(owner.UserId, tracks[2].Id, default));
    }

    private static async Task CutShortAsync(CoreHost host, Func<Task> act)
    {
        host.Server.After = call => call == "create"
            ? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It is away."))
            : Task.CompletedTask;
        await act();
        host.Server.After = null;
    }

    /// <summary>Every row of the database, as text. Of accounts only the one of the other user.</summary>
    private static async Task<List<string>> RowsAsync(CoreHost host, Account bob)
    {
        await using var db = host.Database.CreateDbContext();
        var rows = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Except(Shared).Order())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync();
            command.CommandText = $"SELECT * FROM \"{table}\"" + (table == "Accounts" ? $" WHERE \"Id\" = {bob.Id}" : "");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add(table + ": " + string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)} {(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i))}")));
            }
        }

        return rows;
    }

    /// <summary>The playlists of both users, made once. Each act comes and goes beside them.</summary>
    public sealed class Standing : IAsyncLifetime
    {
        internal CoreHost Host { get; } = new();

        internal Account Ann { get; private set; } = null!;

        internal Account Bob { get; private set; } = null!;

        internal List<string> Rows { get; private set; } = [];

        internal List<(string Id, string Name, string Songs)> Lists { get; private set; } = [];

        internal List<int> Pins { get; private set; } = [];

        public async Task InitializeAsync()
        {
            Bob = await Host.Database.AddUserAsync("bob");
            Ann = await Host.Database.AddUserAsync();
            Host.FillLibrary(40);
            await StandByAsync(Host, Bob, 12);
            await StandByAsync(Host, Ann, 24);
            Host.Clock.Advance(TimeSpan.FromSeconds(5));
            (Rows, Lists) = (await RowsAsync(Host, Bob), ListsOf(Host));
            await using var db = Host.Database.CreateDbContext();
            Pins = await db.Pins.Select(pin => pin.Id).ToListAsync();
        }

        public Task DisposeAsync()
        {
            Host.Dispose();
            return Task.CompletedTask;
        }
    }
}
