using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>Requests, leases and recovery: what stays true whoever runs, stops or dies.</summary>
public sealed class SyncLeasesTests : IDisposable
{
    private readonly CoreHost _host = new();

    private SyncLeases Leases => _host.Get<SyncLeases>();

    public void Dispose() => _host.Dispose();

    /// <summary>A playlist whose pairing with a list of its name ended in an error.</summary>
    private async Task<(Account Ann, int Id)> PairInVainAsync(ProviderFailure failure)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(4));
        var list = _host.Server.Add("Road trip", ["s1", "s2"]);
        _host.Server.Before = _ => throw new ProviderException(ProviderKinds.Navidrome, failure, new Fact.SaidBefore("It did not work."));
        Assert.Equal(SyncStatus.Error, (await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list))).Status);
        _host.Server.Before = null;
        _host.Scheduler.Nudges.Clear();
        return (ann, id);
    }

    [Fact]
    public async Task Ten_requests_at_once_are_one_waiting_request_and_one_lease()
    {
        var (ann, id) = await WantedAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(
            () => _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.Api, default))));
        var leases = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => Leases.TryTakeAsync(id, default))));

        Assert.Single(leases, lease => lease is not null);
        await using var db = _host.Database.CreateDbContext();
        Assert.Single(db.SyncRequests);
    }

    [Fact]
    public async Task A_pairing_that_met_a_server_out_of_order_is_what_the_clock_asks_for_next()
    {
        var (ann, id) = await PairInVainAsync(ProviderFailure.Unavailable);

        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.Get<Spotter.Core.Sync.Servers.AccountRefresher>().RefreshAsync(ann.Id, default);
        await _host.LiveAsync();

        var only = Assert.Single(_host.Server.Lists);
        Assert.Equal((only.Id, SyncStatus.Success), ((await _host.FindAsync(id)).NavidromePlaylistId, (await _host.FindAsync(id)).Status));
    }

    [Fact]
    public async Task A_pairing_that_was_refused_is_over()
    {
        var (_, id) = await PairInVainAsync(ProviderFailure.Forbidden);
        await using var db = _host.Database.CreateDbContext();
        Assert.False(await db.SyncRequests.AnyAsync(request => request.PlaylistId == id));
    }

    [Theory]
    [InlineData("a sync would make a second list: it becomes the pairing", false, SyncOperation.Pair)]
    [InlineData("a removal takes the place of the pairing", true, SyncOperation.Remove)]
    public async Task What_was_asked_for_during_a_pairing_that_failed_replaces_it_or_becomes_it(string why, bool isRemoval, SyncOperation served)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(4));
        var list = _host.Server.Add("Road trip", ["s1", "s2"]);
        _host.Server.Before = async call =>
        {
            if (call == "read")
            {
                await AskAsync(ann, id, isRemoval ? SyncOperation.Remove : SyncOperation.Sync);
                throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It did not work."));
            }
        };

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Pair(list, "plan"));

        await using var db = _host.Database.CreateDbContext();
        var waiting = Assert.Single(db.SyncRequests.AsNoTracking());
        Assert.True(served == waiting.Operation, why);
        Assert.Equal(isRemoval ? (null, null) : (list, "plan"), (waiting.PairWithId, waiting.ApprovedPlan));
        Assert.Null(waiting.LeaseId);
    }

    [Fact]
    public async Task A_request_during_a_run_is_served_once_afterwards()
    {
        var (ann, id) = await WantedAsync();
        var during = 0;
        _host.Server.Before = async call =>
        {
            if (call == "create")
            {
                during++;
                await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.User, default);
                await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.User, default);
                Assert.Equal(SyncStatus.Syncing, (await _host.FindAsync(id)).Status);
            }
        };

        var first = await _host.RunAsync(id);
        var second = await _host.RunAsync(id);
        var third = await _host.RunAsync(id);

        Assert.Equal(1, during);
        Assert.Equal((SyncStatus.Pending, SyncStatus.Success, SyncStatus.Success), (first.Status, second.Status, third.Status));
        Assert.Equal(2, (await _host.EventsAsync(id)).Count(e => e.Type == SyncEventType.Started));
    }

    [Fact]
    public async Task A_silent_run_loses_its_lease_and_the_same_operation_is_queued_again()
    {
        var (ann, id) = await WantedAsync();
        await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Rebuild(), SyncTrigger.User, default);
        var dead = await Leases.TryTakeAsync(id, default);
        _host.Scheduler.Nudges.Clear();

        await SweepAsync();
        Assert.Equal(SyncStatus.Syncing, (await _host.FindAsync(id)).Status);
        _host.Clock.Advance(TimeSpan.FromSeconds(121));
        await SweepAsync();

        Assert.Equal(SyncStatus.Pending, (await _host.FindAsync(id)).Status);
        Assert.Equal((id, SyncOperation.Rebuild), Assert.Single(_host.Scheduler.Nudges));
        var line = (await _host.EventsAsync(id))[^1];
        var figures = SyncEventLog.ReadFigures(line.Metadata);
        Assert.Equal((dead!.Id, SyncOperation.Rebuild, SyncTrigger.User), (line.OperationId, figures.Operation, figures.Trigger));
        await Assert.ThrowsAsync<LeaseLostException>(() => Leases.RenewAsync(dead!, default));
        Assert.False(await Leases.EndAsync(dead!, SyncOutcome.Failed(new Fact.SaidBefore("too late"))));
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
        Assert.Single(_host.Server.Lists);
    }

    [Fact]
    public async Task The_third_lost_lease_in_a_row_is_an_error()
    {
        var (_, id) = await WantedAsync();
        for (var i = 0; i < 3; i++)
        {
            await LoseAsync(id);
        }

        var playlist = await _host.FindAsync(id);
        Assert.Equal((SyncStatus.Error, null), (playlist.Status, playlist.SyncWantedAt));
        var events = (await _host.EventsAsync(id)).Where(e => e.Type != SyncEventType.Imported).ToList();
        Assert.Equal(3, events.Count(e => e.Type == SyncEventType.Started));
        Assert.All(events.GroupBy(e => e.OperationId), run => Assert.Equal(2, run.Count()));
    }

    [Fact]
    public async Task A_run_that_ends_well_forgets_the_losses_before_it()
    {
        var (ann, id) = await WantedAsync();
        await LoseAsync(id);
        await LoseAsync(id);
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
        await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.User, default);

        await LoseAsync(id);
        await LoseAsync(id);

        Assert.Equal((SyncStatus.Pending, null), ((await _host.FindAsync(id)).Status, (await _host.FindAsync(id)).SyncError.Words));
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
    }

    [Fact]
    public async Task What_was_asked_for_during_the_third_lost_run_is_still_served()
    {
        var (ann, id) = await WantedAsync();
        await LoseAsync(id);
        await LoseAsync(id);
        Assert.NotNull(await Leases.TryTakeAsync(id, default));
        await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Rebuild(), SyncTrigger.User, default);
        _host.Scheduler.Nudges.Clear();
        _host.Clock.Advance(TimeSpan.FromSeconds(121));

        await SweepAsync();

        Assert.Equal(SyncStatus.Pending, (await _host.FindAsync(id)).Status);
        Assert.Equal((id, SyncOperation.Rebuild), Assert.Single(_host.Scheduler.Nudges));
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
    }

    [Fact]
    public async Task A_lease_that_was_renewed_in_time_is_not_taken()
    {
        var (_, id) = await WantedAsync();
        var lease = await Leases.TryTakeAsync(id, default);
        _host.Clock.Advance(TimeSpan.FromSeconds(121));
        await Leases.RenewAsync(lease!, default);

        Assert.Null(await Leases.ExpireAsync(id, default));

        var playlist = await _host.FindAsync(id);
        Assert.Equal((SyncStatus.Syncing, 0), (playlist.Status, playlist.LeaseLosses));
        await Leases.RenewAsync(lease!, default);
    }

    [Theory]
    [InlineData("a removal takes the place of the sync that was lost", SyncOperation.Sync, SyncOperation.Remove, SyncOperation.Remove)]
    [InlineData("a sync does not take the place of a rebuild that was lost", SyncOperation.Rebuild, SyncOperation.Sync, SyncOperation.Rebuild)]
    [InlineData("switching on again takes the place of a removal that was lost", SyncOperation.Remove, SyncOperation.Sync, SyncOperation.Sync)]
    public async Task Of_a_lost_request_and_a_newer_one_the_rules_say_which_is_served(string why, SyncOperation lost, SyncOperation newer, SyncOperation served)
    {
        var (ann, id) = await WantedAsync();
        await _host.RunAsync(id);
        await AskAsync(ann, id, lost);
        Assert.NotNull(await Leases.TryTakeAsync(id, default));
        await AskAsync(ann, id, newer);
        _host.Clock.Advance(TimeSpan.FromSeconds(121));

        await SweepAsync();

        await using (var db = _host.Database.CreateDbContext())
        {
            var waiting = Assert.Single(db.SyncRequests);
            Assert.True(served == waiting.Operation, $"{why}: {waiting.Operation} waits.");
        }

        await _host.RunAsync(id);
        Assert.Equal(served == SyncOperation.Remove ? 0 : 1, _host.Server.Lists.Count);
    }

    [Fact]
    public async Task What_was_handed_back_until_a_moment_is_not_taken_before_it()
    {
        var (_, id) = await WantedAsync();
        var lease = await Leases.TryTakeAsync(id, default);
        await Leases.HandBackAsync(lease!, new Fact.WaitingForScan(null));

        Assert.Null(await Leases.TryTakeAsync(id, default));
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotNull(await Leases.TryTakeAsync(id, default));
    }

    [Fact]
    public async Task What_was_asked_for_during_a_run_is_queued_when_it_has_ended()
    {
        var (ann, id) = await WantedAsync();
        _host.Server.Before = async call =>
        {
            if (call == "create")
            {
                // The nudge finds the playlist syncing, and does nothing.
                await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Rebuild(), SyncTrigger.User, default);
                _host.Scheduler.Nudges.Clear();
            }
        };

        await _host.RunAsync(id);

        Assert.Equal((id, SyncOperation.Rebuild), Assert.Single(_host.Scheduler.Nudges));
    }

    [Fact]
    public async Task A_request_whose_nudge_was_lost_is_found_after_a_quarter_of_an_hour()
    {
        var (_, id) = await WantedAsync();
        _host.Scheduler.Nudges.Clear();

        _host.Clock.Advance(TimeSpan.FromMinutes(14));
        await SweepAsync();
        Assert.Empty(_host.Scheduler.Nudges);
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        await SweepAsync();

        Assert.Equal((id, SyncOperation.Sync), Assert.Single(_host.Scheduler.Nudges));
    }

    [Fact]
    public async Task A_run_that_lost_its_lease_stops_before_it_changes_the_server()
    {
        var (_, id) = await WantedAsync();
        _host.Server.Before = async call =>
        {
            if (call == "list")
            {
                // Between the plan and the write the lease runs out, and the sweep takes it.
                await using var db = _host.Database.CreateDbContext();
                await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.LeaseUntil, _host.Clock.GetUtcNow() - TimeSpan.FromSeconds(1)));
                await _host.Get<SyncLeases>().ExpireAsync(id, default);
            }
        };

        var playlist = await _host.RunAsync(id);

        Assert.Empty(_host.Server.Writes);
        Assert.Equal(SyncStatus.Pending, playlist.Status);
    }

    [Fact]
    public async Task A_playlist_that_is_wanted_without_a_request_is_wanted_no_more()
    {
        var (_, id) = await WantedAsync();
        await using var db = _host.Database.CreateDbContext();
        await db.SyncRequests.ExecuteDeleteAsync();

        Assert.Null(await Leases.TryTakeAsync(id, default));

        var playlist = await _host.FindAsync(id);
        Assert.Equal((SyncStatus.Pending, null, null), (playlist.Status, playlist.SyncWantedAt, playlist.LeaseId));
    }

    [Fact]
    public async Task At_start_everything_that_waits_is_queued_again()
    {
        var (_, id) = await WantedAsync();
        _host.Scheduler.Nudges.Clear();

        await _host.Get<SyncRecovery>().SweepAsync(atStart: true, default);

        Assert.Equal((id, SyncOperation.Sync), Assert.Single(_host.Scheduler.Nudges));
    }

    [Fact]
    public async Task A_process_that_stops_hands_its_lease_back()
    {
        var (_, id) = await WantedAsync();
        using var stop = new CancellationTokenSource();
        _host.Server.Before = async call =>
        {
            if (call == "library")
            {
                await stop.CancelAsync();
                stop.Token.ThrowIfCancellationRequested();
            }
        };

        await _host.Runner.RunAsync(id, stop.Token);

        var playlist = await _host.FindAsync(id);
        Assert.Equal((SyncStatus.Pending, null, 0), (playlist.Status, playlist.LeaseId, playlist.LeaseLosses));
        Assert.NotNull(playlist.SyncWantedAt);
        _host.Server.Before = null;
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
    }

    [Theory]
    [InlineData("sync is off", SyncRequestOutcome.SyncIsOff)]
    [InlineData("another user's", SyncRequestOutcome.NotFound)]
    public async Task The_door_refuses_what_may_not_be_asked(string why, SyncRequestOutcome expected)
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(1));

        var asker = expected == SyncRequestOutcome.NotFound ? bob : ann;
        var outcome = await _host.Requests.RequestAsync(asker.UserId, id, SyncCommand.Sync(), SyncTrigger.Api, default);

        Assert.True(expected == outcome, why);
        Assert.Empty(_host.Scheduler.Nudges);
    }

    [Fact]
    public async Task A_lease_of_a_clock_that_was_ahead_is_over_when_the_clock_is_right_again()
    {
        var (_, id) = await WantedAsync();
        using (var dying = new CoreHost(_host.Database, _host.Server))
        {
            dying.Clock.Advance(TimeSpan.FromDays(400));
            Assert.NotNull(await dying.Get<SyncLeases>().TryTakeAsync(id, default));
        }

        await SweepAsync();

        Assert.Equal((SyncStatus.Pending, null), ((await _host.FindAsync(id)).Status, (await _host.FindAsync(id)).LeaseUntil));
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
    }

    [Fact]
    public async Task A_lease_that_was_given_a_moment_ago_is_not_over()
    {
        var (_, id) = await WantedAsync();
        Assert.NotNull(await Leases.TryTakeAsync(id, default));

        await SweepAsync();

        Assert.Equal(SyncStatus.Syncing, (await _host.FindAsync(id)).Status);
    }

    [Fact]
    public async Task What_a_clock_that_was_ahead_has_put_off_is_served()
    {
        var (_, id) = await WantedAsync();
        _host.Server.IsScanning = true;
        using (var ahead = new CoreHost(_host.Database, _host.Server))
        {
            ahead.Clock.Advance(TimeSpan.FromDays(400));
            await ahead.RunAsync(id);
        }

        Assert.NotNull((await _host.FindAsync(id)).NotBefore);
        _host.Server.IsScanning = false;
        _host.Scheduler.Nudges.Clear();
        await SweepAsync();

        Assert.Equal(id, Assert.Single(_host.Scheduler.Nudges).PlaylistId);
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
    }

    [Fact]
    public async Task A_run_without_its_lease_keeps_and_intends_nothing()
    {
        var (_, id) = await WantedAsync();
        var lease = (await Leases.TryTakeAsync(id, default))!;
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await SweepAsync();
        var target = new Target(new TargetSummary("list-1", "Road trip", 1), [_host.Server.Library[0]]);

        await Assert.ThrowsAsync<LeaseLostException>(() => _host.Get<TargetCreation>().CreateAsync(lease, _host.Server, "Road trip", ["s1"], null, default));
        await Assert.ThrowsAsync<LeaseLostException>(() => _host.Get<TargetWriter>().KeepAsync(lease, target, default));

        await using var db = _host.Database.CreateDbContext();
        Assert.Equal((0, 0), (await db.TargetIntentions.CountAsync(), await db.TargetSnapshots.CountAsync()));
        Assert.Empty(_host.Server.Lists);
    }

    /// <summary>A run begins and is never heard of again.</summary>
    private async Task LoseAsync(int playlistId)
    {
        Assert.NotNull(await Leases.TryTakeAsync(playlistId, default));
        _host.Clock.Advance(TimeSpan.FromSeconds(121));
        await SweepAsync();
    }

    private Task<SyncRequestOutcome> AskAsync(Account owner, int playlistId, SyncOperation operation) => operation switch
    {
        SyncOperation.Remove => _host.Requests.SetSyncEnabledAsync(owner.UserId, playlistId, false, true, SyncTrigger.User, default),
        SyncOperation.Rebuild => _host.Requests.RequestAsync(owner.UserId, playlistId, SyncCommand.Rebuild(), SyncTrigger.User, default),
        _ => _host.Requests.SetSyncEnabledAsync(owner.UserId, playlistId, true, null, SyncTrigger.User, default),
    };

    private Task SweepAsync() => _host.Get<SyncRecovery>().SweepAsync(atStart: false, default);

    private async Task<(Account Ann, int PlaylistId)> WantedAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, true, null, SyncTrigger.User, default);
        return (ann, id);
    }
}
