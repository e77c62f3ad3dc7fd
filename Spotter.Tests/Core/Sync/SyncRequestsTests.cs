using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>What is stored after a request.</summary>
public sealed class SyncRequestsTests : IDisposable
{
    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(true, null, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, true)]
    public async Task Switching_off_deletes_as_the_user_says_or_else_as_is_configured(bool configured, bool? said, bool deletes)
    {
        using var host = new CoreHost(options => options.DeleteOnUnsync = configured);
        var ann = await host.Database.AddUserAsync();
        var id = await host.ImportAsync(ann, "Road trip", host.FillLibrary(1));
        await host.EnableAndRunAsync(ann, id);

        await host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, said, SyncTrigger.User, default);

        await using var db = host.Database.CreateDbContext();
        Assert.Equal((SyncOperation.Remove, deletes), await db.SyncRequests.Select(r => new ValueTuple<SyncOperation, bool>(r.Operation, r.DeleteTarget)).SingleAsync());
    }

    [Fact]
    public async Task A_request_that_takes_the_place_of_another_keeps_nothing_of_it()
    {
        var (ann, id) = await EnabledAsync();
        await RequestAsync(ann, id, SyncCommand.Pair("list-9", "plan"));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, true, SyncTrigger.Api, default);
        var removal = await WaitingAsync();
        Assert.Equal((SyncOperation.Remove, null, true, null, SyncTrigger.Api), (removal.Operation, removal.PairWithId, removal.DeleteTarget, removal.ApprovedPlan, removal.Trigger));

        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, true, null, SyncTrigger.User, default);
        await RequestAsync(ann, id, SyncCommand.Restore(7));

        var restore = await WaitingAsync();
        Assert.Equal((SyncOperation.Restore, 7, false, SyncTrigger.User), (restore.Operation, restore.SnapshotId, restore.DeleteTarget, restore.Trigger));
        Assert.Equal(_host.Clock.GetUtcNow(), restore.RequestedAt);
        await RequestAsync(ann, id, SyncCommand.Pair("list-9", "plan"));
        var pairing = await WaitingAsync();
        Assert.Equal((SyncOperation.Pair, "list-9", "plan", null), (pairing.Operation, pairing.PairWithId, pairing.ApprovedPlan, pairing.SnapshotId));
    }

    [Theory]
    [InlineData(SyncTrigger.User, true)]
    [InlineData(SyncTrigger.Api, true)]
    [InlineData(SyncTrigger.Schedule, false)]
    public async Task What_waits_already_is_done_for_whoever_asks_again_unless_it_is_the_clock(SyncTrigger trigger, bool isTheirs)
    {
        var (ann, id) = await EnabledAsync();
        await _host.RunAsync(id);
        var first = _host.Clock.GetUtcNow();
        await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Rebuild(), SyncTrigger.Schedule, default);
        _host.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(SyncRequestOutcome.Accepted, await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), trigger, default));

        var waiting = await WaitingAsync();
        Assert.Equal(SyncOperation.Rebuild, waiting.Operation);
        Assert.Equal(isTheirs ? (trigger, _host.Clock.GetUtcNow()) : (SyncTrigger.Schedule, first), (waiting.Trigger, waiting.RequestedAt));
        Assert.Equal(first, (await _host.FindAsync(id)).SyncWantedAt);
    }

    [Fact]
    public async Task What_was_put_off_begins_when_somebody_asks_again()
    {
        var (ann, id) = await EnabledAsync();
        _host.Server.IsScanning = true;
        Assert.NotNull((await _host.RunAsync(id)).NotBefore);
        _host.Server.IsScanning = false;

        await RequestAsync(ann, id, SyncCommand.Sync());

        Assert.Null((await _host.FindAsync(id)).NotBefore);
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
    }

    [Fact]
    public async Task A_playlist_of_the_server_itself_is_no_source()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = (await _host.Database.AddPlaylistAsync(ann, "Own")).Id;
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.Source, ProviderKinds.Navidrome));
        }

        Assert.Equal(SyncRequestOutcome.NotASource, await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.User, default));
        Assert.Equal(0, await _host.Requests.RequestAllAsync(ann.UserId, SyncTrigger.User, default));
    }

    [Fact]
    public async Task Only_a_list_that_was_left_can_be_let_go()
    {
        var (ann, id) = await EnabledAsync();

        Assert.Equal(SyncRequestOutcome.SyncIsOn, await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.LetGo(), SyncTrigger.User, default));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        Assert.Equal(SyncRequestOutcome.Accepted, await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.LetGo(), SyncTrigger.User, default));
        Assert.True((await WaitingAsync()).LetsGo);
    }

    [Theory]
    [InlineData(null, SyncRequestOutcome.NothingHeldBack)]
    [InlineData("another", SyncRequestOutcome.PlanChanged)]
    [InlineData("plan", SyncRequestOutcome.Accepted)]
    public async Task Only_the_plan_that_is_held_back_can_be_approved(string? heldBack, SyncRequestOutcome expected)
    {
        var (ann, id) = await EnabledAsync();
        await HoldBackAsync(heldBack, SyncOperation.Sync);

        Assert.Equal(expected, await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.ApproveHeldBack("plan"), SyncTrigger.User, default));
    }

    [Theory]
    [InlineData("an approved rebuild is a rebuild", "plan", SyncOperation.Rebuild, SyncOperation.Rebuild)]
    [InlineData("an approved pairing has taken its list, and is a sync", "plan", SyncOperation.Pair, SyncOperation.Sync)]
    [InlineData("another plan says nothing of what was held back", "another", SyncOperation.Rebuild, SyncOperation.Sync)]
    public async Task What_is_approved_is_what_was_held_back(string why, string approved, SyncOperation held, SyncOperation expected)
    {
        var (ann, id) = await EnabledAsync();
        await HoldBackAsync("plan", held);
        _host.Scheduler.Nudges.Clear();
        var told = 0;
        using var listening = _host.Get<EventBus>().Subscribe<PlaylistStatusChanged>(ann.UserId, _ => told++);

        await RequestAsync(ann, id, SyncCommand.ApplyAnyway(approved));

        Assert.True(expected == (await WaitingAsync()).Operation, why);
        Assert.Equal((id, expected), Assert.Single(_host.Scheduler.Nudges));
        Assert.Equal(1, told);
    }

    [Fact]
    public async Task A_pairing_stays_one_though_its_preview_is_the_plan_that_was_held_back()
    {
        var (ann, id) = await EnabledAsync();
        await HoldBackAsync("plan", SyncOperation.Sync);

        await RequestAsync(ann, id, SyncCommand.Pair("list", "plan"));

        Assert.Equal((SyncOperation.Pair, "list"), ((await WaitingAsync()).Operation, (await WaitingAsync()).PairWithId));
    }

    [Fact]
    public async Task All_are_those_of_the_user_that_have_sync_on()
    {
        var (ann, id) = await EnabledAsync();
        await _host.RunAsync(id);
        await _host.ImportAsync(ann, "Off", CoreHost.Tracks(1, 1));
        var bob = await _host.Database.AddUserAsync("bob");
        var bobs = await _host.ImportAsync(bob, "Bob's", CoreHost.Tracks(1, 1));
        await _host.EnableAndRunAsync(bob, bobs);

        Assert.Equal(1, await _host.Requests.RequestAllAsync(ann.UserId, SyncTrigger.User, default));

        Assert.Equal(id, (await WaitingAsync()).PlaylistId);
    }

    private async Task HoldBackAsync(string? plan, SyncOperation operation)
    {
        await using var db = _host.Database.CreateDbContext();
        await db.Playlists.ExecuteUpdateAsync(set => set
            .SetProperty(p => p.HeldBackPlan, plan).SetProperty(p => p.HeldBackOperation, operation).SetProperty(p => p.HeldBackRule, (SafetyRule?)SafetyRule.LibraryShrank));
    }

    private async Task RequestAsync(Account owner, int id, SyncCommand wish)
        => Assert.Equal(SyncRequestOutcome.Accepted, await _host.Requests.RequestAsync(owner.UserId, id, wish, SyncTrigger.User, default));

    private async Task<SyncRequest> WaitingAsync()
    {
        await using var db = _host.Database.CreateDbContext();
        return await db.SyncRequests.AsNoTracking().SingleAsync(request => request.LeaseId == null);
    }

    private async Task<(Account Ann, int PlaylistId)> EnabledAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, true, null, SyncTrigger.User, default);
        return (ann, id);
    }
}
