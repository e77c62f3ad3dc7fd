using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>Writes lists that take several calls to a server with a low limit: lets something happen at one request, checks, and runs once
/// more.</summary>
internal sealed class LongListMatrix(FaultHost host, Account account)
{
    public const int SongCount = 80;

    /// <summary>Low enough that 70 rows take three calls.</summary>
    private const int MaxParameters = 40;

    private const string Name = "Everything";
    private const string ByHand = "By hand";

    private static readonly int[] All = [.. Enumerable.Range(0, 70)];
    private static readonly int[] Begun = [.. Enumerable.Range(0, 35)];
    private static readonly int[] Reversed = [.. All.Reverse()];
    private static readonly int[] Changed = [70, 71, 72, .. All.Where(i => i is not (30 or 31 or 5)), 5];
    private readonly Dictionary<LongListOperation, IReadOnlyList<string>> _requests = [];
    private int _playlist;
    private string _paired = "";
    private int _snapshots;
    private bool _isAdded;

    public EditPolicy Policy { get; init; } = EditPolicy.Mirror;

    private DemoServer Server => host.Server;

    public static async Task<LongListMatrix> StartAsync(FaultHost host, EditPolicy policy = EditPolicy.Mirror)
    {
        var matrix = new LongListMatrix(host, await host.AccountAsync()) { Policy = policy };
        host.LearnLimit(MaxParameters);
        // Before most runs, a user of the server's own interface has long signed in there.
        await matrix.RequestsOfAsync(LongListOperation.SmallChange);
        matrix._requests.Clear();
        return matrix;
    }

    /// <summary>The requests of the operation without faults.</summary>
    public async Task<IReadOnlyList<string>> RequestsOfAsync(LongListOperation operation)
    {
        if (!_requests.TryGetValue(operation, out var requests))
        {
            await PrepareAsync(operation);
            var seen = new List<string>();
            Server.Fault = request =>
            {
                seen.Add(request.Method);
                return null;
            };
            var row = await host.RunAsync(_playlist);
            Server.Fault = null;
            requests = _requests[operation] = seen;
            Assert.Null(await ReasonAgainstEndAsync(operation, row, mayHaveEdits: false));
        }

        return requests;
    }

    /// <summary>The requests from the first one that changes something, or that checks positions.</summary>
    public async Task<IEnumerable<int>> BoundariesAsync(LongListOperation operation)
    {
        var requests = await RequestsOfAsync(operation);
        var first = requests.ToList().FindIndex(method => method is "createPlaylist" or "updatePlaylist" or "native:rows" or "native:removeRows");
        return Enumerable.Range(first, requests.Count - first);
    }

    /// <summary>Runs the cell. Returns what is wrong, or null.</summary>
    public async Task<string?> RunAsync(LongListOperation operation, LongListMishap mishap, int at)
    {
        await PrepareAsync(operation);
        var (number, happened) = (-1, 0);
        Server.Fault = request =>
        {
            number++;
            var fault = FaultOf(mishap, number - at, request.Method);
            happened += fault is null ? 0 : 1;
            return fault;
        };
        var row = await host.RunAsync(_playlist);
        Server.Fault = null;
        if (happened == 0)
        {
            return "it did not happen";
        }

        if (mishap is LongListMishap.KilledAfterItActed or LongListMishap.KilledBeforeItActs)
        {
            await host.BootAsync();
            row = await host.FindAsync(_playlist);
        }

        var mayHaveEdits = mishap is LongListMishap.SomebodyAdds or LongListMishap.SomebodyAddsAndItIsRefused or LongListMishap.SomebodyTakesOut;
        if (await ReasonAgainstNowAsync(operation, row, mayHaveEdits) is { } reason)
        {
            return reason;
        }

        if (row.Status == SyncStatus.Success && !mayHaveEdits)
        {
            return null;
        }

        await RequestAsync(operation);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        row = await host.RunAsync(_playlist);
        return await ReasonAgainstEndAsync(operation, row, mayHaveEdits) is { } late ? $"after one more run: {late}" : null;
    }

    /// <summary>The requests of a small change to a list with a hidden row, or behind a proxy that lets only the Subsonic API
    /// through.</summary>
    public async Task<IReadOnlyList<string>> RunSmallChangeAsync(bool isBehindProxy, bool hidesRows)
    {
        await PrepareAsync(LongListOperation.SmallChange);
        var seen = new List<string>();
        Server.Fault = request =>
        {
            seen.Add(request.Method);
            return isBehindProxy && request.Method.StartsWith("native:", StringComparison.Ordinal) ? DemoFault.HtmlPage(403) : null;
        };
        if (hidesRows)
        {
            // A song in the middle of the list that is temporarily missing, through nobody's edit.
            Edit(rows => [.. rows.Take(20), Ids([76])[0], .. rows.Skip(20)]);
            Server.Library.Remove(Ids([76])[0]);
        }

        var row = await host.RunAsync(_playlist);
        Server.Fault = null;
        Assert.Equal(SyncStatus.Success, row.Status);
        Assert.Equal(Show(Ids(Changed)), Show(Ours().Single().SongIds));
        return seen;
    }

    private DemoFault? FaultOf(LongListMishap mishap, int distance, string method)
    {
        if (mishap is LongListMishap.SomebodyAdds or LongListMishap.SomebodyAddsAndItIsRefused && distance == 0)
        {
            // Between the last look and a replacement of all rows in one call, nobody can notice it.
            _isAdded = Ours().Count > 0 && method != "createPlaylist";
            Edit(rows => [.. rows, .. Ids([77])]);
        }

        if (mishap is LongListMishap.KilledBeforeItActs or LongListMishap.KilledAfterItActed && distance == 0)
        {
            host.Kill();
        }

        return (mishap, distance) switch
        {
            (_, < 0) => null,
            (LongListMishap.Refused, 0) => DemoFault.Refuse(),
            (LongListMishap.ReplyLost, 0) => DemoFault.LoseReply(),
            (LongListMishap.ServerError, 0) => DemoFault.Failed(0, "Internal Server Error: disk I/O error"),
            (LongListMishap.LoginPage, 0) => DemoFault.HtmlPage(),
            (LongListMishap.RefusedFromHereOn, _) => DemoFault.Refuse(),
            (LongListMishap.ReplyLostThenRefused, 0) => DemoFault.LoseReply(),
            (LongListMishap.ReplyLostThenRefused, _) => DemoFault.Refuse(),
            (LongListMishap.KilledBeforeItActs, _) => DemoFault.Refuse(),
            (LongListMishap.KilledAfterItActed, 0) => DemoFault.LoseReply(),
            (LongListMishap.KilledAfterItActed, _) => DemoFault.Refuse(),
            (LongListMishap.SomebodyAdds, 0) => DemoFault.Happens("somebody has added a song", _ => { }),
            (LongListMishap.SomebodyAddsAndItIsRefused, 0) => DemoFault.Refuse(),
            (LongListMishap.SomebodyTakesOut, 0) => DemoFault.Happens("somebody takes a song out", _ => Edit(rows => [.. rows.Skip(1)])),
            _ => null,
        };
    }

    private void Edit(Func<IReadOnlyList<string>, IReadOnlyList<string>> edit)
    {
        foreach (var list in Ours())
        {
            Server.Playlists.Change(list.Id, current => current with { SongIds = edit(current.SongIds) });
        }
    }

    private async Task PrepareAsync(LongListOperation operation)
    {
        await host.ResetAsync();
        _isAdded = false;
        Server.Playlists.Create(FaultHost.User, ByHand, Ids([78]));
        var before = operation switch
        {
            LongListOperation.Creation or LongListOperation.Pairing => null,
            LongListOperation.Growth => Begun,
            LongListOperation.Restore => Reversed,
            _ => All,
        };
        _playlist = await host.ImportAsync(account, Name, before ?? Wanted(operation));
        await host.Get<PlaylistChoices>().SetEditPolicyAsync(account.UserId, _playlist, Policy, default);
        if (before is not null)
        {
            await host.RequestAsync(account, _playlist, SyncCommand.Sync());
            Assert.Equal(SyncStatus.Success, (await host.RunAsync(_playlist)).Status);
            if (Policy == EditPolicy.KeepAdded)
            {
                // Near the end, which arrives last, and known to Spotter.
                var at = before.Length - 3;
                Edit(rows => [.. rows.Take(at), .. Ids([79]), .. rows.Skip(at)]);
                await host.RequestAsync(account, _playlist, SyncCommand.Sync());
                Assert.Equal(SyncStatus.Success, (await host.RunAsync(_playlist)).Status);
            }

            await host.ImportAsync(account, Name, Wanted(operation));
        }

        if (operation == LongListOperation.Restore)
        {
            // The content to restore: all rows, before they were reversed.
            Edit(_ => Ids(All));
            await host.RequestAsync(account, _playlist, SyncCommand.Sync());
            Assert.Equal(SyncStatus.Success, (await host.RunAsync(_playlist)).Status);
        }

        if (operation == LongListOperation.Pairing)
        {
            _paired = Server.Playlists.Create(FaultHost.User, Name, Ids([3, 77, 4])).Id;
        }

        await using var db = host.OpenDatabase();
        _snapshots = await db.TargetSnapshots.CountAsync(snapshot => snapshot.PlaylistId == _playlist);
        await db.SyncEvents.ExecuteDeleteAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await RequestAsync(operation);
    }

    private async Task RequestAsync(LongListOperation operation)
    {
        await using var db = host.OpenDatabase();
        await host.RequestAsync(account, _playlist, operation switch
        {
            LongListOperation.Rebuild => SyncCommand.Rebuild(),
            LongListOperation.Pairing => SyncCommand.Pair(_paired),
            LongListOperation.Restore => SyncCommand.Restore(await db.TargetSnapshots.Where(s => s.PlaylistId == _playlist).OrderBy(s => s.Id).Select(s => s.Id).FirstAsync()),
            _ => SyncCommand.Sync(),
        });
    }

    private static int[] Wanted(LongListOperation operation) => operation switch
    {
        LongListOperation.SmallChange => Changed,
        LongListOperation.Reversal or LongListOperation.Restore => Reversed,
        _ => All,
    };

    /// <summary>Only a complete list is reported as a success. A new list that is incomplete still has the token in its name.</summary>
    private async Task<string?> ReasonAgainstNowAsync(LongListOperation operation, Playlist row, bool mayHaveEdits)
    {
        if (row.Status == SyncStatus.Success && !mayHaveEdits)
        {
            return await ReasonAgainstEndAsync(operation, row, mayHaveEdits);
        }

        foreach (var list in Ours().Where(list => list.Name == Name && list.Id != _paired && operation is LongListOperation.Creation or LongListOperation.Rebuild))
        {
            if (Show(list.SongIds) != Show(Ids(Wanted(operation))) && !mayHaveEdits)
            {
                return $"a list that is not whole has its name: {Show(list.SongIds)}";
            }
        }

        return operation == LongListOperation.Rebuild && !Ours().Exists(list => Show(list.SongIds) == Show(Ids(All))) && !mayHaveEdits
            ? "neither the old list nor the new one is whole"
            : ReasonAgainstTheUsers();
    }

    private async Task<string?> ReasonAgainstEndAsync(LongListOperation operation, Playlist row, bool mayHaveEdits)
    {
        List<string> wanted = [.. Ids(operation == LongListOperation.Restore ? All : Wanted(operation))];
        if (Policy == EditPolicy.KeepAdded && operation is LongListOperation.SmallChange or LongListOperation.Reversal)
        {
            wanted.Insert(wanted.IndexOf(Ids([66])[0]) + 1, Ids([79])[0]);
        }

        var added = Policy == EditPolicy.KeepAdded && mayHaveEdits ? Ids([77])[0] : null;
        await using var db = host.OpenDatabase();
        var events = await db.SyncEvents.Where(e => e.PlaylistId == _playlist).Select(e => e.Message).ToListAsync();
        var kept = await db.TargetSnapshots.CountAsync(snapshot => snapshot.PlaylistId == _playlist) - _snapshots;
        var most = operation == LongListOperation.Creation ? 0 : 1;
        return row.Status != SyncStatus.Success ? $"{row.Status}, {row.SyncError.Words ?? row.WaitingFor.Words} {row.HeldBackRule} {events.LastOrDefault().Words}"
            : Ours() is not [var only] ? $"{Ours().Count} lists of ours: {string.Join(", ", Ours().Select(list => list.Name))}"
            : only.Name != Name ? $"it is called '{only.Name}'"
            : Show(only.SongIds.Where(song => song != added)) != Show(wanted) ? $"it holds {Show(only.SongIds)}, not {Show(wanted)}"
            : added is not null && only.SongIds.Count(song => song == added) != (_isAdded ? 1 : 0) ? $"what was added meanwhile is in it {only.SongIds.Count(song => song == added)} times"
            : !TargetMarker.IsIn(only.Comment, row.Marker) && operation != LongListOperation.Restore ? $"its comment is '{only.Comment}'"
            : row.NavidromePlaylistId != only.Id ? "Spotter holds another for its target"
            : !mayHaveEdits && kept != most ? $"{kept} snapshots were taken"
            : !mayHaveEdits && events.Exists(message => message.Words!.Contains("since the last sync", StringComparison.Ordinal)) ? "our own pieces were taken for an edit"
            : ReasonAgainstTheUsers();
    }

    private string? ReasonAgainstTheUsers()
        => Server.Playlists.All.Where(list => list.Name == ByHand).ToList() is [var mine] && Show(mine.SongIds) == "78" ? null : "the user's own list is not as it was";

    private List<DemoPlaylist> Ours() => [.. Server.Playlists.All.Where(list => list.Name != ByHand)];

    private List<string> Ids(IReadOnlyList<int> songs)
    {
        var byTitle = Server.Library.Songs.ToDictionary(song => song.Title, song => song.Id);
        return [.. songs.Select(i => byTitle[CoreHost.TitleOf(i)])];
    }

    private string Show(IEnumerable<string> ids)
    {
        var numbers = Enumerable.Range(0, SongCount).ToDictionary(CoreHost.TitleOf);
        return string.Join(' ', ids.Select(id => numbers[Server.Library.Find(id)!.Title]));
    }
}
