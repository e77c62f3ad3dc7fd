using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>
/// Right after any call of the server another process has the playlist: the run that had it must not change anything on the server after that, or two runs
/// write over each other.
/// </summary>
public sealed class StolenLeaseTests
{
    private static readonly Dictionary<string, Operation> Operations = new()
    {
        ["first sync"] = new(Imported, (host, ann, id) => host.EnableAndRunAsync(ann, id)),
        ["first sync on a server that does not tell the new id"] = new(Imported, (host, ann, id) => host.EnableAndRunAsync(ann, id)) { Arrange = server => server.ReturnsIdOnCreate = false },
        ["first sync in pieces"] = new(Imported, (host, ann, id) => host.EnableAndRunAsync(ann, id)) { Arrange = server => server.MaxSongs = 2 },
        ["sync of a change"] = new(Synced, ChangeAsync),
        ["sync of a change in pieces"] = new(Synced, ChangeAsync) { Arrange = server => server.MaxSongs = 2 },
        ["rename"] = new(Synced, async (host, ann, id) =>
        {
            await host.Choices.RenameTargetAsync(ann.UserId, id, "Streets", default);
            await host.RunAsync(id);
        }),
        ["rebuild"] = new(Synced, (host, ann, id) => host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild())),
        ["rebuild in pieces"] = new(Synced, (host, ann, id) => host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild())) { Arrange = server => server.MaxSongs = 2 },
        ["pair"] = new(Imported, (host, ann, id) => host.RequestAndRunAsync(ann, id, SyncCommand.Pair(host.Server.Lists.Single().Id))) { Arrange = server => server.Add("Mine", ["s1", "s2"]) },
        ["removal with the target"] = new(Synced, RemoveAsync),
        ["sync after a creation that was cut short"] = new(CutShort, (host, ann, id) => host.RequestAndRunAsync(ann, id, SyncCommand.Sync())),
        ["sync after a creation that was made twice"] = new(CutShort, (host, ann, id) => host.RequestAndRunAsync(ann, id, SyncCommand.Sync())) { Arrange = Double },
        ["removal after a creation that was cut short"] = new(CutShort, RemoveAsync),
        ["removal after a rebuild that was cut short"] = new(RebuildCutShort, RemoveAsync),
        ["removal after a rebuild that was made twice"] = new(RebuildCutShort, RemoveAsync) { Arrange = Double },
    };

    /// <summary>One of each kind of write.</summary>
    private static readonly string[] Few = ["first sync", "sync of a change in pieces", "rename", "rebuild", "pair", "removal with the target", "sync after a creation that was made twice"];

    public static TheoryData<string> Most => [.. LongTests.AreWanted ? Operations.Keys.AsEnumerable() : Few];

    [Theory]
    [MemberData(nameof(Most))]
    public async Task A_run_that_lost_its_lease_after_any_call_changes_nothing_more_on_the_server(string name)
    {
        var (calls, writes) = await RunAsync(name, stealAfter: 0);
        Assert.True(writes > 0, $"{name}: nothing was written");
        for (var call = 1; call <= calls; call++)
        {
            await RunAsync(name, call);
        }
    }

    private static async Task<(int Calls, int Writes)> RunAsync(string name, int stealAfter)
    {
        var operation = Operations[name];
        using var host = new CoreHost();
        var ann = await host.Database.AddUserAsync();
        host.FillLibrary(12);
        var id = await operation.Prepare(host, ann);
        operation.Arrange?.Invoke(host.Server);
        host.Server.Calls.Clear();
        var (calls, before) = (0, 0);
        string? stolen = null;
        host.Server.After = async call =>
        {
            if (++calls == stealAfter)
            {
                await using var db = host.Database.CreateDbContext();
                var thief = Guid.NewGuid();
                if (await db.Playlists.Where(playlist => playlist.LeaseId != null).ExecuteUpdateAsync(set => set.SetProperty(playlist => playlist.LeaseId, thief)) > 0)
                {
                    (before, stolen) = (host.Server.Writes.Count, call);
                }
            }
        };

        await operation.Act(host, ann, id);

        var after = host.Server.Writes.Skip(before).ToList();
        Assert.True(stolen is null || after.Count == 0, $"{name}, lost after call {stealAfter} ({stolen}): {string.Join(", ", after)}");
        return (calls, after.Count);
    }

    private static async Task<int> Imported(CoreHost host, Account ann) => await host.ImportAsync(ann, "Roads", CoreHost.Tracks(1, 6));

    private static async Task<int> Synced(CoreHost host, Account ann)
    {
        var id = await Imported(host, ann);
        Assert.Equal(SyncStatus.Success, (await host.EnableAndRunAsync(ann, id)).Status);
        return id;
    }

    /// <summary>The server has made the list, but its answer was lost.</summary>
    private static async Task<int> CutShort(CoreHost host, Account ann)
    {
        var id = await Imported(host, ann);
        await LosingAnswerAsync(host, () => host.EnableAndRunAsync(ann, id));
        return id;
    }

    private static async Task<int> RebuildCutShort(CoreHost host, Account ann)
    {
        var id = await Synced(host, ann);
        await LosingAnswerAsync(host, () => host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild()));
        Assert.Equal(2, host.Server.Lists.Count);
        return id;
    }

    private static async Task LosingAnswerAsync(CoreHost host, Func<Task> act)
    {
        host.Server.After = call => call == "create"
            ? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It is away."))
            : Task.CompletedTask;
        await act();
        host.Server.After = null;
    }

    /// <summary>A proxy has sent the call that creates the list twice.</summary>
    private static void Double(FakeMusicServer server)
    {
        var made = server.Lists[^1];
        server.Add(made.Name, server.ContentOf(made.Id));
    }

    private static async Task ChangeAsync(CoreHost host, Account ann, int id)
    {
        await host.ImportAsync(ann, "Roads", [.. CoreHost.Tracks(3, 5), .. CoreHost.Tracks(1, 2)], approve: true);
        await host.RunAsync(id);
    }

    private static async Task RemoveAsync(CoreHost host, Account ann, int id)
    {
        await host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, deleteTarget: true, SyncTrigger.User, default);
        await host.RunAsync(id);
    }

    private sealed record Operation(Func<CoreHost, Account, Task<int>> Prepare, Func<CoreHost, Account, int, Task> Act)
    {
        /// <summary>Changes the server beforehand.</summary>
        public Action<FakeMusicServer>? Arrange { get; init; }
    }
}
