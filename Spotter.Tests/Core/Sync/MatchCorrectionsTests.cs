using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class MatchCorrectionsTests : IDisposable
{
    private readonly CoreHost _host = new();

    private MatchCorrections Corrections => _host.Get<MatchCorrections>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_pin_changes_every_row_with_the_same_track_at_once_and_is_written_by_the_next_sync()
    {
        var (ann, first) = await SyncedAsync("One");
        var second = await _host.ImportAsync(ann, "Two", [CoreHost.Track("Nowhere to be found", "Zed")]);
        await _host.EnableAndRunAsync(ann, second);
        var row = (await _host.FindAsync(first)).Tracks[1];
        var told = new List<TrackMatchChanged>();
        using var listening = _host.Get<EventBus>().Subscribe<TrackMatchChanged>(ann.UserId, told.Add);

        Assert.True(await Corrections.PinAsync(ann.UserId, row.Id, "s2", default));

        var playlist = await _host.FindAsync(first);
        Assert.Equal((MatchZone.Auto, MatchTier.Pin, "s2"), (playlist.Tracks[1].Zone, playlist.Tracks[1].Tier, playlist.Tracks[1].SongId));
        Assert.Equal((2, 0), (playlist.MatchedCount, playlist.UnmatchedCount));
        Assert.Equal("s2", (await _host.FindAsync(second)).Tracks[0].SongId);
        Assert.Equal([first, second], Assert.Single(told).PlaylistIds.Order());
        Assert.Contains(await _host.EventsAsync(first), e => e.Type == SyncEventType.Pinned);

        await _host.RequestAndRunAsync(ann, first, SyncCommand.Sync());
        Assert.Equal(["s1", "s2"], _host.Server.ContentOf(playlist.NavidromePlaylistId!));
    }

    [Fact]
    public async Task A_rejected_song_is_not_offered_again_and_undo_brings_it_back()
    {
        var (ann, id) = await SyncedAsync("One");
        var row = (await _host.FindAsync(id)).Tracks[0];

        Assert.True(await Corrections.RejectAsync(ann.UserId, row.Id, "s1", default));
        var rejected = (await _host.FindAsync(id)).Tracks[0];
        Assert.NotEqual("s1", rejected.SongId);
        Assert.DoesNotContain((await Corrections.SuggestAsync(ann.UserId, row.Id, default))!.Candidates, candidate => candidate.Song.Id == "s1");
        Assert.Equal(PinKind.Rejection, Assert.Single(await Corrections.DecisionsAsync(ann.UserId, row.Id, default)).Kind);

        Assert.True(await Corrections.UndoAsync(ann.UserId, row.Id, default));
        Assert.Equal("s1", (await _host.FindAsync(id)).Tracks[0].SongId);
    }

    [Fact]
    public async Task A_track_that_is_never_to_be_matched_stays_unmatched_through_syncs()
    {
        var (ann, id) = await SyncedAsync("One");
        var row = (await _host.FindAsync(id)).Tracks[0];

        Assert.True(await Corrections.NeverAsync(ann.UserId, row.Id, default));
        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((MatchZone.None, MatchReason.NeverMatch), (playlist.Tracks[0].Zone, playlist.Tracks[0].Reason));
    }

    [Theory]
    [InlineData(PinKind.Pin)]
    [InlineData(PinKind.Rejection)]
    [InlineData(PinKind.Never)]
    public async Task A_decision_leaves_what_others_have_decided_about_the_same_track(PinKind kind)
    {
        var (ann, first) = await SyncedAsync("One");
        var bob = await _host.Database.AddUserAsync("bob");
        var second = await _host.ImportAsync(bob, "One", [(await _host.FindAsync(first)).Tracks[0].SourceTrack]);
        await _host.EnableAndRunAsync(bob, second);
        var (mine, theirs) = ((await _host.FindAsync(first)).Tracks[0], (await _host.FindAsync(second)).Tracks[0]);
        Assert.Equal(mine.Key, theirs.Key);
        Assert.True(await Corrections.PinAsync(bob.UserId, theirs.Id, "s1", default));

        Assert.True(await (kind switch
        {
            PinKind.Pin => Corrections.PinAsync(ann.UserId, mine.Id, "s1", default),
            PinKind.Rejection => Corrections.RejectAsync(ann.UserId, mine.Id, "s1", default),
            PinKind.Never => Corrections.NeverAsync(ann.UserId, mine.Id, default),
        }));
        Assert.True(await Corrections.UndoAsync(ann.UserId, mine.Id, default));

        Assert.Empty(await Corrections.DecisionsAsync(ann.UserId, mine.Id, default));
        Assert.Equal(PinKind.Pin, Assert.Single(await Corrections.DecisionsAsync(bob.UserId, theirs.Id, default)).Kind);
        Assert.Equal("s1", (await _host.FindAsync(second)).Tracks[0].SongId);
    }

    [Fact]
    public async Task The_later_decision_replaces_the_earlier_one()
    {
        var (ann, id) = await SyncedAsync("One");
        var row = (await _host.FindAsync(id)).Tracks[0];

        await Corrections.NeverAsync(ann.UserId, row.Id, default);
        await Corrections.PinAsync(ann.UserId, row.Id, "s3", default);
        await Corrections.PinAsync(ann.UserId, row.Id, "s2", default);

        var decision = Assert.Single(await Corrections.DecisionsAsync(ann.UserId, row.Id, default));
        Assert.Equal((PinKind.Pin, "s2"), (decision.Kind, decision.Song?.Id));
    }

    [Fact]
    public async Task A_song_that_was_pinned_and_is_rejected_is_pinned_no_more()
    {
        var (ann, id) = await SyncedAsync("One");
        var row = (await _host.FindAsync(id)).Tracks[1];
        await Corrections.PinAsync(ann.UserId, row.Id, "s2", default);

        await Corrections.RejectAsync(ann.UserId, row.Id, "s2", default);

        var decision = Assert.Single(await Corrections.DecisionsAsync(ann.UserId, row.Id, default));
        Assert.Equal((PinKind.Rejection, "s2"), (decision.Kind, decision.Song?.Id));
        Assert.Equal((MatchZone.None, null), ((await _host.FindAsync(id)).Tracks[1].Zone, (await _host.FindAsync(id)).Tracks[1].SongId));
    }

    [Theory]
    [InlineData("another song is rejected", PinKind.Rejection, 2)]
    [InlineData("another song is pinned", PinKind.Pin, 2)]
    [InlineData("nothing is ever to be matched", PinKind.Never, 2)]
    [InlineData("the rejected song itself is pinned after all", null, 1)]
    public async Task A_rejection_stays_until_its_own_song_is_pinned(string why, PinKind? then, int decisions)
    {
        var (ann, id) = await SyncedAsync("One");
        var row = (await _host.FindAsync(id)).Tracks[0];
        await Corrections.RejectAsync(ann.UserId, row.Id, "s1", default);

        Assert.True(await (then switch
        {
            PinKind.Rejection => Corrections.RejectAsync(ann.UserId, row.Id, "s3", default),
            PinKind.Pin => Corrections.PinAsync(ann.UserId, row.Id, "s3", default),
            PinKind.Never => Corrections.NeverAsync(ann.UserId, row.Id, default),
            null => Corrections.PinAsync(ann.UserId, row.Id, "s1", default),
        }));

        var now = await Corrections.DecisionsAsync(ann.UserId, row.Id, default);
        Assert.True(decisions == now.Count, why);
        Assert.Equal(then is not null, now.Any(decision => decision is { Kind: PinKind.Rejection, Song.Id: "s1" }));
    }

    [Fact]
    public async Task A_decision_during_a_run_is_followed_by_another_run()
    {
        var (ann, id) = await SyncedAsync("One");
        var row = (await _host.FindAsync(id)).Tracks[1];
        await _host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.User, default);
        _host.Server.Before = async call =>
        {
            if (call == "read")
            {
                _host.Server.Before = null;
                await Corrections.PinAsync(ann.UserId, row.Id, "s2", default);
            }
        };

        var first = await _host.RunAsync(id);
        await _host.PassGatheringAsync(id);
        await _host.RunAsync(id);

        Assert.Equal(SyncStatus.Pending, first.Status);
        Assert.Equal(["s1", "s2"], _host.Server.ContentOf(first.NavidromePlaylistId!));
    }

    [Fact]
    public async Task Another_users_rows_cannot_be_touched()
    {
        var (_, id) = await SyncedAsync("One");
        var bob = await _host.Database.AddUserAsync("bob");
        var row = (await _host.FindAsync(id)).Tracks[0];

        Assert.False(await Corrections.PinAsync(bob.UserId, row.Id, "s2", default));
        Assert.False(await Corrections.RejectAsync(bob.UserId, row.Id, "s1", default));
        Assert.False(await Corrections.NeverAsync(bob.UserId, row.Id, default));
        Assert.False(await Corrections.UndoAsync(bob.UserId, row.Id, default));
        Assert.Null(await Corrections.SuggestAsync(bob.UserId, row.Id, default));
        Assert.Empty(await Corrections.DecisionsAsync(bob.UserId, row.Id, default));
        await using var db = _host.Database.CreateDbContext();
        Assert.Empty(db.Pins);
    }

    [Fact]
    public async Task A_song_that_is_not_in_the_library_cannot_be_pinned()
    {
        var (ann, id) = await SyncedAsync("One");

        Assert.False(await Corrections.PinAsync(ann.UserId, (await _host.FindAsync(id)).Tracks[0].Id, "elsewhere", default));
    }

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync(string name)
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(3);
        var id = await _host.ImportAsync(ann, name, [tracks[0], CoreHost.Track("Nowhere to be found", "Zed")]);
        await _host.EnableAndRunAsync(ann, id);
        await _host.Get<LibraryIndexCache>().GetKnownAsync(ann.Id, default);
        return (ann, id);
    }
}
