using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome.Faults;

/// <summary>What a sync costs on each server, request by request.</summary>
public sealed class RequestCountTests
{
    public static TheoryData<string> Servers => [.. DemoProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Every_operation_costs_what_it_must_and_no_request_more(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var matrix = new FaultMatrix(host, await host.AccountAsync());
        var isBare = server == "bare Subsonic";
        var look = LookOf(server);
        // The libraries are read once: after the songs, only the change detector is asked.
        string[] read = [.. look, "search3", "search3", "search3", look[0]];
        // The list is read back only if the answer to a write has no entries, and looked for only if it has no id.
        string[] readBack = isBare ? ["getPlaylist"] : [];
        string[] lookFor = isBare ? ["getPlaylists", "getPlaylist"] : [];
        // gonic's change detector does not show every scan, so a request by hand gets no library older than a minute.
        string[] readAgain = server == "gonic" ? read : [];

        Assert.Equal([.. look, .. read, "getPlaylists", "createPlaylist", .. lookFor, "updatePlaylist"], await matrix.RequestsOfAsync(MatrixOperation.FirstSync));
        Assert.Equal([.. look, "getPlaylist", "createPlaylist", .. readBack, "updatePlaylist"], await matrix.RequestsOfAsync(MatrixOperation.Update));
        Assert.Equal(
            ["getPlaylist", .. look, .. readAgain, "getPlaylist", "createPlaylist", .. readBack, "updatePlaylist"],
            await matrix.RequestsOfAsync(MatrixOperation.Pairing));
        Assert.Equal(["getPlaylist", "deletePlaylist"], await matrix.RequestsOfAsync(MatrixOperation.Removal));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Ten_playlists_that_have_not_changed_cost_one_look_at_the_change_detector_and_no_write(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var account = await host.AccountAsync();
        var playlists = new List<int>();
        for (var i = 0; i < 10; i++)
        {
            playlists.Add(await host.ImportAsync(account, $"List {i}", [i, i + 1, i + 2]));
            await host.RequestAsync(account, playlists[i], SyncCommand.Sync());
            Assert.Equal(SyncStatus.Success, (await host.RunAsync(playlists[i])).Status);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(20));
        host.Plan.Begin();
        foreach (var playlist in playlists)
        {
            await host.RequestAsync(account, playlist, SyncCommand.Sync());
        }

        foreach (var playlist in playlists)
        {
            Assert.Equal(SyncStatus.Success, (await host.RunAsync(playlist)).Status);
        }

        // gonic's change detector does not show every scan: there the library is read again, once, with a look before and after.
        var readsAgain = server == "gonic";
        Assert.Equal(readsAgain ? 3 : 1, host.Plan.Sent.Count(method => method is "getScanStatus" or "getIndexes"));
        Assert.Equal(readsAgain ? 3 : 0, host.Plan.Sent.Count(method => method is "search3"));
        Assert.DoesNotContain(host.Plan.Sent, method => method is "createPlaylist" or "updatePlaylist" or "deletePlaylist");
        Assert.InRange(host.Plan.Sent.Count(method => method is "getPlaylist" or "getPlaylists"), 1, 11);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Ten_playlists_that_are_synced_at_once_cost_as_much_as_a_look_where_the_server_tells_when_a_list_was_changed(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var account = await host.AccountAsync();
        var playlists = new List<int>();
        for (var i = 0; i < 10; i++)
        {
            playlists.Add(await host.ImportAsync(account, $"List {i}", [i, i + 1, i + 2]));
            await host.RequestAsync(account, playlists[i], SyncCommand.Sync());
            await host.RunAsync(playlists[i]);
        }

        host.Clock.Advance(TimeSpan.FromMinutes(20));
        await host.Get<AccountRefresher>().RefreshAsync(account.Id, default); // reads the modification times of our own writes
        var tells = (await host.FindAsync(playlists[0])).TargetChangedAt is not null;

        host.Clock.Advance(TimeSpan.FromMinutes(20));
        host.Plan.Begin();
        await host.Get<SyncRequests>().RequestAllAsync(account.UserId, SyncTrigger.User, default);
        foreach (var playlist in playlists)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(30));
            Assert.Equal(SyncStatus.Success, (await host.RunAsync(playlist)).Status);
        }

        var all = host.Plan.Sent.ToList();
        host.Plan.Begin();
        await host.Get<AccountRefresher>().RefreshAsync(account.Id, default);

        if (tells)
        {
            string[] look = ["getPlaylists", .. LookOf(server)];
            // If the change detector does not show every scan, a request by hand has the library read again, once for all.
            string[] read = server == "gonic" ? ["getScanStatus", "getScanStatus", "search3", "search3", "search3"] : [];
            Assert.Equal(look.Concat(read).Order(), all.Order());
            Assert.Equal(look.Order(), host.Plan.Sent.Order());
        }
        else
        {
            Assert.Equal(10, all.Count(method => method == "getPlaylist"));
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_long_playlist_that_has_not_changed_is_not_read_again_where_the_server_tells_when_a_list_was_changed(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server), songs: FaultHost.Make(600));
        var account = await host.AccountAsync();
        var playlist = await host.ImportAsync(account, "Long", Enumerable.Range(0, 600));
        await host.RequestAsync(account, playlist, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(playlist)).Status);

        // The first look after our own write learns its time by reading the list.
        var sent = new List<List<string>>();
        for (var time = 0; time < 2; time++)
        {
            host.Clock.Advance(TimeSpan.FromMinutes(20));
            host.Plan.Begin();
            await host.RequestAsync(account, playlist, SyncCommand.Sync());
            Assert.Equal(SyncStatus.Success, (await host.RunAsync(playlist)).Status);
            sent.Add([.. host.Plan.Sent]);
        }

        var tells = (await host.FindAsync(playlist)).TargetChangedAt is not null;
        Assert.Contains("getPlaylist", sent[0]);
        Assert.Equal(!tells, sent[1].Contains("getPlaylist"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task An_account_whose_library_has_not_changed_is_looked_at_by_two_requests_or_three(string server)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var account = await host.AccountAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        host.Plan.Begin();

        await host.Get<AccountRefresher>().RefreshAsync(account.Id, default);

        Assert.Equal(["getPlaylists", .. LookOf(server)], host.Plan.Sent);
    }

    /// <summary>The change detector. On Navidrome it includes the libraries that the account may see.</summary>
    private static string[] LookOf(string server)
        => server == "bare Subsonic" ? ["getIndexes"]
            : server.StartsWith("Navidrome", StringComparison.Ordinal) ? ["getScanStatus", "getMusicFolders"]
            : ["getScanStatus"];
}
