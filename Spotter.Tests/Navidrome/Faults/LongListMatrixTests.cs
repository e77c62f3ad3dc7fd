using Spotter.Core.Targets;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Xunit.Abstractions;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>
/// Lists that do not fit into one call, with a fault at every boundary between two pieces. Half a list is never reported as a success, the
/// next run completes it, and Spotter's own pieces are never taken for an edit.
/// </summary>
public sealed class LongListMatrixTests(ITestOutputHelper output)
{
    /// <summary>The server with the most ways to write; all servers with ./test --full.</summary>
    public static TheoryData<string> Servers
        => [.. DemoProfile.All.Where(profile => LongTests.AreWanted || profile.Name == "Navidrome 0.64").Select(profile => profile.Name)];

    public static TheoryData<string> AllServers => [.. DemoProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_mishap_at_any_boundary_between_two_pieces_ends_with_the_whole_list(string server)
    {
        await using var host = await StartAsync(server);
        var matrix = await LongListMatrix.StartAsync(host);
        await RunAsync(
            matrix, server,
            LongTests.AreWanted
                ? Enum.GetValues<LongListOperation>()
                : [LongListOperation.Creation, LongListOperation.SmallChange, LongListOperation.Reversal, LongListOperation.Rebuild],
            LongTests.AreWanted
                ? Enum.GetValues<LongListMishap>()
                : [LongListMishap.ReplyLost, LongListMishap.RefusedFromHereOn, LongListMishap.KilledAfterItActed, LongListMishap.SomebodyAdds]);
    }

    [Theory]
    [MemberData(nameof(AllServers))]
    public async Task A_song_that_the_user_added_outlives_every_death_between_two_pieces(string server)
    {
        await using var host = await StartAsync(server);
        var matrix = await LongListMatrix.StartAsync(host, EditPolicy.KeepAdded);
        var hasRows = server.StartsWith("Navidrome", StringComparison.Ordinal);
        await RunAsync(
            matrix, server,
            LongTests.AreWanted ? [LongListOperation.SmallChange, LongListOperation.Reversal] : [hasRows ? LongListOperation.Reversal : LongListOperation.SmallChange],
            LongTests.AreWanted
                ? [LongListMishap.KilledAfterItActed, LongListMishap.KilledBeforeItActs, LongListMishap.RefusedFromHereOn]
                : [LongListMishap.KilledAfterItActed]);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_song_that_somebody_adds_while_a_list_is_written_stays_where_additions_are_kept(string server)
    {
        await using var host = await StartAsync(server);
        var matrix = await LongListMatrix.StartAsync(host, EditPolicy.KeepAdded);
        await RunAsync(
            matrix, server, [LongListOperation.SmallChange, LongListOperation.Reversal],
            LongTests.AreWanted
                ? [LongListMishap.SomebodyAdds, LongListMishap.SomebodyAddsAndItIsRefused, LongListMishap.SomebodyTakesOut]
                : [LongListMishap.SomebodyAddsAndItIsRefused]);
    }

    [Theory]
    [MemberData(nameof(AllServers))]
    public async Task A_long_list_takes_as_many_calls_as_the_servers_limit_asks_for(string server)
    {
        await using var host = await StartAsync(server);
        var matrix = await LongListMatrix.StartAsync(host);
        var hasRows = server.StartsWith("Navidrome", StringComparison.Ordinal);

        // The last call writes the name and the comment.
        Assert.Equal(["createPlaylist", "updatePlaylist", "updatePlaylist", "updatePlaylist"], Writes(await matrix.RequestsOfAsync(LongListOperation.Creation)));
        Assert.Equal(["updatePlaylist", "updatePlaylist", "updatePlaylist"], Writes(await matrix.RequestsOfAsync(LongListOperation.Growth)));
        Assert.Equal(["createPlaylist", "updatePlaylist", "updatePlaylist"], Writes(await matrix.RequestsOfAsync(LongListOperation.Reversal)));
        Assert.Equal(
            hasRows
                ? ["native:removeRows", "updatePlaylist", "native:moveRow", "native:moveRow", "native:moveRow", "native:moveRow", "updatePlaylist"]
                : ["createPlaylist", "updatePlaylist", "updatePlaylist", "updatePlaylist"],
            Writes(await matrix.RequestsOfAsync(LongListOperation.SmallChange)));
    }

    [Theory]
    [InlineData("hidden rows have other positions than those that are seen", false, true)]
    [InlineData("an own interface that cannot be reached harms nothing", true, false)]
    public async Task Without_positions_that_are_certain_a_small_change_is_a_replacement(string reason, bool isBehindProxy, bool hidesRows)
    {
        await using var host = await StartAsync("Navidrome 0.64");
        var matrix = await LongListMatrix.StartAsync(host);

        var requests = await matrix.RunSmallChangeAsync(isBehindProxy, hidesRows);

        Assert.True(Writes(requests).SequenceEqual(["createPlaylist", "updatePlaylist", "updatePlaylist", "updatePlaylist"]), reason);
    }

    private static IEnumerable<string> Writes(IReadOnlyList<string> requests)
        => requests.Where(method => method is "createPlaylist" or "updatePlaylist" or "native:removeRows" or "native:moveRow" or "native:addRows");

    private static Task<FaultHost> StartAsync(string server)
        => FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server), songs: FaultHost.Make(LongListMatrix.SongCount));

    private async Task RunAsync(LongListMatrix matrix, string server, IReadOnlyList<LongListOperation> operations, IReadOnlyList<LongListMishap> mishaps)
    {
        var (cells, wrong) = (0, new List<string>());
        foreach (var operation in operations)
        {
            var requests = await matrix.RequestsOfAsync(operation);
            output.WriteLine($"{operation}: {string.Join(' ', requests)}");
            foreach (var at in await matrix.BoundariesAsync(operation))
            {
                foreach (var mishap in mishaps)
                {
                    if (await matrix.RunAsync(operation, mishap, at) is { } reason)
                    {
                        wrong.Add($"{operation}, request {at} ({requests[at]}), {mishap}: {reason}");
                    }

                    cells++;
                }
            }
        }

        output.WriteLine($"{server}: {cells} cells");
        Assert.True(wrong.Count == 0, $"{server}: {wrong.Count} of {cells} cells are wrong:\n{string.Join('\n', wrong.Take(40))}");
    }
}
