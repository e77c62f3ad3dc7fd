using Spotter.Core.Accounts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Decisions;

public sealed class BestChoicesTests : IDisposable
{
    private readonly CoreHost _host = new();

    private BestChoices Best => _host.Get<BestChoices>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_best_for_many_is_one_run_and_one_undo()
    {
        var (ann, id) = await PileAsync(8);
        var rows = (await _host.FindAsync(id)).Tracks;
        var choices = await Best.PlanAsync(ann.UserId, [.. rows.Select(row => row.Id)], default);
        Assert.Equal(8, choices.Count);
        Assert.All(choices, choice => Assert.False(choice.Candidate.Score.SameVersion));

        var change = await Best.TakeAsync(ann.UserId, [.. choices.Skip(1)], default);

        Assert.Equal(7, change.TrackCount);
        Assert.Equal((8, 1), ((await _host.FindAsync(id)).MatchedCount, (await _host.FindAsync(id)).ReviewCount));
        Assert.Equal(7, (await _host.Get<DecisionWrites>().FindAsync(ann.UserId, id, default)).ToWrite);
        await _host.LiveAsync();
        Assert.Equal(8, _host.Server.ContentOf((await _host.FindAsync(id)).NavidromePlaylistId!).Count);

        Assert.Equal(7, (await _host.Get<DecisionRecorder>().UndoAsync(ann.UserId, change, default)).TrackCount);
        Assert.Equal((1, 8), ((await _host.FindAsync(id)).MatchedCount, (await _host.FindAsync(id)).ReviewCount));
        await using var db = _host.Database.CreateDbContext();
        Assert.Empty(db.Pins);
    }

    [Fact]
    public async Task A_row_that_is_settled_meanwhile_is_left_out_and_so_is_a_rejected_candidate()
    {
        var (ann, id) = await PileAsync(3);
        var rows = (await _host.FindAsync(id)).Tracks.Where(row => row.Zone == MatchZone.Review).ToList();
        await _host.Get<MatchCorrections>().NeverAsync(ann.UserId, rows[0].Id, default);
        await _host.Get<MatchCorrections>().RejectAsync(ann.UserId, rows[1].Id, rows[1].Song!.Id, default);

        var choices = await Best.PlanAsync(ann.UserId, [.. rows.Select(row => row.Id)], default);

        Assert.DoesNotContain(choices, choice => choice.Key == rows[0].Key);
        Assert.DoesNotContain(choices, choice => choice.Candidate.Song.Id == rows[1].Song!.Id);
        Assert.Contains(choices, choice => choice.Key == rows[2].Key);
    }

    [Fact]
    public async Task Nobody_chooses_for_another_users_rows()
    {
        var (_, id) = await PileAsync(2);
        var bob = await _host.Database.AddUserAsync("bob");

        Assert.Empty(await Best.PlanAsync(bob.UserId, [.. (await _host.FindAsync(id)).Tracks.Select(row => row.Id)], default));
    }

    // The source wants live versions, and the library has those of the studio.
    private async Task<(Account Ann, int PlaylistId)> PileAsync(int count)
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(20);
        var id = await _host.ImportAsync(ann, "Mix", [CoreHost.Track(CoreHost.TitleOf(12)), .. Enumerable.Range(1, count).Select(i => CoreHost.Track(CoreHost.TitleOf(i) + " (Live)"))]);
        await _host.EnableAndRunAsync(ann, id);
        while (_host.Scheduler.Nudges.TryDequeue(out _))
        {
        }

        return (ann, id);
    }
}
