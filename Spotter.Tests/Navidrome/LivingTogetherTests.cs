using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Navidrome.Faults;

namespace Spotter.Tests.Navidrome;

/// <summary>What happens to lists that were left, deleted, or lost with their server, on every known server.</summary>
public sealed class LivingTogetherTests
{
    public static TheoryData<string> Servers => [.. DemoProfile.All.Select(profile => profile.Name)];

    public static TheoryData<string, RenewalAnswer> Answers
    {
        get
        {
            var cells = new TheoryData<string, RenewalAnswer>();
            foreach (var profile in DemoProfile.All)
            {
                foreach (var answer in Enum.GetValues<RenewalAnswer>())
                {
                    cells.Add(profile.Name, answer);
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_list_that_was_left_is_gone_on_with_and_what_is_replaced_in_it_is_kept(string server)
    {
        await using var host = await StartAsync(server);
        var (account, id) = await SyncedAsync(host, "Road trip");
        var list = Assert.Single(host.Server.Playlists.All);
        await host.RequestAsync(account, id, SyncCommand.Remove(deleteTarget: false));
        var off = await host.RunAsync(id);
        Assert.Equal((null, list.Id), (off.NavidromePlaylistId, off.LeftTargetId));
        await LookAsync(host, account);
        Assert.Equal(2, await host.CountPlaylistsAsync()); // the left list is shown as one of the server's own
        host.Server.Playlists.Change(list.Id, now => now with { SongIds = [.. list.SongIds.Skip(1), .. list.SongIds.Take(1)] });

        await host.RequestAsync(account, id, SyncCommand.Sync());
        var on = await host.RunAsync(id);
        Assert.Equal(1, await host.CountPlaylistsAsync());

        var after = Assert.Single(host.Server.Playlists.All);
        Assert.Equal((SyncStatus.Success, list.Id, null), (on.Status, on.NavidromePlaylistId, on.LeftTargetId));
        Assert.Equal(list.Id, after.Id);
        Assert.Equal(list.SongIds, after.SongIds);
        var kept = Assert.Single(await host.SnapshotsAsync(id));
        Assert.Equal([.. list.SongIds.Skip(1), list.SongIds[0]], kept.Songs.Select(song => song.Id));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_was_added_to_it_meanwhile_stays_where_additions_are_kept(string server)
    {
        await using var host = await StartAsync(server);
        var (account, id) = await SyncedAsync(host, "Road trip");
        await host.Get<Spotter.Core.Sync.PlaylistChoices>().SetEditPolicyAsync(account.UserId, id, EditPolicy.KeepAdded, default);
        await host.RunAsync(id);
        var list = Assert.Single(host.Server.Playlists.All);
        await host.RequestAsync(account, id, SyncCommand.Remove(deleteTarget: false));
        await host.RunAsync(id);
        Later(host);
        var added = host.Server.Library.Songs[20].Id;
        host.Server.Playlists.Change(list.Id, now => now with { SongIds = [now.SongIds[0], added, .. now.SongIds.Skip(1)] });

        await host.RequestAsync(account, id, SyncCommand.Sync());
        await host.RunAsync(id);

        Assert.Equal([list.SongIds[0], added, .. list.SongIds.Skip(1)], Assert.Single(host.Server.Playlists.All).SongIds);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_list_that_was_let_go_for_good_is_nobody_s_and_a_new_one_is_made(string server)
    {
        await using var host = await StartAsync(server);
        var (account, id) = await SyncedAsync(host, "Road trip");
        var list = Assert.Single(host.Server.Playlists.All);
        Assert.Equal(SyncRequestOutcome.SyncIsOn, await AskAsync(host, account, id, SyncCommand.LetGo()));
        await host.RequestAsync(account, id, SyncCommand.Remove(deleteTarget: false));
        await host.RunAsync(id);

        Assert.Equal(SyncRequestOutcome.Accepted, await AskAsync(host, account, id, SyncCommand.LetGo()));
        var free = await host.RunAsync(id);
        await host.RequestAsync(account, id, SyncCommand.Sync());
        var on = await host.RunAsync(id);

        Assert.Equal((null, null), (free.NavidromePlaylistId, free.LeftTargetId));
        Assert.Equal(2, host.Server.Playlists.All.Count);
        Assert.NotEqual(list.Id, on.NavidromePlaylistId);
        Assert.Equal(list.SongIds, host.Server.Playlists.Find(list.Id)!.SongIds);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_left_list_that_is_gone_is_not_asked_about(string server)
    {
        await using var host = await StartAsync(server);
        var (account, id) = await SyncedAsync(host, "Road trip");
        await host.RequestAsync(account, id, SyncCommand.Remove(deleteTarget: false));
        await host.RunAsync(id);
        host.Server.Playlists.Clear();

        await host.RequestAsync(account, id, SyncCommand.Sync());
        var on = await host.RunAsync(id);

        Assert.Equal((SyncStatus.Success, null), (on.Status, on.HeldBackRule));
        Assert.Equal(on.NavidromePlaylistId, Assert.Single(host.Server.Playlists.All).Id);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public Task A_left_list_that_belongs_to_somebody_else_by_now_is_not_gone_on_with(string server)
        => LoseLeftListAsync(server, list => list with { Owner = "demo", IsPublic = true });

    [Theory]
    [InlineData("Navidrome 0.63")]
    [InlineData("Navidrome 0.64")]
    public Task Nor_is_one_that_is_made_by_rules_by_now(string server) => LoseLeftListAsync(server, list => list with { IsReadOnly = true });

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_rebuild_of_a_list_that_somebody_deleted_creates_it(string server)
    {
        await using var host = await StartAsync(server);
        var (account, id) = await SyncedAsync(host, "Road trip");
        var list = Assert.Single(host.Server.Playlists.All);
        host.Server.Playlists.Clear();
        // A list of the user's with that name and content: nothing proves that Spotter may delete it.
        var own = host.Server.Playlists.Create(FaultHost.User, "Road trip", list.SongIds);

        await host.RequestAsync(account, id, SyncCommand.Rebuild());
        var row = await host.RunAsync(id);

        Assert.Equal((SyncStatus.Success, null), (row.Status, row.HeldBackRule));
        Assert.Equal(2, host.Server.Playlists.All.Count);
        Assert.NotEqual(own.Id, row.NavidromePlaylistId);
        Assert.Equal(list.SongIds, host.Server.Playlists.Find(row.NavidromePlaylistId!)!.SongIds);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task An_approval_is_good_for_the_plan_that_was_shown_and_for_no_other(string server)
    {
        await using var host = await StartAsync(server);
        var (account, id) = await SyncedAsync(host, "Road trip");
        Assert.Equal(SyncRequestOutcome.NothingHeldBack, await AskAsync(host, account, id, SyncCommand.ApproveHeldBack("a plan")));
        host.Server.Playlists.Clear();
        await host.RequestAsync(account, id, SyncCommand.Sync());
        var shown = (await host.RunAsync(id)).HeldBackPlan!;
        await host.ImportAsync(account, "Road trip", [0, 1, 2, 3]);
        var changed = (await host.RunAsync(id)).HeldBackPlan!;

        Assert.NotEqual(shown, changed);
        Assert.Equal(SyncRequestOutcome.PlanChanged, await AskAsync(host, account, id, SyncCommand.ApproveHeldBack(shown)));
        Assert.Empty(host.Server.Playlists.All);
        Assert.Equal(SyncRequestOutcome.Accepted, await AskAsync(host, account, id, SyncCommand.ApproveHeldBack(changed)));
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(id)).Status);
        Assert.Equal(4, Assert.Single(host.Server.Playlists.All).SongIds.Count);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_server_that_was_set_up_anew_is_one_question_and_the_clock_waits_for_its_answer(string server)
    {
        await using var host = await StartAsync(server);
        var (account, trip) = await SyncedAsync(host, "Road trip");
        var (_, rain) = await SyncedAsync(host, "Rain");
        var never = await host.ImportAsync(account, "Never synced", [3, 4]);
        SetUpFromScratch(host);
        await host.EnableByClockAsync(account, never);
        using var told = new Told(host, account.UserId);

        for (var hour = 0; hour < 3; hour++)
        {
            await LookAsync(host, account);
            await host.RequestScheduledAsync(account, never);
            await host.RunAsync(never);
        }

        Assert.Empty(host.Server.Playlists.All);
        var open = await host.Get<ServerRenewals>().FindOpenAsync(account.UserId, default);
        Assert.Equal(["Rain", "Road trip"], open!.Playlists.Select(playlist => playlist.Name));
        Assert.Equal((3, 0), (open.KnownSongs, open.FoundSongs));
        Assert.Single(told.Notifications);
        Assert.Single(await host.EventsAsync(), line => line.PlaylistId is null && line.Type == SyncEventType.HeldBack);
        Assert.All([await host.FindAsync(trip), await host.FindAsync(rain)], row => Assert.Equal((null, null), (row.SyncWantedAt, row.HeldBackRule)));

        Assert.Equal(SafetyRule.ServerRenewed, (await host.FindAsync(never)).HeldBackRule);

        // A request for one playlist asks about this one, and does not repeat the question about all.
        await host.RequestAsync(account, trip, SyncCommand.Sync());
        var held = await host.RunAsync(trip);
        Assert.Equal(SafetyRule.TargetGone, held.HeldBackRule);
        Assert.Single(told.Notifications);
        Assert.Equal(SyncRequestOutcome.Accepted, await AskAsync(host, account, trip, SyncCommand.ApproveHeldBack(held.HeldBackPlan!)));
        await host.RunAsync(trip);
        Assert.Equal("Road trip", Assert.Single(host.Server.Playlists.All).Name);
        Assert.Equal(["Rain"], (await host.Get<ServerRenewals>().FindOpenAsync(account.UserId, default))!.Playlists.Select(playlist => playlist.Name));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Signing_in_to_a_new_server_is_no_answer(string server)
    {
        await using var host = await StartAsync(server);
        var (account, trip) = await SyncedAsync(host, "Road trip");
        SetUpFromScratch(host);
        var copy = host.Server.Playlists.Create(FaultHost.User, "Road trip", [.. host.Server.Library.Songs.Select(song => song.Id)]);
        await using (var db = await host.Get<IDbContextFactory<SpotterDbContext>>().CreateDbContextAsync())
        {
            await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.NeedsSignIn, true));
        }

        await host.SignInAsync();
        var row = await host.RunAsync(trip);

        Assert.Equal(SafetyRule.ServerRenewed, row.HeldBackRule);
        Assert.Equal(copy, Assert.Single(host.Server.Playlists.All));
        Assert.NotNull(await host.Get<ServerRenewals>().FindOpenAsync(account.UserId, default));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task One_answer_holds_for_all(string server, RenewalAnswer answer)
    {
        await using var host = await StartAsync(server);
        var (account, trip) = await SyncedAsync(host, "Road trip");
        var (_, rain) = await SyncedAsync(host, "Rain");
        SetUpFromScratch(host);
        // The same songs under new ids, in a list that somebody has copied by hand.
        var copy = host.Server.Playlists.Create(FaultHost.User, "Road trip", [.. host.Server.Library.Songs.Where(song => FaultHost.Songs.Take(3).Any(old => old.Title == song.Title)).Select(song => song.Id)]);
        await LookAsync(host, account);
        Assert.Equal(copy, Assert.Single(host.Server.Playlists.All));

        Assert.Equal(2, await host.Get<ServerRenewals>().AnswerAsync(account.UserId, answer, SyncTrigger.User, default));
        var (tripAfter, rainAfter) = (await host.RunAsync(trip), await host.RunAsync(rain));

        Assert.Null(await host.Get<ServerRenewals>().FindOpenAsync(account.UserId, default));
        Assert.Null(await host.Get<ServerRenewals>().AnswerAsync(account.UserId, answer, SyncTrigger.User, default));
        var (lists, created, paired, asked) = answer switch
        {
            RenewalAnswer.CreateAll => (3, 2, 0, 0),
            RenewalAnswer.PairCertain => (1, 0, 1, 1),
            RenewalAnswer.LookAtEach => (1, 0, 0, 2),
        };
        Playlist[] rows = [tripAfter, rainAfter];
        Assert.Equal(lists, host.Server.Playlists.All.Count);
        Assert.Equal(asked, rows.Count(row => row.HeldBackRule == SafetyRule.TargetGone));
        Assert.Equal(created + paired, rows.Count(row => row.Status == SyncStatus.Success));
        Assert.Equal(paired == 1, tripAfter.NavidromePlaylistId == copy.Id);

        // This also holds at later looks, whatever the library contains.
        await LookAsync(host, account);
        await host.RunAsync(trip);
        await host.RunAsync(rain);
        Assert.Equal(lists, host.Server.Playlists.All.Count);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Another_name_that_was_chosen_is_not_overruled_by_a_likeness_to_the_left_list(string server)
    {
        await using var host = await StartAsync(server);
        var (account, id) = await SyncedAsync(host, "Road trip");
        var left = Assert.Single(host.Server.Playlists.All);
        await host.RequestAsync(account, id, SyncCommand.Remove(deleteTarget: false));
        await host.RunAsync(id);
        host.Server.Playlists.Clear();
        var own = host.Server.Playlists.Create(FaultHost.User, "Road trip", left.SongIds);
        await host.Get<Spotter.Core.Sync.PlaylistChoices>().RenameTargetAsync(account.UserId, id, "Road trip (Spotter)", default);

        await host.RequestAsync(account, id, SyncCommand.Sync());
        var on = await host.RunAsync(id);

        Assert.NotEqual(own.Id, on.NavidromePlaylistId);
        Assert.Equal(["Road trip", "Road trip (Spotter)"], host.Server.Playlists.All.Select(list => list.Name));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task After_an_answer_the_new_server_is_the_one_that_we_know_and_may_be_lost_in_its_turn(string server)
    {
        await using var host = await StartAsync(server);
        var (account, trip) = await SyncedAsync(host, "Road trip");
        SetUpFromScratch(host);
        await LookAsync(host, account);
        await host.Get<ServerRenewals>().AnswerAsync(account.UserId, RenewalAnswer.CreateAll, SyncTrigger.User, default);
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(trip)).Status);

        // Every file was moved and retagged: to the server they are other songs, but its lists are still there.
        Later(host);
        host.Server.Library.Replace([.. FaultHost.Songs.Select(song => song with { Id = DemoIds.For("moved", song.Id) })]);
        await LookAsync(host, account);
        Assert.Null(await host.Get<ServerRenewals>().FindOpenAsync(account.UserId, default));
        await host.RunAsync(trip);

        Later(host);
        host.Server.SetUpFromScratch([.. FaultHost.Songs.Skip(1).Append(FaultHost.Songs[0]).Select(song => song with { Id = DemoIds.For("once more", song.Id) })]);
        await LookAsync(host, account);
        Assert.NotNull(await host.Get<ServerRenewals>().FindOpenAsync(account.UserId, default));
        Assert.Empty(host.Server.Playlists.All);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task The_server_that_we_know_is_gone_on_with_when_it_is_back(string server)
    {
        await using var host = await StartAsync(server);
        var (account, trip) = await SyncedAsync(host, "Road trip");
        var before = Assert.Single(host.Server.Playlists.All);
        SetUpFromScratch(host);
        await LookAsync(host, account);
        Assert.NotNull(await host.Get<ServerRenewals>().FindOpenAsync(account.UserId, default));

        host.Server.SetUpFromScratch(FaultHost.Songs);
        var back = host.Server.Playlists.Create(FaultHost.User, before.Name, [.. host.Server.Library.Songs.Take(3).Select(song => song.Id)]);
        host.Server.Playlists.Change(back.Id, list => list with { Comment = before.Comment });
        await LookAsync(host, account);

        Assert.Null(await host.Get<ServerRenewals>().FindOpenAsync(account.UserId, default));
        Assert.Equal((SyncStatus.Success, back.Id), ((await host.RunAsync(trip)).Status, (await host.FindAsync(trip)).NavidromePlaylistId));
    }

    [Fact]
    public async Task An_upgrade_that_changes_every_id_is_no_new_server_though_all_lists_were_deleted()
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.Navidrome060);
        var (account, trip) = await SyncedAsync(host, "Road trip");
        host.Server.Upgrade(DemoProfile.Navidrome);
        host.Server.Playlists.Clear();

        await LookAsync(host, account);

        Assert.Null(await host.Get<ServerRenewals>().FindOpenAsync(account.UserId, default));
        Assert.Equal(SafetyRule.TargetGone, (await host.RunAsync(trip)).HeldBackRule);
    }

    private static Task<FaultHost> StartAsync(string server) => FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));

    private static async Task<(Account Account, int PlaylistId)> SyncedAsync(FaultHost host, string name)
    {
        var account = await host.AccountAsync();
        var id = await host.ImportAsync(account, name, [0, 1, 2]);
        await host.RequestAsync(account, id, SyncCommand.Sync());
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(id)).Status);
        return (account, id);
    }

    private static async Task LoseLeftListAsync(string server, Func<DemoPlaylist, DemoPlaylist> lose)
    {
        await using var host = await StartAsync(server);
        var (account, id) = await SyncedAsync(host, "Road trip");
        await host.RequestAsync(account, id, SyncCommand.Remove(deleteTarget: false));
        await host.RunAsync(id);
        var lost = host.Server.Playlists.Change(Assert.Single(host.Server.Playlists.All).Id, lose);
        Later(host);

        await host.RequestAsync(account, id, SyncCommand.Sync());
        var on = await host.RunAsync(id);

        Assert.Equal((SyncStatus.Success, null), (on.Status, on.HeldBackRule));
        Assert.Equal(2, host.Server.Playlists.All.Count);
        Assert.NotEqual(lost.Id, on.NavidromePlaylistId);
        Assert.Equal(lost, host.Server.Playlists.Find(lost.Id));
    }

    private static Task<SyncRequestOutcome> AskAsync(FaultHost host, Account account, int playlistId, SyncCommand wish)
        => host.Get<SyncRequests>().RequestAsync(account.UserId, playlistId, wish, SyncTrigger.Api, default);

    /// <summary>The same files, found in another order, so that even a server that numbers its songs gives each of ours another
    /// id.</summary>
    private static void SetUpFromScratch(FaultHost host)
    {
        Later(host);
        host.Server.SetUpFromScratch([.. FaultHost.Songs.Reverse().Select(song => song with { Id = DemoIds.For("anew", song.Id) })]);
    }

    private static async Task LookAsync(FaultHost host, Account account)
    {
        Later(host);
        await host.Get<AccountRefresher>().RefreshAsync(account.Id, default);
    }

    private static void Later(FaultHost host) => host.Clock.Advance(TimeSpan.FromHours(1));

    /// <summary>The events that pages receive while it exists.</summary>
    private sealed class Told : IDisposable
    {
        private readonly IDisposable _subscription;

        public Told(FaultHost host, int userId)
            => _subscription = host.Get<Spotter.Core.Events.EventBus>().Subscribe<Spotter.Core.Events.Notification>(userId, Notifications.Add);

        public List<Spotter.Core.Events.Notification> Notifications { get; } = [];

        public void Dispose() => _subscription.Dispose();
    }
}
