using Microsoft.EntityFrameworkCore;
using Spotter.Core.Catalogue;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Core.Sync;
using Spotter.Core.Sync.OtherNames;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Sync.OtherNames;

/// <summary>The background lookup of other names: what it asks, how often, and what follows from the answers.</summary>
public sealed class CatalogueLookupTests : IAsyncLifetime
{
    private static readonly SourceTrack Kirari = new() { Title = "きらり", Artists = ["藤井風"], DurationMs = 180_000 };
    private MusicBrainzHost _host = null!;

    private MusicBrainzDouble Service => _host.Service;

    public async Task InitializeAsync() => _host = await MusicBrainzHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_track_is_found_by_its_artist_s_alias_and_comes_to_its_target()
    {
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        _host.Library.Add(FakeMusicServer.Song("s2", "Harbour"));
        var playlist = await _host.SyncAsync(Kirari, CoreHost.Track("Harbour"));
        Assert.Equal(1, playlist.UnmatchedCount);

        await _host.AskAsync();

        var row = (await _host.RowsAsync(playlist))[0];
        Assert.Equal((MatchZone.Auto, "s1", MatchReason.OtherName), (row.Zone, row.SongId, row.Reason));
        var now = await _host.Core.FindAsync(playlist.Id);
        Assert.Equal((2, 0, 1), (now.MatchedCount, now.UnmatchedCount, now.NewlyMatchedCount));
        Assert.Equal(["s1", "s2"], _host.Core.Server.ContentOf(now.NavidromePlaylistId!));

        // A search by names, then the whole recording, then the artist. Nothing is asked about tracks that were found.
        Assert.Equal(3, Service.Requests.Count);
    }

    [Fact]
    public async Task An_artist_whose_names_have_come_along_is_not_asked_about()
    {
        Service.TellsAliasesOfCredits = true;
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        var playlist = await _host.SyncAsync(Kirari);

        await _host.AskAsync();

        Assert.Equal("s1", Assert.Single(await _host.RowsAsync(playlist)).SongId);
        Assert.Equal(2, Service.Requests.Count);
    }

    [Fact]
    public async Task What_was_learnt_before_a_failure_is_of_use_at_once()
    {
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Kaze Fujii"));
        var playlist = await _host.SyncAsync(Kirari);
        Service.Fail("/ws/2/artist", 503, retryAfter: TimeSpan.FromHours(1));

        await _host.AskAsync();

        // The sort name came with the recording; the aliases are still to be requested.
        Assert.Equal("s1", Assert.Single(await _host.RowsAsync(playlist)).SongId);
        Assert.NotNull((await _host.Core.Get<CatalogueLookup>().FindCatalogueStatusAsync(default)).NextTryAt);
    }

    [Fact]
    public async Task A_row_of_ListenBrainz_is_found_by_the_code_of_its_recording()
    {
        Service.Add(new(MusicBrainzDouble.RecordingId(1), "夜の港", Service.AddArtist(1, "エイダ")) { Isrcs = ["ZZSPT2600001", "ZZSPT2600002"] });
        _host.Library.Add(FakeMusicServer.Song("s1", "Yoru no Minato", "Ada", "ZZSPT2600002"));
        var playlist = await _host.SyncAsync(new SourceTrack { Title = "夜の港", Artists = ["エイダ"], DurationMs = 180_000, RecordingMbid = MusicBrainzDouble.RecordingId(1) });

        await _host.AskAsync();

        var row = Assert.Single(await _host.RowsAsync(playlist));
        Assert.Equal((MatchZone.Auto, "s1", MatchTier.Isrc, MatchReason.OtherName), (row.Zone, row.SongId, row.Tier, row.Reason));
        Assert.StartsWith($"GET /ws/2/recording/{MusicBrainzDouble.RecordingId(1)}?", Service.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_question_is_asked_once_for_all_users_and_never_again_after_a_restart()
    {
        AddKaze();
        var bob = await _host.Core.Database.AddUserAsync("bob");
        await _host.SyncAsync(Kirari, Kirari);
        await _host.Core.EnableAndRunAsync(bob, await _host.Core.ImportAsync(bob, "Bob's", [Kirari, CoreHost.Track("Nobody knows this", "Zed")]));

        await _host.AskAsync();
        var asked = Service.Requests.Count;
        Assert.Equal(4, asked);

        using var another = _host.StartAnother();
        await MusicBrainzHost.AskAsync(another);
        Assert.Equal(asked, Service.Requests.Count);
        Assert.Equal(0, (await another.Get<CatalogueLookup>().FindCatalogueStatusAsync(default)).Waiting);
    }

    [Fact]
    public async Task What_was_not_known_is_asked_again_after_a_month_and_what_was_known_after_half_a_year()
    {
        await _host.SyncAsync(Kirari);
        await _host.AskAsync();
        Assert.Single(Service.Requests);

        _host.Core.Clock.Advance(TimeSpan.FromDays(29));
        await _host.AskAsync();
        Assert.Single(Service.Requests);

        AddKaze();
        _host.Core.Clock.Advance(TimeSpan.FromDays(2));
        await _host.AskAsync();
        Assert.Equal(4, Service.Requests.Count);

        _host.Core.Clock.Advance(TimeSpan.FromDays(179));
        await _host.AskAsync();
        Assert.Equal(4, Service.Requests.Count);

        _host.Core.Clock.Advance(TimeSpan.FromDays(2));
        await _host.AskAsync();
        Assert.Equal(7, Service.Requests.Count);
    }

    [Fact]
    public async Task A_code_comes_first_then_the_recording_then_the_names()
    {
        AddKaze();
        await _host.SyncAsync(Kirari with { Isrc = "ZZSPT2600009", RecordingMbid = MusicBrainzDouble.RecordingId(9) });

        await _host.AskAsync();

        Assert.Equal(
            ["/ws/2/isrc/ZZSPT2600009", $"/ws/2/recording/{MusicBrainzDouble.RecordingId(9)}", "/ws/2/recording", $"/ws/2/recording/{MusicBrainzDouble.RecordingId(1)}", $"/ws/2/artist/{Service.Artists[0].Mbid}"],
            Service.Requests.Select(request => request["GET ".Length..].Split('?')[0]));
    }

    [Fact]
    public async Task What_a_user_has_decided_stays()
    {
        AddKaze();
        Service.Add(new(MusicBrainzDouble.RecordingId(2), "まつり", Service.Artists[0]));
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        _host.Library.Add(FakeMusicServer.Song("s2", "まつり", "Fujii Kaze"));
        _host.Library.Add(FakeMusicServer.Song("s3", "Harbour"));
        var playlist = await _host.SyncAsync(Kirari, Kirari with { Title = "まつり" }, Kirari with { Title = "ガーデン" });
        var corrections = _host.Core.Get<MatchCorrections>();
        Assert.True(await corrections.NeverAsync(_host.Ann.UserId, playlist.Tracks[0].Id, default));
        Assert.True(await corrections.RejectAsync(_host.Ann.UserId, playlist.Tracks[1].Id, "s2", default));
        Assert.True(await corrections.PinAsync(_host.Ann.UserId, playlist.Tracks[2].Id, "s3", default));

        await _host.AskAsync();
        await _host.Core.RequestAndRunAsync(_host.Ann, playlist.Id, SyncCommand.Sync());

        var rows = await _host.RowsAsync(playlist);
        Assert.Equal((MatchZone.None, MatchReason.NeverMatch), (rows[0].Zone, rows[0].Reason));
        Assert.NotEqual(MatchZone.Auto, rows[1].Zone);
        Assert.DoesNotContain(rows[1].Candidates, candidate => candidate.Song.Id == "s2");
        Assert.Equal((MatchTier.Pin, "s3"), (rows[2].Tier, rows[2].SongId));
        Assert.DoesNotContain(Service.Requests, request => request.Contains("%E3%81%8D%E3%82%89%E3%82%8A", StringComparison.OrdinalIgnoreCase)); // きらり
    }

    [Fact]
    public async Task What_was_asked_about_waits_no_more_at_the_end_of_the_turn()
    {
        AddKaze();
        await _host.SyncAsync(Kirari);
        var asker = _host.Core.Get<CatalogueLookup>();
        _host.Core.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(2);

        await asker.AskAsync(default);

        Assert.Equal(0, (await asker.FindCatalogueStatusAsync(default)).Waiting);
        Assert.NotEmpty(Service.Requests);
    }

    [Fact]
    public async Task What_one_user_has_rejected_is_found_for_another()
    {
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        var bob = await _host.Core.Database.AddUserAsync("bob");
        var playlist = await _host.SyncAsync(Kirari);
        var bobs = await _host.Core.EnableAndRunAsync(bob, await _host.Core.ImportAsync(bob, "Bob's", [Kirari]));
        Assert.True(await _host.Core.Get<MatchCorrections>().RejectAsync(bob.UserId, bobs.Tracks[0].Id, "s1", default));

        await _host.AskAsync();

        Assert.Equal("s1", Assert.Single(await _host.RowsAsync(playlist)).SongId);
        Assert.Null(Assert.Single(await _host.RowsAsync(bobs)).SongId);
    }

    [Fact]
    public async Task A_user_may_reject_what_another_name_found_and_that_holds()
    {
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        var playlist = await _host.SyncAsync(Kirari);
        await _host.AskAsync();
        var row = Assert.Single(await _host.RowsAsync(playlist));
        Assert.Equal("s1", row.SongId);

        Assert.True(await _host.Core.Get<MatchCorrections>().RejectAsync(_host.Ann.UserId, row.Id, "s1", default));
        await _host.AskAsync();
        await _host.Core.RequestAndRunAsync(_host.Ann, playlist.Id, SyncCommand.Sync());

        Assert.Equal(MatchZone.None, Assert.Single(await _host.RowsAsync(playlist)).Zone);
        Assert.True(await _host.Core.Get<MatchCorrections>().UndoAsync(_host.Ann.UserId, row.Id, default));
        Assert.Equal("s1", Assert.Single(await _host.RowsAsync(playlist)).SongId);
    }

    [Fact]
    public async Task What_was_learnt_counts_in_every_later_run_also_when_it_is_switched_off_again()
    {
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        var playlist = await _host.SyncAsync(Kirari);
        await _host.AskAsync();
        var asked = Service.Requests.Count;

        using var off = _host.StartAnother(isEnabled: false);
        await MusicBrainzHost.AskAsync(off);
        Assert.False((await off.Get<CatalogueLookup>().FindCatalogueStatusAsync(default)).IsEnabled);
        await off.RequestAndRunAsync(_host.Ann, playlist.Id, SyncCommand.Sync());
        Assert.Equal("s1", Assert.Single(await _host.RowsAsync(playlist)).SongId);

        var second = await off.EnableAndRunAsync(_host.Ann, await off.ImportAsync(_host.Ann, "Two", [Kirari]));
        Assert.Equal("s1", Assert.Single(second.Tracks).SongId);
        Assert.Equal(asked, Service.Requests.Count);
    }

    [Fact]
    public async Task A_run_that_is_under_way_is_followed_by_one_that_knows_more()
    {
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        _host.Library.Add(FakeMusicServer.Song("s2", "Harbour"));
        var playlist = await _host.SyncAsync(Kirari, CoreHost.Track("Harbour"));
        await _host.Core.Requests.RequestAsync(_host.Ann.UserId, playlist.Id, SyncCommand.Sync(), SyncTrigger.User, default);
        _host.Core.Server.Before = async call =>
        {
            if (call == "read")
            {
                _host.Core.Server.Before = null;
                _host.Core.Scheduler.Nudges.Clear();
                _host.Core.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(2);
                await _host.Core.Get<CatalogueLookup>().AskAsync(default);
                _host.Core.Clock.AutoAdvanceAmount = TimeSpan.Zero;
            }
        };

        await _host.Core.RunAsync(playlist.Id);
        Assert.Equal(3, Service.Requests.Count);
        Assert.Null((await _host.RowsAsync(playlist))[0].SongId);
        await _host.Core.LiveAsync();

        Assert.Equal("s1", (await _host.RowsAsync(playlist))[0].SongId);
    }

    [Fact]
    public async Task What_a_process_learnt_just_before_its_end_is_brought_to_the_rows_by_the_next()
    {
        Service.TellsAliasesOfCredits = true;
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        var playlist = await _host.SyncAsync(Kirari);
        _host.Core.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(2);
        foreach (var question in (CatalogueQuestion[])[CatalogueQuestion.Of(Kirari)[0], CatalogueQuestion.OfRecording(MusicBrainzDouble.RecordingId(1))])
        {
            await _host.Core.Get<CatalogueAnswers>().StoreAsync(question, await _host.Core.Get<MusicBrainzClient>().AskAsync(question, default), default);
        }

        _host.Core.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        Assert.Null(Assert.Single(await _host.RowsAsync(playlist)).SongId);
        Service.Forget();

        using var next = _host.StartAnother();
        await MusicBrainzHost.AskAsync(next);

        Assert.Equal("s1", Assert.Single(await _host.RowsAsync(playlist)).SongId);
        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_service_that_is_away_is_said_to_be_and_asked_again_later()
    {
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        var playlist = await _host.SyncAsync(Kirari, Kirari with { Title = "まつり" });
        Service.Fail("/ws/2/recording", 503, retryAfter: TimeSpan.FromHours(2));

        await _host.AskAsync();
        var stand = await _host.Core.Get<CatalogueLookup>().FindCatalogueStatusAsync(default);
        Assert.Equal(2, stand.Waiting);
        Assert.Equal("MusicBrainz asks Spotter to wait before it asks again.", stand.Problem.Words);
        Assert.NotNull(stand.NextTryAt);
        Assert.Single(Service.Requests);

        // An hour later nobody calls the service, not even another process.
        _host.Core.Clock.Advance(TimeSpan.FromHours(1));
        await _host.AskAsync();
        using var another = _host.StartAnother();
        await MusicBrainzHost.AskAsync(another);
        Assert.Single(Service.Requests);

        _host.Core.Clock.Advance(TimeSpan.FromHours(2));
        await _host.AskAsync();
        stand = await _host.Core.Get<CatalogueLookup>().FindCatalogueStatusAsync(default);
        Assert.Equal((0, null), (stand.Waiting, stand.Problem.Words));
        Assert.Equal("s1", (await _host.RowsAsync(playlist))[0].SongId);
    }

    [Fact]
    public async Task One_answer_that_cannot_be_read_keeps_no_other_from_being_asked()
    {
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        var playlist = await _host.SyncAsync(Kirari with { Title = "まつり" }, Kirari);
        Service.Fail("/ws/2/recording", 200, """{"nothing":"that we know"}""");

        await _host.AskAsync();

        Assert.Equal("s1", (await _host.RowsAsync(playlist))[1].SongId);
        Assert.Equal(0, (await _host.Core.Get<CatalogueLookup>().FindCatalogueStatusAsync(default)).Waiting);
    }

    [Fact]
    public async Task The_names_of_a_namesake_and_of_another_version_write_nothing()
    {
        // At MusicBrainz, this song is not by the track's Nova. It has two others, and a live take.
        Service.Add(new(MusicBrainzDouble.RecordingId(1), "Halcyon", Service.AddArtist(1, "Nova", null, ("Shinsei", "Artist name"))));
        Service.Add(new(MusicBrainzDouble.RecordingId(2), "Halcyon", Service.AddArtist(2, "Nova", null, ("New Star", "Artist name"))));
        Service.Add(new(MusicBrainzDouble.RecordingId(3), "Lantern", Service.Artists[0]) { Disambiguation = "live, 2020-02-02: Tokyo" });
        Service.Add(new(MusicBrainzDouble.RecordingId(4), "Ember", Service.Artists[0]) { Score = 50 });
        _host.Library.Add(FakeMusicServer.Song("s1", "Halcyon", "Shinsei"));
        _host.Library.Add(FakeMusicServer.Song("s2", "Lantern", "Shinsei"));
        _host.Library.Add(FakeMusicServer.Song("s3", "Ember", "Shinsei"));
        var playlist = await _host.SyncAsync(CoreHost.Track("Halcyon", "Nova"), CoreHost.Track("Lantern", "Nova"), CoreHost.Track("Ember", "Nova"));

        await _host.AskAsync();

        Assert.DoesNotContain(await _host.RowsAsync(playlist), row => row.Zone == MatchZone.Auto);
    }

    [Fact]
    public async Task Nothing_is_asked_about_playlists_that_nobody_syncs()
    {
        AddKaze();
        await _host.Core.ImportAsync(_host.Ann, "One", [Kirari]);

        await _host.AskAsync();

        Assert.Empty(Service.Requests);
    }

    [Fact]
    public async Task A_run_that_began_before_the_last_one_that_was_seen_and_ended_after_it_is_seen_too()
    {
        AddKaze();
        _host.Library.Add(FakeMusicServer.Song("s1", "きらり", "Fujii Kaze"));
        _host.Library.Add(FakeMusicServer.Song("s2", "Harbour"));
        var quick = await _host.SyncAsync(CoreHost.Track("Harbour"));
        await _host.AskAsync();
        var slow = await _host.SyncAsync(Kirari);
        await using (var db = _host.Core.Database.CreateDbContext())
        {
            await db.Playlists.Where(p => p.Id == slow.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchedAt, quick.MatchedAt - TimeSpan.FromMinutes(40)));
        }

        await _host.AskAsync();

        Assert.Equal("s1", (await _host.RowsAsync(slow))[0].SongId);
    }

    private void AddKaze()
        => Service.Add(new(MusicBrainzDouble.RecordingId(1), "きらり", Service.AddArtist(1, "藤井風", "Fujii, Kaze", ("Fujii Kaze", "Artist name"))));
}
