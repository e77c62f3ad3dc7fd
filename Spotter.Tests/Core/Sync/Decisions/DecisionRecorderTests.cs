using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Decisions;

public sealed class DecisionRecorderTests : IDisposable
{
    private readonly CoreHost _host = new();

    private MatchCorrections Corrections => _host.Get<MatchCorrections>();

    private DecisionRecorder Recorder => _host.Get<DecisionRecorder>();

    private DecisionList List => _host.Get<DecisionList>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_decision_that_is_taken_back_is_out_of_the_target_after_the_next_run_and_comes_back_with_undo()
    {
        var (ann, id) = await SyncedAsync(3);
        await Corrections.NeverAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[1].Id, default);
        await _host.LiveAsync();
        var target = (await _host.FindAsync(id)).NavidromePlaylistId!;
        Assert.Equal(["s1", "s3"], _host.Server.ContentOf(target));

        var decision = Assert.Single(await List.ReadAsync(ann.UserId, default));
        var change = await Recorder.RemoveAsync(ann.UserId, [decision.Id], default);

        Assert.Equal((1, 1), (change.TrackCount, (await _host.Get<DecisionWrites>().FindAsync(ann.UserId, id, default)).ToWrite));
        await _host.LiveAsync();
        Assert.Equal(["s1", "s2", "s3"], _host.Server.ContentOf(target));

        Assert.Equal(1, (await Recorder.UndoAsync(ann.UserId, change, default)).TrackCount);
        await _host.LiveAsync();
        Assert.Equal(["s1", "s3"], _host.Server.ContentOf(target));
        var back = Assert.Single(await List.ReadAsync(ann.UserId, default));
        Assert.Equal((decision.Kind, decision.Track.Title, decision.DecidedAt), (back.Kind, back.Track.Title, back.DecidedAt));
    }

    [Fact]
    public async Task An_undo_leaves_what_was_decided_since()
    {
        var (ann, id) = await SyncedAsync(3);
        var rows = (await _host.FindAsync(id)).Tracks;
        var change = await Corrections.DecideAsync(ann.UserId, rows[0].Id, PinKind.Never, null, default);
        await Corrections.PinAsync(ann.UserId, rows[0].Id, "s3", default);

        Assert.Equal(0, (await Recorder.UndoAsync(ann.UserId, change!, default)).TrackCount);

        Assert.Equal("s3", Assert.Single(await List.ReadAsync(ann.UserId, default)).Song!.Id);
    }

    [Fact]
    public async Task Nobody_sees_takes_back_or_restores_another_users_decisions()
    {
        var (ann, id) = await SyncedAsync(3);
        var bob = await _host.Database.AddUserAsync("bob");
        var change = await Corrections.DecideAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[0].Id, PinKind.Never, null, default);
        var decision = Assert.Single(await List.ReadAsync(ann.UserId, default));

        Assert.Empty(await List.ReadAsync(bob.UserId, default));
        Assert.Null(await List.FindAsync(bob.UserId, decision.Id, default));
        Assert.Equal(0, (await Recorder.RemoveAsync(bob.UserId, [decision.Id], default)).TrackCount);
        Assert.Equal(0, (await Recorder.UndoAsync(bob.UserId, change!, default)).TrackCount);
        Assert.Single(await List.ReadAsync(ann.UserId, default));
    }

    [Fact]
    public async Task A_decision_is_listed_with_the_playlists_that_hold_its_track_and_outlives_them()
    {
        var (ann, first) = await SyncedAsync(3);
        var second = await _host.ImportAsync(ann, "Another", CoreHost.Tracks(1, 1));
        await Corrections.PinAsync(ann.UserId, (await _host.FindAsync(first)).Tracks[0].Id, "s2", default);

        var decision = Assert.Single(await List.ReadAsync(ann.UserId, default));
        Assert.Equal(["Another", "One"], decision.Places.Select(place => place.Name));
        Assert.Equal((CoreHost.TitleOf(1), "s2", _host.Clock.GetUtcNow()), (decision.Track.Title, decision.Song!.Id, decision.DecidedAt));

        await _host.Choices.ForgetAsync(ann.UserId, second, default);
        Assert.Equal(first, Assert.Single(Assert.Single(await List.ReadAsync(ann.UserId, default)).Places).PlaylistId);
        await using (var db = _host.Database.CreateDbContext())
        {
            db.Remove(db.Playlists.Single(p => p.Id == first));
            await db.SaveChangesAsync();
        }

        var kept = Assert.Single(await List.ReadAsync(ann.UserId, default));
        Assert.Equal((CoreHost.TitleOf(1), 0), (kept.Track.Title, kept.Places.Count));
    }

    [Fact]
    public async Task A_decision_of_an_earlier_version_is_named_after_the_row_that_it_counts_for()
    {
        var (ann, id) = await SyncedAsync(2);
        await Corrections.PinAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[0].Id, "s2", default);
        await using (var db = _host.Database.CreateDbContext())
        {
            db.Pins.Single().Track = null;
            await db.SaveChangesAsync();
        }

        Assert.Equal(CoreHost.TitleOf(1), Assert.Single(await List.ReadAsync(ann.UserId, default)).Track.Title);
    }

    [Fact]
    public async Task Pages_hold_each_decision_once_newest_first_and_of_the_kind_that_is_wanted()
    {
        var (ann, id) = await SyncedAsync(5);
        var rows = (await _host.FindAsync(id)).Tracks;
        foreach (var row in rows.Take(4))
        {
            await Corrections.NeverAsync(ann.UserId, row.Id, default);
        }

        await Corrections.PinAsync(ann.UserId, rows[4].Id, "s1", default);

        var first = await List.PageAsync(ann.UserId, PinKind.Never, null, 3, default);
        var second = await List.PageAsync(ann.UserId, PinKind.Never, first[^1].Id, 3, default);
        Assert.Equal([4, 3, 2, 1], first.Concat(second).Select(decision => rows.FindIndex(row => row.Key == decision.Key) + 1));
    }

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync(int songs)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "One", _host.FillLibrary(songs));
        await _host.EnableAndRunAsync(ann, id);
        await _host.Get<LibraryIndexCache>().GetKnownAsync(ann.Id, default);
        while (_host.Scheduler.Nudges.TryDequeue(out _))
        {
        }

        return (ann, id);
    }
}
