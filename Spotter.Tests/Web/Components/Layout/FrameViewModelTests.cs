using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Scheduling;
using Spotter.Tests.Support;
using Spotter.Web.Components.Layout;

namespace Spotter.Tests.Web.Components.Layout;

public sealed class FrameViewModelTests : IDisposable
{
    private readonly CoreHost _host = new();

    [Fact]
    public async Task The_frame_counts_what_waits_for_the_user_and_nobody_elses()
    {
        var (ann, ben) = (await _host.Database.AddUserAsync(), await _host.Database.AddUserAsync("ben"));
        await AddAsync(ann, "One", p => (p.ReviewCount, p.Status) = (2, SyncStatus.Syncing), "Creep", "Alive");
        await AddAsync(ann, "Two", p => (p.ReviewCount, p.SyncEnabled) = (2, false), "Alive", "Suerte");
        await AddAsync(ben, "Three", p => p.ReviewCount = 1, "Hey Jude");

        var frame = await LoadAsync(ann);

        Assert.Equal((3, 1, 1), (frame.State.ReviewCount, frame.State.BusyCount, frame.State.EnabledCount));
    }

    [Fact]
    public async Task Nothing_is_at_work_while_decisions_gather()
    {
        var ann = await _host.Database.AddUserAsync();
        await AddAsync(ann, "One", p => (p.SyncEnabled, p.SyncWantedAt, p.NotBefore) = (true, _host.Clock.GetUtcNow(), _host.Clock.GetUtcNow().AddSeconds(30)));
        Assert.Equal(0, (await LoadAsync(ann)).State.BusyCount);
        await AddAsync(ann, "Two", p => (p.SyncEnabled, p.SyncWantedAt) = (true, _host.Clock.GetUtcNow()));

        Assert.Equal(1, (await LoadAsync(ann)).State.BusyCount);
    }

    [Fact]
    public async Task What_went_wrong_is_new_until_it_was_looked_at()
    {
        var ann = await _host.Database.AddUserAsync();
        await _host.Database.AddEventAsync(ann.UserId, null, SyncEventType.Completed);
        await _host.Database.AddEventAsync(ann.UserId, null, SyncEventType.HeldBack, "Held back.");
        await _host.Database.AddEventAsync(ann.UserId, null, SyncEventType.Failed, "Failed.");
        var frame = await LoadAsync(ann);
        Assert.Equal(["Failed.", "Held back."], frame.State.Notices.Select(notice => notice.Event.Message.Words));
        Assert.Equal(2, frame.State.UnseenCount);

        await frame.MarkSeenAsync(ann.UserId);

        Assert.Equal(0, (await LoadAsync(ann)).State.UnseenCount);
        await _host.Database.AddEventAsync(ann.UserId, null, SyncEventType.SignInNeeded);
        Assert.Equal(1, (await LoadAsync(ann)).State.UnseenCount);
    }

    [Fact]
    public async Task A_notice_names_its_playlist_also_where_that_is_gone()
    {
        var ann = await _host.Database.AddUserAsync();
        var playlist = await _host.Database.AddPlaylistAsync(ann, "Road trip");
        await _host.Database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Failed);
        await _host.Database.AddEventAsync(ann.UserId, 4711, SyncEventType.HeldBack, metadata: """{"playlistName":"Old"}""");

        var frame = await LoadAsync(ann);

        Assert.Equal<(string?, int?)>([("Old", null), ("Road trip", playlist.Id)], frame.State.Notices.Select(notice => (notice.PlaylistName, notice.PlaylistId)));
    }

    [Theory]
    [InlineData("refused credentials", true, null, null, "error")]
    [InlineData("a failed read", false, null, "It sent half a library.", "warning")]
    [InlineData("a failed contact, whatever was read before", false, "Navidrome could not be reached.", null, "error")]
    [InlineData("nothing wrong", false, null, null, "success")]
    public void The_dot_tells_how_the_server_stands(string reason, bool needsSignIn, string? problem, string? error, string tone)
    {
        var account = new Account { ServerUrl = "http://127.0.0.1:1", UserName = "ann", NeedsSignIn = needsSignIn };
        account.Library.Error = error is null ? null : new Fact.SaidBefore(error);
        account.ServerProblem = problem is null ? null : new Fact.SaidBefore(problem);

        Assert.Equal((reason, tone), (reason, ServerState.Of(account, null, _host.Clock.GetUtcNow(), English.Wording).Tone));
    }

    [Fact]
    public void A_server_that_is_away_says_when_it_is_tried_again()
    {
        var now = _host.Clock.GetUtcNow();
        var account = new Account { ServerUrl = "http://127.0.0.1:1", UserName = "ann", ServerProblem = new Fact.SaidBefore("Navidrome could not be reached.") };

        Assert.Equal("Navidrome could not be reached. Next try in 23 min.", ServerState.Of(account, now.AddMinutes(23), now, English.Wording).Sentence);
    }

    public void Dispose() => _host.Dispose();

    private async Task<FrameViewModel> LoadAsync(Account account)
    {
        var frame = new FrameViewModel(_host.Database, English.Wording, _host.Get<Schedules>(), _host.Clock);
        await frame.LoadAsync(account.UserId, account.Id, default);
        return frame;
    }

    private async Task AddAsync(Account owner, string name, Action<Playlist> change, params string[] doubtful)
    {
        var playlist = await _host.Database.AddPlaylistAsync(owner, name, [.. doubtful.Select(title => TestTracks.Doubtful(title, "s1"))]);
        await using var db = _host.Database.CreateDbContext();
        db.Attach(playlist);
        change(playlist);
        await db.SaveChangesAsync();
    }
}
