using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class DecisionWritesTests : IDisposable
{
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    private readonly CoreHost _host = new();

    private MatchCorrections Corrections => _host.Get<MatchCorrections>();

    private DecisionWrites Writes => _host.Get<DecisionWrites>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Fifty_decisions_are_one_run_half_a_minute_after_the_last()
    {
        var (ann, id) = await SyncedAsync(50);
        var rows = (await _host.FindAsync(id)).Tracks;
        var before = await RunsAsync(id);

        foreach (var row in rows)
        {
            _host.Clock.Advance(TimeSpan.FromSeconds(20));
            Assert.True(await Corrections.NeverAsync(ann.UserId, row.Id, default));
            await SweepAndRunAsync(id);
        }

        Assert.Equal((HalfAMinute, before), (_host.Scheduler.LastWait, await RunsAsync(id)));
        _host.Clock.Advance(HalfAMinute);
        await SweepAndRunAsync(id);
        await SweepAndRunAsync(id);
        Assert.Equal(before + 1, await RunsAsync(id));
    }

    [Fact]
    public async Task A_decision_brings_its_run_with_it_also_where_the_process_dies_at_once()
    {
        var (ann, id) = await SyncedAsync(3);
        await Corrections.NeverAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[1].Id, default);

        // Another process, which knows only what is stored. The schedule is not involved.
        using var next = new CoreHost(_host.Database, _host.Server);
        next.Clock.SetUtcNow(_host.Clock.GetUtcNow());
        await next.Get<SyncRecovery>().SweepAsync(atStart: true, default);
        Assert.Empty(next.Scheduler.Nudges);
        next.Clock.Advance(HalfAMinute);
        await next.Get<SyncRecovery>().SweepAsync(atStart: false, default);
        await next.LiveAsync();

        var playlist = await next.FindAsync(id);
        Assert.Equal(["s1", "s3"], _host.Server.ContentOf(playlist.NavidromePlaylistId!));
        Assert.Equal((SyncStatus.Warning, null), (playlist.Status, playlist.SyncWantedAt));
    }

    [Fact]
    public async Task From_the_decision_on_the_playlist_says_that_it_is_to_be_written()
    {
        var (ann, id) = await SyncedAsync(3, CoreHost.Track("Nowhere to be found", "Zed"));
        Assert.Equal(SyncStatus.Warning, (await _host.FindAsync(id)).Status);

        await Corrections.PinAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[3].Id, "s2", default);

        var playlist = await _host.FindAsync(id);
        Assert.Equal((4, 4, SyncStatus.Pending), (playlist.MatchedCount, playlist.TotalCount, playlist.Status));
        Assert.True(playlist.IsGathering);
        Assert.Equal(new DecisionStanding(1, false, 0, false), await Writes.FindAsync(ann.UserId, id, default));
    }

    [Fact]
    public async Task What_is_to_be_written_is_written_at_once_when_somebody_says_so_and_can_be_taken_back()
    {
        var (ann, id) = await SyncedAsync(6);
        var rows = (await _host.FindAsync(id)).Tracks;
        foreach (var row in rows.Take(3))
        {
            await Corrections.NeverAsync(ann.UserId, row.Id, default);
        }

        await Corrections.UndoAsync(ann.UserId, rows[0].Id, default);
        await Corrections.NeverAsync(ann.UserId, rows[0].Id, default);
        Assert.Equal(3, (await Writes.FindAsync(ann.UserId, null, default)).ToWrite);

        Assert.Equal(1, await Writes.WriteNowAsync(ann.UserId, null, default));
        Assert.Equal(TimeSpan.Zero, _host.Scheduler.LastWait);
        var written = await _host.RunAsync(id);
        Assert.Equal(["s4", "s5", "s6"], _host.Server.ContentOf(written.NavidromePlaylistId!));
        Assert.Equal(new DecisionStanding(0, false, 3, true), await Writes.FindAsync(ann.UserId, id, default));

        Assert.Equal(3, await Writes.UndoAsync(ann.UserId, id, default));
        Assert.Equal(3, (await Writes.FindAsync(ann.UserId, id, default)).ToWrite);
        await _host.LiveAsync();
        Assert.Equal(6, _host.Server.ContentOf(written.NavidromePlaylistId!).Count);
        Assert.Equal(new DecisionStanding(0, false, 3, false), await Writes.FindAsync(ann.UserId, id, default));
    }

    [Fact]
    public async Task A_decision_of_before_is_old_news_once_another_is_taken_or_some_time_has_passed()
    {
        var (ann, id) = await SyncedAsync(4);
        var rows = (await _host.FindAsync(id)).Tracks;
        await Corrections.NeverAsync(ann.UserId, rows[0].Id, default);
        await _host.LiveAsync();
        await Corrections.NeverAsync(ann.UserId, rows[1].Id, default);
        await _host.LiveAsync();

        Assert.Equal(1, (await Writes.FindAsync(ann.UserId, id, default)).Written);
        _host.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(DecisionStanding.None, await Writes.FindAsync(ann.UserId, id, default));
        Assert.Equal(0, await Writes.UndoAsync(ann.UserId, id, default));
    }

    [Fact]
    public async Task A_decision_about_a_track_of_two_playlists_is_one_decision_and_a_run_of_each()
    {
        var (ann, first) = await SyncedAsync(3);
        var second = await _host.ImportAsync(ann, "Two", CoreHost.Tracks(2, 2));
        await _host.EnableAndRunAsync(ann, second);

        await Corrections.NeverAsync(ann.UserId, (await _host.FindAsync(first)).Tracks[1].Id, default);

        Assert.Equal(1, (await Writes.FindAsync(ann.UserId, null, default)).ToWrite);
        await _host.LiveAsync();
        Assert.Equal(["s1", "s3"], _host.Server.ContentOf((await _host.FindAsync(first)).NavidromePlaylistId!));
        Assert.Equal(["s3"], _host.Server.ContentOf((await _host.FindAsync(second)).NavidromePlaylistId!));
        Assert.Equal(new DecisionStanding(0, false, 1, true), await Writes.FindAsync(ann.UserId, null, default));
        Assert.Equal(1, await Writes.UndoAsync(ann.UserId, null, default));
    }

    [Fact]
    public async Task A_run_that_fails_leaves_decisions_to_be_written()
    {
        var (ann, id) = await SyncedAsync(3);
        await Corrections.NeverAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[1].Id, default);
        _host.Server.Before = _ => throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It is away."));
        await _host.LiveAsync();
        _host.Server.Before = null;

        Assert.Equal((SyncStatus.Error, 1), ((await _host.FindAsync(id)).Status, (await Writes.FindAsync(ann.UserId, id, default)).ToWrite));
        await Writes.WriteNowAsync(ann.UserId, id, default);
        await _host.LiveAsync();
        Assert.Equal((0, 1), ((await Writes.FindAsync(ann.UserId, id, default)).ToWrite, (await Writes.FindAsync(ann.UserId, id, default)).Written));
    }

    [Fact]
    public async Task A_decision_during_a_run_is_not_said_to_be_written_with_it()
    {
        var (ann, id) = await SyncedAsync(4);
        var rows = (await _host.FindAsync(id)).Tracks;
        await Corrections.NeverAsync(ann.UserId, rows[0].Id, default);
        await Writes.WriteNowAsync(ann.UserId, id, default);
        DecisionStanding? meanwhile = null;
        _host.Server.Before = async call =>
        {
            if (call == "replace")
            {
                _host.Server.Before = null;
                meanwhile = await Writes.FindAsync(ann.UserId, id, default);
                await Corrections.NeverAsync(ann.UserId, rows[1].Id, default);
            }
        };

        await _host.RunAsync(id);

        Assert.Equal(new DecisionStanding(1, true, 0, false), meanwhile);
        Assert.Equal(new DecisionStanding(1, false, 0, false), await Writes.FindAsync(ann.UserId, id, default));
        await _host.PassGatheringAsync(id);
        await _host.RunAsync(id);
        Assert.Equal(2, (await Writes.FindAsync(ann.UserId, id, default)).Written);
    }

    [Fact]
    public async Task A_sync_that_somebody_asked_for_is_not_put_off_by_a_decision_and_takes_it_along()
    {
        var (ann, id) = await SyncedAsync(3);
        await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.User, default);
        await Corrections.NeverAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[1].Id, default);

        Assert.Equal((null, TimeSpan.Zero), ((await _host.FindAsync(id)).NotBefore, _host.Scheduler.LastWait));
        await _host.RunAsync(id);
        Assert.Equal(1, (await Writes.FindAsync(ann.UserId, id, default)).Written);
    }

    [Fact]
    public async Task Where_sync_is_off_nothing_is_to_be_written_and_nothing_is_left_when_it_is_switched_off()
    {
        var (ann, id) = await SyncedAsync(3);
        var rows = (await _host.FindAsync(id)).Tracks;
        await Corrections.NeverAsync(ann.UserId, rows[0].Id, default);
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        await _host.LiveAsync();
        await Corrections.NeverAsync(ann.UserId, rows[1].Id, default);

        Assert.Equal((null, DecisionStanding.None), ((await _host.FindAsync(id)).SyncWantedAt, await Writes.FindAsync(ann.UserId, null, default)));
        await using var db = _host.Database.CreateDbContext();
        Assert.False(await db.DecisionsToWrite.AnyAsync());
    }

    [Fact]
    public async Task Nothing_is_said_to_be_written_from_the_moment_on_when_sync_is_switched_off()
    {
        var (ann, id) = await SyncedAsync(3);
        await Corrections.NeverAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[0].Id, default);

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);

        Assert.Equal(DecisionStanding.None, await Writes.FindAsync(ann.UserId, null, default));
        Assert.Equal(0, await Writes.WriteNowAsync(ann.UserId, null, default));
    }

    [Fact]
    public async Task Nobody_hears_of_or_writes_another_users_decisions()
    {
        var (ann, id) = await SyncedAsync(3);
        var bob = await _host.Database.AddUserAsync("bob");
        await Corrections.NeverAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[0].Id, default);

        Assert.Equal(DecisionStanding.None, await Writes.FindAsync(bob.UserId, id, default));
        Assert.Equal((0, 0), (await Writes.WriteNowAsync(bob.UserId, id, default), await Writes.UndoAsync(bob.UserId, id, default)));
        Assert.True((await _host.FindAsync(id)).IsGathering);
    }

    /// <summary>The sweep that runs every half minute, and workers that do what it finds without letting time pass.</summary>
    private async Task SweepAndRunAsync(int id)
    {
        await _host.Get<SyncRecovery>().SweepAsync(atStart: false, default);
        await _host.RunAsync(id);
    }

    private async Task<int> RunsAsync(int id) => (await _host.EventsAsync(id)).Count(e => e.Type == SyncEventType.Started);

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync(int songs, params SourceTrack[] more)
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(songs);
        var id = await _host.ImportAsync(ann, "One", [.. tracks, .. more]);
        await _host.EnableAndRunAsync(ann, id);
        await _host.Get<LibraryIndexCache>().GetKnownAsync(ann.Id, default);
        while (_host.Scheduler.Nudges.TryDequeue(out _))
        {
        }

        return (ann, id);
    }
}
