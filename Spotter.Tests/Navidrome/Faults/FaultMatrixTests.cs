using Spotter.Core.Playlists;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Xunit.Abstractions;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>
/// Every fault at every request of every operation on every server. It really happened, the server holds what it should, the playlist says
/// what it should, and one more run after the fault leaves the same as a run without faults. Nothing of the user's is ever touched.
/// </summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    /// <summary>Navidrome 0.63 writes like 0.64, so it runs only with ./test --full.</summary>
    public static TheoryData<string> Servers
        => [.. DemoProfile.All.Where(profile => LongTests.AreWanted || profile != DemoProfile.Navidrome063).Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_fault_of_the_line_at_any_request_loses_nothing_and_is_said(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var matrix = new FaultMatrix(host, await host.AccountAsync());
        var (cells, wrong) = (0, new List<string>());
        foreach (var operation in Enum.GetValues<MatrixOperation>())
        {
            var requests = await matrix.RequestsOfAsync(operation);
            output.WriteLine($"{operation}: {string.Join(' ', requests)}");
            for (var at = 0; at < requests.Count; at++)
            {
                foreach (var (fault, isLasting) in MatrixFault.OfTheLine.SelectMany(fault => new[] { (fault, false), (fault, true) }))
                {
                    var cell = new MatrixCell(operation, fault, at, requests[at], isLasting);
                    if (await matrix.RunAsync(cell) is { } reason)
                    {
                        wrong.Add($"{cell}: {reason}");
                    }

                    cells++;
                }
            }
        }

        Report(server, cells, wrong);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_happens_on_the_server_at_any_request_loses_nothing_and_is_said(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var matrix = new FaultMatrix(host, await host.AccountAsync());
        var (cells, beyondReach, wrong) = (0, new List<string>(), new List<string>());
        foreach (var operation in Enum.GetValues<MatrixOperation>())
        {
            var requests = await matrix.RequestsOfAsync(operation);
            foreach (var happening in Happenings(host, matrix))
            {
                if (!happening.Operations.Contains(operation))
                {
                    beyondReach.Add($"{operation}: {happening.Name}");
                    continue;
                }

                for (var at = 0; at < requests.Count; at++)
                {
                    var moment = new Moment(operation, requests, at);
                    var fault = new MatrixFault(happening.Name, () => DemoFault.Happens(happening.Name, happening.Change), "");
                    var cell = new MatrixCell(operation, fault, at, requests[at], IsLasting: false);
                    if (!happening.ComesBack(moment))
                    {
                        beyondReach.Add($"{cell}");
                        continue;
                    }

                    if (await matrix.RunAsync(cell, happening.UndoAsync, row => happening.LookAsync(moment, row)) is { } reason)
                    {
                        wrong.Add($"{cell}: {reason}");
                    }

                    cells++;
                }
            }
        }

        output.WriteLine($"Not to be reached: {string.Join("; ", beyondReach)}");
        Report(server, cells, wrong);
    }

    [Theory]
    [InlineData("Navidrome 0.64")]
    [InlineData("Navidrome 0.60")]
    [InlineData("Navidrome 0.49")]
    public async Task An_error_that_a_search_hides_behind_an_empty_page_is_not_taken_for_the_end_of_the_library(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var matrix = new FaultMatrix(host, await host.AccountAsync());
        var requests = await matrix.RequestsOfAsync(MatrixOperation.FirstSync);
        var pages = Enumerable.Range(0, requests.Count).Where(at => requests[at] == "search3").ToList();
        var wrong = new List<string>();
        foreach (var (at, isLasting) in pages.SelectMany(at => new[] { (at, false), (at, true) }))
        {
            // A passing error is tried again. A lasting one must not look like an empty library. After the last page there is nothing to
            // hide.
            var fault = new MatrixFault("hidden error", DemoFault.Swallow, "but showed none") { IsRetried = true, IsHarmless = at > pages[0] };
            var cell = new MatrixCell(MatrixOperation.FirstSync, fault, at, "search3", isLasting);
            if (await matrix.RunAsync(cell) is { } reason)
            {
                wrong.Add($"{cell}: {reason}");
            }
        }

        Report(server, 2 * pages.Count, wrong);
    }

    [Theory]
    [InlineData("Navidrome 0.60")]
    [InlineData("Navidrome 0.49")]
    public async Task An_upgrade_that_gives_everything_another_id_at_any_request_makes_no_second_list_and_empties_none(string server)
    {
        var profile = DemoProfile.All.Single(one => one.Name == server);
        var (cells, wrong) = (0, new List<string>());
        foreach (var operation in Enum.GetValues<MatrixOperation>())
        {
            for (int at = 0, count = 1; at < count; at++)
            {
                // An upgrade cannot be undone, so each cell has a server of its own.
                await using var host = await FaultHost.StartAsync(profile);
                var matrix = new FaultMatrix(host, await host.AccountAsync());
                var requests = await matrix.RequestsOfAsync(operation);
                count = requests.Count;
                var fault = new MatrixFault("an upgrade", () => DemoFault.Happens("an upgrade", one => one.Upgrade(DemoProfile.Navidrome)), "");
                var cell = new MatrixCell(operation, fault, at, requests[at], IsLasting: false);
                var reason = await matrix.RunAsync(
                    cell,
                    () =>
                    {
                        matrix.FollowUpgrade();
                        return Task.CompletedTask;
                    },
                    _ => Task.FromResult<string?>(null));
                if (reason is not null)
                {
                    wrong.Add($"{cell}: {reason}");
                }

                cells++;
            }
        }

        Report(server, cells, wrong);
    }

    /// <summary>What may happen on a server during a run.</summary>
    private static IEnumerable<Happening> Happenings(FaultHost host, FaultMatrix matrix)
    {
        var server = host.Server;
        var profile = server.Profile;
        yield return new("another password", Enum.GetValues<MatrixOperation>(), one => one.ChangePassword(FaultHost.User, "other"))
        {
            LookAsync = async (moment, row) =>
            {
                if (row.Status != SyncStatus.Error || !row.SyncError.Words!.Contains("does not accept the user name or password", StringComparison.Ordinal))
                {
                    return $"{row.Status}, {row.SyncError.Words}";
                }

                var (sent, after) = await matrix.AskAgainAsync(moment.Operation);
                return sent > 0 ? $"{sent} requests with credentials that were refused"
                    : after.SyncError.Words?.Contains("Sign in again", StringComparison.Ordinal) is not true ? $"it says: {after.SyncError.Words}"
                    : null;
            },
            UndoAsync = async () =>
            {
                server.ChangePassword(FaultHost.User, FaultHost.User);
                await host.SignInAsync();
            },
        };
        yield return new("a scan begins", Enum.GetValues<MatrixOperation>(), one => one.Library.IsScanning = true)
        {
            LookAsync = (moment, row) => Task.FromResult(moment.Operation == MatrixOperation.FirstSync && moment.Rest.Contains("getScanStatus")
                ? row is { Status: SyncStatus.Pending, WaitingFor: not null } ? null : $"{row.Status}, {row.SyncError.Words}"
                : moment.ReasonAgainstFine(row)),
            UndoAsync = () =>
            {
                server.Library.EndScan();
                return Task.CompletedTask;
            },
        };
        var songs = server.Library.Songs;
        yield return new("a drive goes", Enum.GetValues<MatrixOperation>(), one => one.Library.Remove(songs[1].Id, songs[5].Id))
        {
            // It depends on how far the run was: it waits for the next read, writes the rest, or had written everything.
            // A server that refuses unknown ids makes a rebuild fail before it has created anything.
            LookAsync = (moment, row) => Task.FromResult(
                row.Status is SyncStatus.Pending or SyncStatus.Warning or SyncStatus.Success
                || (moment.Operation == MatrixOperation.Rebuild && profile.RefusesUnknownSongs && row.SyncError.Words?.Contains("does not know", StringComparison.Ordinal) is true)
                    ? null
                    : $"{row.Status}, {row.SyncError.Words}"),
            UndoAsync = () =>
            {
                server.Library.Replace(songs);
                // Without a change detector the library is read again on schedule.
                host.Clock.Advance(TimeSpan.FromMinutes(51));
                return Task.CompletedTask;
            },
        };
        var target = "";
        yield return new(
            "the list becomes another user's",
            // gonic answers "ok" to a user who is not the owner, and changes nothing. A comment that was lost this way follows with the
            // next change.
            profile.Type == "gonic" ? [MatrixOperation.Update, MatrixOperation.Removal] : [MatrixOperation.Update, MatrixOperation.Pairing, MatrixOperation.Removal],
            one => one.Playlists.Change(target = matrix.Target.Id, list => list with { Owner = "demo", IsPublic = true }))
        {
            // A list that turns out to be another user's counts as gone: Spotter writes nothing to it, and removing it requires no
            // deletion.
            ComesBack = moment => moment.Operation != MatrixOperation.Removal || !moment.Rest.Contains("getPlaylist"),
            LookAsync = (moment, row) => Task.FromResult(
                moment.IsSeenBySync ? row.Status == SyncStatus.Warning && matrix.IsAsBefore ? null : $"{row.Status}, {row.SyncError.Words}"
                : moment.At <= matrix.IndexOfWrite(moment.Operation) ? moment.ReasonAgainstRefusal(row, matrix.IsAsBefore, "belongs to somebody else")
                // Navidrome 0.60 lets anybody write the comment of a public list.
                : profile.Name == "gonic" || profile.EverybodyRenamesPublicLists || moment.At > moment.LastWrite ? moment.ReasonAgainstFine(row)
                : moment.ReasonAgainstRefusal(row, true, "belongs to somebody else")),
            UndoAsync = () =>
            {
                if (server.Playlists.Find(target) is not null)
                {
                    server.Playlists.Change(target, list => list with { Owner = FaultHost.User, IsPublic = false });
                }

                return Task.CompletedTask;
            },
        };
        yield return new(
            "the list becomes a smart one",
            profile.Type == "navidrome" ? [MatrixOperation.Update, MatrixOperation.Pairing] : [],
            one => one.Playlists.Change(target = matrix.Target.Id, list => list with { IsReadOnly = true }))
        {
            LookAsync = (moment, row) => Task.FromResult(
                moment.At > matrix.IndexOfWrite(moment.Operation) ? moment.ReasonAgainstFine(row)
                : profile.ProtectsRuledLists ? moment.ReasonAgainstRefusal(row, matrix.IsAsBefore, "smart playlist")
                // Accepted silently, and found by comparing.
                : row.Status == SyncStatus.Warning && matrix.IsAsBefore ? null : $"{row.Status}, {row.SyncError.Words}"),
            UndoAsync = () =>
            {
                server.Playlists.Change(target, list => list with { IsReadOnly = false });
                return Task.CompletedTask;
            },
        };
    }

    private void Report(string server, int cells, List<string> wrong)
    {
        output.WriteLine($"{server}: {cells} cells");
        Assert.True(wrong.Count == 0, $"{server}: {wrong.Count} of {cells} cells are wrong:\n{string.Join('\n', wrong.Take(60))}");
    }

    /// <summary>Something that happens.</summary>
    private sealed record Happening(string Name, IReadOnlyList<MatrixOperation> Operations, Action<DemoServer> Change)
    {
        public required Func<Moment, Playlist, Task<string?>> LookAsync { get; init; }

        public required Func<Task> UndoAsync { get; init; }

        /// <summary>Whether one more run can reach the same result as a run without it.</summary>
        public Func<Moment, bool> ComesBack { get; init; } = _ => true;
    }

    /// <summary>When it happens.</summary>
    private sealed record Moment(MatrixOperation Operation, IReadOnlyList<string> Requests, int At)
    {
        public IEnumerable<string> Rest => Requests.Skip(At);

        /// <summary>Whether the sync reads its target before it writes. A pairing reads it once before that, and refuses another user's
        /// list.</summary>
        public bool IsSeenBySync
            => !Requests.Take(At).Any(IsWrite) && Rest.TakeWhile(method => !IsWrite(method)).Count(method => method == "getPlaylist") is var reads
                && reads > 0 && (Operation != MatrixOperation.Pairing || reads == 1);

        public int LastWrite => Requests.ToList().FindLastIndex(IsWrite);

        private static bool IsWrite(string method) => method is "createPlaylist" or "updatePlaylist" or "deletePlaylist";

        public string? ReasonAgainstFine(Playlist row)
            => row.Status == (Operation == MatrixOperation.Removal ? SyncStatus.Pending : SyncStatus.Success) ? null : $"{row.Status}, {row.SyncError.Words}";

        public string? ReasonAgainstRefusal(Playlist row, bool isAsBefore, string atPairing)
            => row.Status != SyncStatus.Error ? $"{row.Status}"
                : !row.SyncError.Words!.Contains("does not allow this user to do that", StringComparison.Ordinal)
                    && !(Operation == MatrixOperation.Pairing && row.SyncError.Words!.Contains(atPairing, StringComparison.Ordinal)) ? $"it says: {row.SyncError.Words}"
                : !isAsBefore ? "the list is not as it was"
                : null;
    }
}
