using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class PlaylistChoicesTests : IDisposable
{
    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_playlist_with_sync_on_is_not_forgotten_and_nobody_forgets_anothers()
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(1));

        Assert.False(await _host.Choices.ForgetAsync(bob.UserId, id, default));
        await _host.EnableAndRunAsync(ann, id);
        Assert.False(await _host.Choices.ForgetAsync(ann.UserId, id, default));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        await _host.RunAsync(id);
        Assert.True(await _host.Choices.ForgetAsync(ann.UserId, id, default));
        Assert.Single(_host.Server.Lists);
    }

    [Fact]
    public async Task A_playlist_whose_removal_waits_is_not_forgotten_before_it_is_done()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(1));
        await _host.EnableAndRunAsync(ann, id);
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, true, SyncTrigger.User, default);

        Assert.False(await _host.Choices.ForgetAsync(ann.UserId, id, default));

        await _host.RunAsync(id);
        Assert.Empty(_host.Server.Lists);
        Assert.True(await _host.Choices.ForgetAsync(ann.UserId, id, default));
    }

    [Fact]
    public async Task A_new_name_for_the_target_reaches_the_server_and_null_follows_the_source_again()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(1));
        await _host.EnableAndRunAsync(ann, id);

        await _host.Choices.RenameTargetAsync(ann.UserId, id, " Roads ", default);
        await _host.RunAsync(id);
        Assert.Equal("Roads", _host.Server.Lists[0].Name);

        await _host.Choices.RenameTargetAsync(ann.UserId, id, null, default);
        await _host.RunAsync(id);
        Assert.Equal("Road trip", _host.Server.Lists[0].Name);
    }

    [Fact]
    public async Task What_was_found_changed_at_the_target_is_dismissed_by_its_user_alone_and_pages_hear_of_it()
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");
        var tracks = _host.FillLibrary(2);
        var (first, second) = (await _host.ImportAsync(ann, "Road trip", tracks), await _host.ImportAsync(ann, "Rain", tracks));
        await _host.EnableAndRunAsync(ann, first);
        await _host.EnableAndRunAsync(ann, second);
        await using var db = _host.Database.CreateDbContext();
        await db.WrittenTargets.ExecuteUpdateAsync(set => set.SetProperty(written => written.Drift, new TargetDrift()));
        var told = new List<int>();
        using var listening = _host.Get<EventBus>().Subscribe<PlaylistStatusChanged>(ann.UserId, change => told.Add(change.PlaylistId));

        await _host.Choices.DismissDriftAsync(bob.UserId, first, default);
        Assert.Equal(2, await db.WrittenTargets.CountAsync(written => written.Drift != null));
        Assert.Empty(told);

        await _host.Choices.DismissDriftAsync(ann.UserId, first, default);
        Assert.Equal(second, await db.WrittenTargets.Where(written => written.Drift != null).Select(written => written.PlaylistId).SingleAsync());
        Assert.Equal([first], told);
    }

    [Fact]
    public async Task What_a_playlist_allows_counts_for_it_alone_from_the_next_run_and_can_be_taken_back()
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");
        var known = _host.FillLibrary(2);
        SourceTrack[] tracks = [known[0], CoreHost.Track(CoreHost.TitleOf(2) + " (Live)")];
        var (road, rain) = (await _host.ImportAsync(ann, "Road trip", tracks), await _host.ImportAsync(ann, "Rain", tracks));
        await _host.EnableAndRunAsync(ann, road);
        await _host.EnableAndRunAsync(ann, rain);
        Assert.Equal((1, 1), await CountsAsync(road));

        Assert.False(await _host.Choices.SetAllowancesAsync(bob.UserId, road, MatchAllowances.OtherVersion, default));
        Assert.Equal((1, 1), (await RunAndCountAsync(ann, road)));
        var offer = await SuggestAsync(ann, road);
        Assert.Equal((road, MatchAllowances.None, MatchAllowances.OtherVersion), (offer!.PlaylistId, offer.Before, offer.After));

        Assert.True(await _host.Choices.SetAllowancesAsync(ann.UserId, road, offer.After, default));
        await _host.RunAsync(road);
        Assert.Equal((2, 0), await CountsAsync(road));
        Assert.Equal(["s1", "s2"], _host.Server.ContentOf(_host.Server.Lists.Single(list => list.Name == "Road trip").Id));
        Assert.Equal((1, 1), await RunAndCountAsync(ann, rain));
        Assert.Equal([new PlaylistAllowance(road, "Road trip", MatchAllowances.OtherVersion)], await _host.Choices.ListAllowancesAsync(ann.UserId, default));
        Assert.Empty(await _host.Choices.ListAllowancesAsync(bob.UserId, default));
        Assert.Null(await SuggestAsync(ann, road));

        // A decision comes first, and once it is undone the playlist's rule counts again, also outside of a run.
        var corrections = _host.Get<MatchCorrections>();
        var row = (await _host.FindAsync(road)).Tracks.Single(track => track.Position == 2).Id;
        await corrections.NeverAsync(ann.UserId, row, default);
        Assert.Equal((1, 0), await CountsAsync(road));
        await corrections.UndoAsync(ann.UserId, row, default);
        Assert.Equal((2, 0), await CountsAsync(road));
        Assert.Equal((1, 1), await CountsAsync(rain));

        await _host.Choices.SetAllowancesAsync(ann.UserId, road, MatchAllowances.None, default);
        await _host.RunAsync(road);
        Assert.Equal((1, 1), await CountsAsync(road));
    }

    [Fact]
    public async Task A_schedule_applies_what_was_allowed_while_sync_was_off()
    {
        var ann = await _host.Database.AddUserAsync();
        var known = _host.FillLibrary(2);
        var id = await _host.ImportAsync(ann, "Road trip", [known[0], CoreHost.Track(CoreHost.TitleOf(2) + " (Live)")]);
        await _host.Choices.SetAllowancesAsync(ann.UserId, id, MatchAllowances.OtherVersion, default);

        await _host.EnableAndRunAsync(ann, id);

        Assert.Equal((2, 0), await CountsAsync(id));
    }

    private async Task<SuggestedAllowance?> SuggestAsync(Account owner, int playlistId)
        => await _host.Get<MatchCorrections>().SuggestAllowanceAsync(owner.UserId, (await _host.FindAsync(playlistId)).Tracks.Single(track => track.Position == 2).Id, default);

    private async Task<(int Matched, int Review)> RunAndCountAsync(Account owner, int playlistId)
    {
        await _host.RequestAndRunAsync(owner, playlistId, SyncCommand.Sync());
        return await CountsAsync(playlistId);
    }

    private async Task<(int Matched, int Review)> CountsAsync(int playlistId)
    {
        var playlist = await _host.FindAsync(playlistId);
        return (playlist.MatchedCount, playlist.ReviewCount);
    }
}
