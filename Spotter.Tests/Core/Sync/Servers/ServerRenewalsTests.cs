using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Servers;

/// <summary>When a server counts as set up from scratch, whom the question is about, and what an answer does.</summary>
public sealed class ServerRenewalsTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    private ServerRenewals Renewals => _host.Get<ServerRenewals>();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("no song is left", 20, 0, true)]
    [InlineData("less than one song of ten is left", 20, 1, true)]
    [InlineData("one song of ten is left", 20, 2, false)]
    public async Task A_server_without_our_lists_is_another_one_if_less_than_one_song_of_ten_is_left(string reason, int songs, int left, bool isNew)
    {
        var ann = await _host.Database.AddUserAsync();
        await SyncedAsync(ann, "Road trip", _host.FillLibrary(songs));
        SetUpFromScratch(left);

        await LookAsync(ann);

        var open = await Renewals.FindOpenAsync(ann.UserId, default);
        Assert.True(isNew == open is not null, reason);
        if (open is not null)
        {
            Assert.Equal((songs, left, _host.Clock.GetUtcNow()), (open.KnownSongs, open.FoundSongs, open.RecognisedAt));
        }
    }

    [Fact]
    public async Task A_song_under_the_id_of_another_is_not_left()
    {
        var ann = await _host.Database.AddUserAsync();
        await SyncedAsync(ann, "Road trip", _host.FillLibrary(10));
        Reset([.. Server.Library.Select((song, i) => song with { Title = $"Iron Bell {i}", Isrcs = [] })]);

        await LookAsync(ann);

        Assert.Equal((10, 0), await Renewals.FindOpenAsync(ann.UserId, default) is { } open ? (open.KnownSongs, open.FoundSongs) : default);
    }

    [Fact]
    public async Task A_song_whose_title_is_another_than_the_sources_is_left_all_the_same()
    {
        var ann = await _host.Database.AddUserAsync();
        await SyncedAsync(ann, "Road trip", [.. _host.FillLibrary(10).Select(track => track with { Title = track.Title + " (2011 Remaster)" })]);
        Reset([.. Server.Library]);

        await LookAsync(ann);

        Assert.Null(await Renewals.FindOpenAsync(ann.UserId, default));
    }

    [Fact]
    public async Task The_question_is_about_the_users_playlists_that_are_kept_on_the_server()
    {
        var (ann, bob) = (await _host.Database.AddUserAsync(), await _host.Database.AddUserAsync("bob"));
        var tracks = _host.FillLibrary(10);
        var trip = await SyncedAsync(ann, "road trip", tracks);
        var rain = await SyncedAsync(ann, "Rain", tracks);
        var off = await SyncedAsync(ann, "Off", tracks);
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.Where(p => p.Id == off).ExecuteUpdateAsync(set => set.SetProperty(p => p.SyncEnabled, false));
        }

        await _host.EnableAndRunAsync(ann, await _host.ImportAsync(ann, "Never", [CoreHost.Track("Unknown")]));
        await SyncedAsync(bob, "Bob's", tracks);
        SetUpFromScratch(left: 0);
        List<Notification> told = [];
        var changes = 0;
        using var notifications = _host.Get<EventBus>().Subscribe<Notification>(ann.UserId, told.Add);
        using var lists = _host.Get<EventBus>().Subscribe<PlaylistListChanged>(ann.UserId, _ => changes++);

        await LookAsync(ann);

        var recognisedAt = _host.Clock.GetUtcNow();
        var notification = Assert.Single(told);
        Assert.Equal(NotificationSeverity.Warning, notification.Severity);
        Assert.IsType<Fact.AnswerWanted>(notification.What);
        Assert.True(changes > 0);
        await LookAsync(ann);

        var open = await Renewals.FindOpenAsync(ann.UserId, default);
        Assert.Equal([(rain, "Rain"), (trip, "road trip")], open!.Playlists.Select(playlist => (playlist.Id, playlist.Name)));
        Assert.Equal(recognisedAt, open.RecognisedAt);
        Assert.Single(told);
        Assert.Null(await Renewals.FindOpenAsync(bob.UserId, default));
        await using var after = _host.Database.CreateDbContext();
        var line = Assert.Single(await after.SyncEvents.Where(e => e.Type == SyncEventType.HeldBack && e.PlaylistId == null).ToListAsync());
        Assert.Equal((2, 0, 10), line.Message is Fact.ServerRenewed fact ? (fact.Playlists, fact.Found, fact.Known) : default);
        Assert.Equal((ann.UserId, SafetyRule.ServerRenewed), (line.UserId, SyncEventLog.ReadFigures(line.Metadata).Rule));
    }

    [Theory]
    [InlineData(RenewalAnswer.CreateAll, typeof(Fact.ToCreateAgain))]
    [InlineData(RenewalAnswer.PairCertain, typeof(Fact.ToPairWhereCertain))]
    [InlineData(RenewalAnswer.LookAtEach, typeof(Fact.ToLookAt))]
    public async Task An_answer_has_every_playlist_synced_that_waited_for_it_and_no_other(RenewalAnswer answer, Type fact)
    {
        var (ann, bob) = (await _host.Database.AddUserAsync(), await _host.Database.AddUserAsync("bob"));
        var tracks = _host.FillLibrary(10);
        var trip = await SyncedAsync(ann, "Road trip", tracks);
        var held = await _host.ImportAsync(ann, "Held for it", [CoreHost.Track("Unknown")]);
        await _host.EnableAndRunAsync(ann, held);
        var off = await SyncedAsync(ann, "Off", tracks);
        var bobs = await SyncedAsync(bob, "Bob's", tracks);
        SetUpFromScratch(left: 0);
        await LookAsync(ann);
        var later = await SyncedAsync(ann, "After it", [CoreHost.Track("Iron Bell 1")]);
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.Where(p => p.Id == off).ExecuteUpdateAsync(set => set.SetProperty(p => p.SyncEnabled, false));
            await db.Playlists.Where(p => p.Id == held || p.Id == off || p.Id == bobs).ExecuteUpdateAsync(set => set.SetProperty(p => p.HeldBackRule, SafetyRule.ServerRenewed));
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.LibraryCountAtWrite, 10));
        }

        var changes = 0;
        using var lists = _host.Get<EventBus>().Subscribe<PlaylistListChanged>(ann.UserId, _ => changes++);

        Assert.Equal(2, await Renewals.AnswerAsync(ann.UserId, answer, SyncTrigger.Api, default));

        Assert.Equal(1, changes);
        Assert.Null(await Renewals.FindOpenAsync(ann.UserId, default));
        await using var after = _host.Database.CreateDbContext();
        Assert.Equal([trip, held], await after.Playlists.Where(p => p.SyncWantedAt != null).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
        Assert.Equal([trip, held], await after.Playlists.Where(p => p.LibraryCountAtWrite == 0).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync());
        Assert.All(await after.SyncRequests.ToListAsync(), request => Assert.Equal((SyncOperation.Sync, SyncTrigger.Api), (request.Operation, request.Trigger)));
        var line = Assert.Single(await after.SyncEvents.Where(e => e.Type == SyncEventType.Refreshed && e.PlaylistId == null).ToListAsync());
        Assert.IsType(fact, line.Message);
        Assert.Contains("1", line.Message.Words, StringComparison.Ordinal);
        Assert.Equal((ann.UserId, SyncTrigger.Api), (line.UserId, SyncEventLog.ReadFigures(line.Metadata).Trigger));
        Assert.Equal(SyncStatus.Success, (await _host.FindAsync(later)).Status);

        // Only one answer is accepted, and only from a user whom the question concerns.
        Assert.Null(await Renewals.AnswerAsync(ann.UserId, answer, SyncTrigger.Api, default));
        Assert.Null(await Renewals.AnswerAsync(bob.UserId, answer, SyncTrigger.Api, default));
    }

    [Theory]
    [InlineData("a moment before", -1, true)]
    [InlineData("at that very moment", 0, false)]
    [InlineData("never", null, true)]
    public async Task A_playlist_that_was_synced_since_is_not_asked_about(string reason, int? seconds, bool isAsked)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await SyncedAsync(ann, "Road trip", _host.FillLibrary(10));
        SetUpFromScratch(left: 0);
        await LookAsync(ann);
        var recognisedAt = (await Renewals.FindOpenAsync(ann.UserId, default))!.RecognisedAt;
        await using (var db = _host.Database.CreateDbContext())
        {
            DateTimeOffset? syncedAt = seconds is { } after ? recognisedAt.AddSeconds(after) : null;
            await db.Playlists.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LastSyncedAt, syncedAt));
        }

        Assert.True(isAsked == (await Renewals.FindOpenAsync(ann.UserId, default))!.Playlists.Count > 0, reason);

        // Once every playlist has been synced on its own, there is nothing left to ask.
        var changes = 0;
        using var lists = _host.Get<EventBus>().Subscribe<PlaylistListChanged>(ann.UserId, _ => changes++);
        await LookAsync(ann);
        Assert.True(isAsked == await Renewals.FindOpenAsync(ann.UserId, default) is not null, reason);
        Assert.Equal(isAsked, changes == 0);
    }

    [Fact]
    public async Task Without_a_playlist_on_the_server_nobody_is_asked_anything()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await SyncedAsync(ann, "Road trip", _host.FillLibrary(10));
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.SyncEnabled, false));
        }

        SetUpFromScratch(left: 0);
        await LookAsync(ann);

        Assert.Null(await Renewals.FindOpenAsync(ann.UserId, default));
        var renewal = await RenewalAsync(ann);
        Assert.Equal((null, null, 10), (renewal.SuspectedAt, renewal.RecognisedAt, renewal.KnownSongs));
    }

    [Theory]
    [InlineData("under its id", true)]
    [InlineData("under its id, left when sync was switched off", true)]
    [InlineData("under another id, with its marker", true)]
    [InlineData("somebody else's, with its marker", false)]
    [InlineData("under its name alone", false)]
    public async Task A_server_with_one_of_our_lists_is_the_one_that_we_know(string how, bool isKnown)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await SyncedAsync(ann, "Road trip", _host.FillLibrary(10));
        await SyncedAsync(ann, "Rain", CoreHost.Tracks(1, 10));
        var playlist = await _host.FindAsync(id);
        SetUpFromScratch(left: 0, keeps: how.StartsWith("under its id", StringComparison.Ordinal) ? playlist.NavidromePlaylistId : null);
        if (how.EndsWith("switched off", StringComparison.Ordinal))
        {
            await using var db = _host.Database.CreateDbContext();
            await db.Playlists.Where(p => p.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(p => p.SyncEnabled, false).SetProperty(p => p.LeftTargetId, playlist.NavidromePlaylistId).SetProperty(p => p.NavidromePlaylistId, (string?)null));
        }

        if (how.StartsWith("under its id", StringComparison.Ordinal))
        {
            // Only its id identifies it.
            Server.Edit(playlist.NavidromePlaylistId!, summary => summary with { Comment = null });
        }
        else
        {
            var list = Server.Add("Road trip", [], owner: how.StartsWith("somebody", StringComparison.Ordinal) ? "bob" : "ann");
            Server.Edit(list, summary => summary with { Comment = how.EndsWith("marker", StringComparison.Ordinal) ? TargetMarker.CommentOf(playlist.Marker, "a file", 1, 1) : null });
        }

        await LookAsync(ann);

        Assert.True(isKnown == await Renewals.FindOpenAsync(ann.UserId, default) is null, how);
        if (isKnown)
        {
            var renewal = await RenewalAsync(ann);
            Assert.Equal((null, null, 0), (renewal.SuspectedAt, renewal.RecognisedAt, renewal.KnownSongs));
        }
    }

    [Fact]
    public async Task The_known_server_that_is_back_ends_the_question()
    {
        var ann = await _host.Database.AddUserAsync();
        var playlist = await _host.FindAsync(await SyncedAsync(ann, "Road trip", _host.FillLibrary(10)));
        SetUpFromScratch(left: 0);
        await LookAsync(ann);
        Assert.NotNull(await Renewals.FindOpenAsync(ann.UserId, default));
        var list = Server.Add("Road trip", []);
        Server.Edit(list, summary => summary with { Comment = playlist.Marker });
        var changes = 0;
        using var lists = _host.Get<EventBus>().Subscribe<PlaylistListChanged>(ann.UserId, _ => changes++);

        await LookAsync(ann);

        Assert.Null(await Renewals.FindOpenAsync(ann.UserId, default));
        Assert.Null((await RenewalAsync(ann)).RecognisedAt);
        Assert.True(changes > 0);
    }

    [Fact]
    public async Task Lists_that_were_just_read_are_not_asked_for_again()
    {
        var ann = await _host.Database.AddUserAsync();
        await SyncedAsync(ann, "Road trip", _host.FillLibrary(10));
        SetUpFromScratch(left: 0);
        await LookAsync(ann);
        Server.Calls.Clear();

        Assert.True(await Renewals.AwaitsAnswerAsync(ann.Id, Server, Server.Lists, default));
        Assert.Empty(Server.Calls);
        Assert.True(await Renewals.AwaitsAnswerAsync(ann.Id, Server, null, default));
        Assert.Equal(["list"], Server.Calls);
    }

    private async Task<ServerRenewal> RenewalAsync(Account account)
    {
        await using var db = _host.Database.CreateDbContext();
        return (await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == account.Id)).Renewal;
    }

    private async Task<int> SyncedAsync(Account owner, string name, IReadOnlyList<SourceTrack> tracks)
    {
        var id = await _host.ImportAsync(owner, name, tracks);
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(owner, id)).Status);
        return id;
    }

    /// <summary>Replaces all songs but the first few by others with new ids, and deletes every list but that one.</summary>
    private void SetUpFromScratch(int left, string? keeps = null)
        => Reset([.. Server.Library.Take(left), .. Enumerable.Range(1, 20).Select(i => FakeMusicServer.Song($"new-{i}", $"Iron Bell {i}"))], keeps);

    private void Reset(IReadOnlyList<Song> library, string? keeps = null)
    {
        Server.Library.Clear();
        Server.Library.AddRange(library);
        foreach (var list in Server.Lists.Where(list => list.Id != keeps).ToList())
        {
            Server.Drop(list.Id);
        }

        Server.Stamp += "'";
    }

    private async Task LookAsync(Account account)
    {
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.Get<AccountRefresher>().RefreshAsync(account.Id, default);
    }
}
