using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>Runs the cells for one server: prepares it, causes the fault, checks, removes the fault and runs once more.</summary>
internal sealed class FaultMatrix(FaultHost host, Account account)
{
    private const string Name = "Road trip";
    private const string NoTarget = "";

    private static readonly int[] Old = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
    private static readonly int[] New = [3, 1, 12, 2, 4, 3, 5, 6, 7, 8, 9, 10, 13];
    private static readonly string[] Users = ["By hand", Name];
    private readonly Dictionary<MatrixOperation, IReadOnlyList<string>> _requests = [];
    private readonly Dictionary<MatrixOperation, IReadOnlyList<string>> _writes = [];
    private readonly Dictionary<string, string> _known = [];
    private int _playlist;
    private string _paired = "";

    private DemoServer Server => host.Server;

    /// <summary>The requests of an operation without faults. Each operation is asserted to do its work.</summary>
    public async Task<IReadOnlyList<string>> RequestsOfAsync(MatrixOperation operation)
    {
        if (!_requests.TryGetValue(operation, out var requests))
        {
            await PrepareAsync(operation);
            host.Plan.Begin();
            var row = await host.RunAsync(_playlist);
            requests = _requests[operation] = [.. host.Plan.Sent];
            Assert.Null(ReasonAgainstEnd(operation, row));
        }

        return requests;
    }

    /// <summary>Runs a cell with a fault on the line. Returns what is wrong, or null.</summary>
    public async Task<string?> RunAsync(MatrixCell cell)
    {
        await PrepareAsync(cell.Operation);
        host.Plan.Begin(cell.Fault, cell.At, cell.IsLasting);
        var row = await host.RunAsync(_playlist);
        var fired = host.Plan.Fired;
        host.Plan.Begin();
        if (fired == 0 || (!cell.IsLasting && fired != 1))
        {
            return $"the fault happened {fired} times";
        }

        return ReasonAgainstNow(cell, row) ?? await RunAgainAsync(cell.Operation);
    }

    /// <summary>Runs a cell in which something happens on the server at that request. Returns what is wrong, or null.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="undo">Undoes what happened.</param>
    /// <param name="look">Returns what is wrong right after the run, or null.</param>
    public async Task<string?> RunAsync(MatrixCell cell, Func<Task> undo, Func<Playlist, Task<string?>> look)
    {
        await PrepareAsync(cell.Operation);
        host.Plan.Begin(cell.Fault, cell.At);
        var row = await host.RunAsync(_playlist);
        var fired = host.Plan.Fired;
        host.Plan.Begin();
        if (fired != 1)
        {
            return $"it happened {fired} times";
        }

        var reason = ReasonAgainstTheUsers() ?? (Ours().Count > MostOurs(cell.Operation) ? $"{Ours().Count} lists of ours" : null) ?? await look(row);
        await undo();
        return reason ?? await RunAgainAsync(cell.Operation);
    }

    /// <summary>The writes and commits of an operation without faults.</summary>
    public async Task<IReadOnlyList<string>> WritesOfAsync(MatrixOperation operation)
    {
        if (!_writes.TryGetValue(operation, out var writes))
        {
            await PrepareAsync(operation);
            host.Sickness.Begin();
            var row = await host.RunAsync(_playlist);
            writes = _writes[operation] = [.. host.Sickness.Sent];
            Assert.Null(ReasonAgainstEnd(operation, row));
        }

        return writes;
    }

    /// <summary>
    /// Runs a cell in which the database fails or the power is cut. Returns what is wrong, or null. When the fault is gone nobody requests
    /// anything: what was accepted is carried out, or the user was told that it was not.
    /// </summary>
    public async Task<string?> RunAsync(SickCell cell)
    {
        await PrepareAsync(cell.Operation);
        host.Sickness.Begin(cell.Ailment, cell.At, cell.IsLasting);
        var row = await host.RunAsync(_playlist);
        var (fired, isDark) = (host.Sickness.Fired, host.Sickness.IsDark);
        host.Sickness.Begin();
        if (fired == 0 || (!cell.IsLasting && fired != 1))
        {
            return $"it happened {fired} times";
        }

        if ((ReasonAgainstTheUsers() ?? ReasonAgainstPieces(cell.Operation) ?? ReasonAgainstStatus(cell.Operation, row)) is { } now)
        {
            return now;
        }

        if (isDark)
        {
            await host.BootAsync();
        }

        var wasTold = row.Status == SyncStatus.Error && Enum.GetValues<DatabaseTrouble>().Any(trouble => row.SyncError.Words == English.Of(trouble));
        if (row.Status == SyncStatus.Error && !wasTold)
        {
            return $"it says: {row.SyncError.Words}";
        }

        await host.LiveAsync(account);
        var later = await host.FindAsync(_playlist);
        return ReasonAgainstRest(later) is { } rest ? $"afterwards: {rest}"
            : !(wasTold && cell.Operation is (MatrixOperation.Pairing or MatrixOperation.Rebuild or MatrixOperation.Removal)) && ReasonAgainstEnd(cell.Operation, later) is { } lost ? $"afterwards, asked by nobody: {lost}"
            : await RunAgainAsync(cell.Operation);
    }

    /// <summary>Runs a cell in which the clock is set at that request, and back again after the run. Returns what is wrong, or
    /// null.</summary>
    public async Task<string?> RunAsync(MatrixOperation operation, int at, TimeSpan jump)
    {
        await PrepareAsync(operation);
        host.Plan.Begin(new MatrixFault("the clock jumps", () => DemoFault.Happens("the clock jumps", _ => host.Clock.AdjustTime(host.Clock.GetUtcNow() + jump)), ""), at);
        var row = await host.RunAsync(_playlist);
        var fired = host.Plan.Fired;
        host.Plan.Begin();
        if (fired != 1)
        {
            return $"it happened {fired} times";
        }

        var reason = ReasonAgainstTheUsers() ?? ReasonAgainstPieces(operation) ?? ReasonAgainstStatus(operation, row) ?? (row.Status == SyncStatus.Error ? $"it says: {row.SyncError.Words}" : null);
        host.Clock.AdjustTime(host.Clock.GetUtcNow() - jump);
        if (reason is not null)
        {
            return reason;
        }

        await host.LiveAsync(account);
        var later = await host.FindAsync(_playlist);
        return (ReasonAgainstRest(later) ?? ReasonAgainstEnd(operation, later)) is { } lost ? $"when the clock is right again: {lost}" : await RunAgainAsync(operation);
    }

    /// <summary>The list that the operation writes to.</summary>
    public DemoPlaylist Target => Ours().First();

    /// <summary>Whether that list still holds its earlier content.</summary>
    public bool IsAsBefore => Ours() is [var only] && Show(only.SongIds) == Show(Ids(Old));

    /// <summary>The request at which the operation writes songs, or deletes.</summary>
    public int IndexOfWrite(MatrixOperation operation)
        => _requests[operation].ToList().FindIndex(method => method == (operation == MatrixOperation.Removal ? "deletePlaylist" : "createPlaylist"));

    /// <summary>The server was upgraded: the paired list has another id now.</summary>
    public void FollowUpgrade() => _paired = DemoIds.Upgraded(_paired);

    /// <summary>Requests the operation once more. Returns how many requests were sent, and the playlist.</summary>
    public async Task<(int Sent, Playlist Row)> AskAgainAsync(MatrixOperation operation)
    {
        await host.RequestAsync(account, _playlist, Wish(operation));
        host.Plan.Begin();
        var row = await host.RunAsync(_playlist);
        return (host.Plan.Sent.Count, row);
    }

    private async Task PrepareAsync(MatrixOperation operation)
    {
        await host.ResetAsync();
        // Lists that belong to users, which Spotter must not touch. One has the very same name.
        Server.Playlists.Create(FaultHost.User, Users[0], Ids(20, 21, 22));
        Server.Playlists.Create("demo", Users[1], Ids(19), isPublic: true);
        if (operation == MatrixOperation.Pairing)
        {
            _paired = Server.Playlists.Create(FaultHost.User, Name, Ids(Old)).Id;
        }

        _playlist = await host.ImportAsync(account, Name, operation is MatrixOperation.FirstSync or MatrixOperation.Pairing ? New : Old);
        if (operation is MatrixOperation.Update or MatrixOperation.Rebuild or MatrixOperation.Removal)
        {
            await host.RequestAsync(account, _playlist, SyncCommand.Sync());
            Assert.Equal(SyncStatus.Success, (await host.RunAsync(_playlist)).Status);
        }

        if (operation is MatrixOperation.Update or MatrixOperation.Rebuild)
        {
            await host.ImportAsync(account, Name, New);
        }

        if (operation == MatrixOperation.FirstSync)
        {
            await host.ForgetLibraryAsync(account);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.RequestAsync(account, _playlist, Wish(operation));
    }

    private SyncCommand Wish(MatrixOperation operation) => operation switch
    {
        MatrixOperation.Pairing => SyncCommand.Pair(_paired),
        MatrixOperation.Rebuild => SyncCommand.Rebuild(),
        MatrixOperation.Removal => SyncCommand.Remove(deleteTarget: true),
        _ => SyncCommand.Sync(),
    };

    private async Task<string?> RunAgainAsync(MatrixOperation operation)
    {
        await host.RequestAsync(account, _playlist, Wish(operation));
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        return ReasonAgainstEnd(operation, await host.RunAsync(_playlist)) is { } reason ? $"after one more run: {reason}" : null;
    }

    private string? ReasonAgainstNow(MatrixCell cell, Playlist row)
    {
        var isFine = cell.Operation == MatrixOperation.Removal ? SyncStatus.Pending : SyncStatus.Success;
        var absorbed = IsAbsorbed(cell);
        if (row.Status != (absorbed ? isFine : SyncStatus.Error))
        {
            return $"{row.Status}, {row.SyncError.Words}";
        }

        if (!absorbed && row.SyncError.Words?.Contains(cell.Fault.Message, StringComparison.Ordinal) is not true)
        {
            return $"it says: {row.SyncError.Words}";
        }

        return ReasonAgainstTheUsers() ?? (absorbed ? ReasonAgainstEnd(cell.Operation, row) : ReasonAgainstHalf(cell));
    }

    /// <summary>Whether the run still finishes: the call is repeated, or it only looks ahead and is made again.</summary>
    private static bool IsAbsorbed(MatrixCell cell)
    {
        // Whether to wait for a scan, which Spotter asks if it knows nothing about the library.
        var isLookAhead = cell.Operation == MatrixOperation.FirstSync
            && (cell is { At: 0, Method: "getScanStatus" or "getIndexes" } or { At: 1, Method: "getMusicFolders" });
        var mayRepeat = !(cell.Method == "createPlaylist" && cell.Operation is MatrixOperation.FirstSync or MatrixOperation.Rebuild);
        return cell.Fault.IsHarmless || (!cell.IsLasting && (isLookAhead || (cell.Fault.IsRetried && mayRepeat)));
    }

    /// <summary>After a run that failed, the server holds the whole old content or the whole new one.</summary>
    private string? ReasonAgainstHalf(MatrixCell cell)
    {
        var contents = Ours().Select(list => Show(list.SongIds)).ToList();
        var acted = cell.Fault.Acts && cell.Method is "createPlaylist" or "deletePlaylist" && !(cell is { IsLasting: true, Method: "deletePlaylist", Operation: MatrixOperation.Rebuild });
        var isBefore = cell.At <= IndexOfWrite(cell.Operation);
        var (before, after) = (Show(Ids(Old)), Show(Ids(New)));
        var expected = cell.Operation switch
        {
            MatrixOperation.FirstSync => isBefore && !acted ? [] : new[] { after },
            MatrixOperation.Update or MatrixOperation.Pairing => [isBefore && !acted ? before : after],
            MatrixOperation.Removal => isBefore && !acted ? [before] : [],
            // The old list is removed last.
            _ => contents.Count == 1 ? [contents[0] == before || cell.Method == "deletePlaylist" ? contents[0] : before] : [before, after],
        };
        return contents.Order().SequenceEqual(expected.Order()) ? null : $"the server holds {string.Join(" / ", contents)}";
    }

    private string? ReasonAgainstEnd(MatrixOperation operation, Playlist row)
    {
        if (ReasonAgainstTheUsers() is { } theirs)
        {
            return theirs;
        }

        var ours = Ours();
        if (operation == MatrixOperation.Removal)
        {
            return ours.Count > 0 ? $"{ours.Count} lists are left"
                : row is not { Status: SyncStatus.Pending, NavidromePlaylistId: null } ? $"{row.Status}, {row.SyncError.Words}"
                : null;
        }

        return row.Status != SyncStatus.Success ? $"{row.Status}, {row.SyncError.Words ?? row.WaitingFor.Words} {row.HeldBackRule}"
            : ours is not [var only] ? $"{ours.Count} lists of ours: {string.Join(", ", ours.Select(list => list.Name))}"
            : only.Name != Name ? $"it is called '{only.Name}'"
            : Show(only.SongIds) != Show(Ids(New)) ? $"it holds {Show(only.SongIds)}"
            : !TargetMarker.IsIn(only.Comment, row.Marker) ? $"its comment is '{only.Comment}'"
            : row.NavidromePlaylistId != only.Id ? "Spotter holds another for its target"
            : operation == MatrixOperation.Pairing && only.Id != _paired ? "it is not the one that was paired"
            : null;
    }

    /// <summary>No list is incomplete, and none is doubled.</summary>
    private string? ReasonAgainstPieces(MatrixOperation operation)
    {
        var ours = Ours();
        string[] whole = [Show(Ids(Old)), Show(Ids(New))];
        return ours.Count > MostOurs(operation) ? $"{ours.Count} lists of ours"
            : ours.Select(list => Show(list.SongIds)).FirstOrDefault(content => !whole.Contains(content)) is { } piece ? $"the server holds {piece}"
            : null;
    }

    /// <summary>If the status says that all is done, it is.</summary>
    private string? ReasonAgainstStatus(MatrixOperation operation, Playlist row)
        => row.SyncWantedAt is null && row.LeaseId is null && row.Status == (operation == MatrixOperation.Removal ? SyncStatus.Pending : SyncStatus.Success)
            && ReasonAgainstEnd(operation, row) is { } reason ? $"it says that it is done, but {reason}" : null;

    /// <summary>Nothing is running, requested or held back after there was time for everything.</summary>
    private static string? ReasonAgainstRest(Playlist row)
        => row.LeaseId is not null || row.Status == SyncStatus.Syncing ? "it is stuck in syncing"
            : row.SyncWantedAt is not null ? "it is still wanted"
            : row.HeldBackRule is not null ? $"{row.HeldBackRule}"
            : null;

    private string? ReasonAgainstTheUsers()
    {
        var all = Server.Playlists.All;
        var byHand = all.Where(list => list.Name == Users[0]).ToList();
        var theirs = all.Where(list => list.Owner == "demo" && list.SongIds.Count == 1).ToList();
        return byHand is [var mine] && Show(mine.SongIds) == Show(Ids(20, 21, 22)) && theirs is [var other] && Show(other.SongIds) == Show(Ids(19))
            ? null
            : "the user's own lists are not as they were";
    }

    private List<DemoPlaylist> Ours() => [.. Server.Playlists.All.Where(list => list.Name != Users[0] && !(list.Owner == "demo" && list.SongIds.Count == 1))];

    private static int MostOurs(MatrixOperation operation) => operation == MatrixOperation.Rebuild ? 2 : 1;

    private List<string> Ids(params int[] songs)
    {
        var byTitle = AllSongs();
        return [.. songs.Select(i => byTitle[CoreHost.TitleOf(i)])];
    }

    /// <summary>Ids by title, including songs that are temporarily missing.</summary>
    private Dictionary<string, string> AllSongs()
    {
        foreach (var song in Server.Library.Songs)
        {
            _known[song.Title] = song.Id;
        }

        return _known;
    }

    private string Show(IEnumerable<string> ids)
    {
        var titles = AllSongs().ToDictionary(pair => pair.Value, pair => pair.Key);
        var numbers = Enumerable.Range(0, FaultHost.Songs.Count).ToDictionary(CoreHost.TitleOf);
        return string.Join(' ', ids.Select(id => titles.TryGetValue(id, out var title) ? $"{numbers[title]}" : "?")) is { Length: > 0 } text ? text : NoTarget;
    }
}
