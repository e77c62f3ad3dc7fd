using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Navidrome.Faults;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>Which rows a run matches again. The tests change a row's tier in the database, so that a new match is visible.</summary>
public sealed class PlaylistMatchingTests
{
    private const MatchTier Marked = MatchTier.Isrc;

    public static TheoryData<string, Func<MatchResult, MatchResult>, bool> Others => new()
    {
        { "nothing", result => result, false },
        { "the zone", result => result with { Zone = MatchZone.Auto }, true },
        { "the tier", result => result with { Tier = MatchTier.Exact }, true },
        { "the reason", result => result with { Reason = MatchReason.ArtistUnsure }, true },
        { "the song", result => result with { Song = FakeMusicServer.Song("x", "x") with { CoverArtId = "al-a" } }, true },
        { "a confidence that nobody would see", result => result with { Score = result.Score! with { Confidence = 0.7004 } }, false },
        { "the confidence", result => result with { Score = result.Score! with { Confidence = 0.7006 } }, true },
        { "the confidence, downwards", result => result with { Score = result.Score! with { Confidence = 0.69 } }, true },
        { "how many candidates", result => result with { Candidates = [result.Candidates[0]] }, true },
        { "which candidates", result => result with { Candidates = [result.Candidates[0], Candidate("c")] }, true },
        { "their order", result => result with { Candidates = [.. result.Candidates.Reverse()] }, true },
        { "the cover of the best one", result => result with { Candidates = [result.Candidates[0] with { Song = result.Candidates[0].Song with { CoverArtId = "other" } }, result.Candidates[1]] }, true },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void A_row_is_written_where_the_result_differs_in(string what, Func<MatchResult, MatchResult> change, bool differs)
    {
        var result = new MatchResult(
            MatchZone.Review, null, MatchTier.Fuzzy, new MatchScore(1, 1, null, null, true, null, 0.7), MatchReason.TitleUnsure, [Candidate("a"), Candidate("b")]);
        var row = PlaylistTrack.From("file", CoreHost.Track("Title"), 1);
        row.Apply(result);

        Assert.True(differs == PlaylistMatching.Differs(row, change(result)), what);
    }

    [Fact]
    public void Only_in_review_do_the_candidates_count()
    {
        var song = FakeMusicServer.Song("a", "a");
        var result = new MatchResult(MatchZone.Auto, song, MatchTier.Exact, null, MatchReason.SameTitleAndArtist, [Candidate("a"), Candidate("b")]);
        var row = PlaylistTrack.From("file", CoreHost.Track("Title"), 1);
        row.Apply(result);

        Assert.False(PlaylistMatching.Differs(row, result with { Candidates = [] }));
        Assert.True(PlaylistMatching.Differs(row, result with { Song = song with { CoverArtId = null } }));
    }

    private static MatchCandidate Candidate(string id) => new(FakeMusicServer.Song(id, id), MatchTier.Fuzzy, new MatchScore(1, 1, null, null, true, null, 0.7));

    [Fact]
    public async Task A_sync_by_hand_leaves_matched_rows_alone_while_nothing_has_changed_that_a_match_depends_on()
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.Navidrome);
        var account = await host.AccountAsync();
        var playlist = await SyncedAsync(host, account);

        await MarkAsync(host, playlist);
        await SyncAsync(host, account, playlist, SyncCommand.Sync());

        Assert.All(await TiersAsync(host, playlist), tier => Assert.Equal(Marked, tier));
    }

    [Fact]
    public async Task A_rebuild_matches_every_row()
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.Navidrome);
        var account = await host.AccountAsync();
        var playlist = await SyncedAsync(host, account);

        await MarkAsync(host, playlist);
        await SyncAsync(host, account, playlist, SyncCommand.Rebuild());

        Assert.All(await TiersAsync(host, playlist), tier => Assert.Equal(MatchTier.Exact, tier));
    }

    [Fact]
    public async Task A_sync_by_hand_matches_every_row_once_the_library_has_changed()
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.Navidrome);
        var account = await host.AccountAsync();
        var playlist = await SyncedAsync(host, account);

        await MarkAsync(host, playlist);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        host.Server.Library.Replace([.. host.Server.Library.Songs.Select((song, i) => i == 20 ? song with { Year = song.Year + 1 } : song)]);
        await SyncAsync(host, account, playlist, SyncCommand.Sync());

        Assert.All(await TiersAsync(host, playlist), tier => Assert.Equal(MatchTier.Exact, tier));
    }

    [Fact]
    public async Task What_a_clock_that_was_ahead_has_noted_is_not_believed()
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.Navidrome);
        var account = await host.AccountAsync();
        var playlist = await SyncedAsync(host, account);

        await MarkAsync(host, playlist);
        await using (var db = host.OpenDatabase())
        {
            var ahead = host.Clock.GetUtcNow().AddDays(1);
            await db.Playlists.Where(p => p.Id == playlist).ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchedInFullAt, ahead));
        }

        await SyncAsync(host, account, playlist, SyncCommand.Sync());

        Assert.All(await TiersAsync(host, playlist), tier => Assert.Equal(MatchTier.Exact, tier));
    }

    public static TheoryData<string, MatchResult, MatchResult, bool> Results()
    {
        var score = new MatchScore(1, 1, 1, 1, true, 0, 0.9);
        var song = TestTracks.SongOf("s1", "Harbour light") with { CoverArtId = "c1" };
        MatchCandidate Candidate(string id) => new(song with { Id = id }, MatchTier.Fuzzy, score);
        var found = new MatchResult(MatchZone.Auto, song, MatchTier.Exact, score, MatchReason.SameTitleAndArtist, [Candidate("s1")]);
        var doubtful = new MatchResult(MatchZone.Review, null, MatchTier.Fuzzy, score, MatchReason.ArtistUnsure, [Candidate("s1"), Candidate("s2")]);
        return new()
        {
            { "the same", found, found, false },
            { "the same, doubtful", doubtful, doubtful, false },
            { "other candidates beside a song that was found, which are not kept", found, found with { Candidates = [] }, false },
            { "another zone", found, found with { Zone = MatchZone.None }, true },
            { "another tier", found, found with { Tier = MatchTier.Isrc }, true },
            { "another reason", found, found with { Reason = MatchReason.CloseTitleAndArtist }, true },
            { "another song", found, found with { Song = song with { Id = "s2" } }, true },
            { "a confidence half a thousandth off", found, found with { Score = score with { Confidence = 0.9004 } }, false },
            { "a confidence more than that off", found, found with { Score = score with { Confidence = 0.9006 } }, true },
            { "a confidence more than that below", found, found with { Score = score with { Confidence = 0.8994 } }, true },
            { "another cover", found, found with { Song = song with { CoverArtId = "c2" } }, true },
            { "a candidate less", doubtful, doubtful with { Candidates = [Candidate("s1")] }, true },
            { "a candidate more", doubtful, doubtful with { Candidates = [Candidate("s1"), Candidate("s2"), Candidate("s3")] }, true },
            { "another candidate", doubtful, doubtful with { Candidates = [Candidate("s1"), Candidate("s3")] }, true },
            { "another cover of the best candidate", doubtful, doubtful with { Candidates = [new(song with { CoverArtId = "c2" }, MatchTier.Fuzzy, score), Candidate("s2")] }, true },
        };
    }

    [Theory]
    [MemberData(nameof(Results))]
    public void A_row_is_stored_again_only_where_its_result_differs(string what, MatchResult before, MatchResult now, bool differs)
    {
        var row = TestTracks.Waiting("Harbour light");
        row.Apply(before);

        Assert.True(PlaylistMatching.Differs(row, now) == differs, what);
    }

    [Theory]
    [InlineData(0, new[] { 0, 3 })]
    [InlineData(250, new[] { 0, 1, 2, 3, 3 })]
    public async Task Pages_are_told_at_the_start_at_the_end_and_four_times_a_second_between_them(int millisecondsEach, int[] done)
    {
        using var host = new CoreHost();
        var ann = await host.Database.AddUserAsync();
        var id = await host.ImportAsync(ann, "Road trip", host.FillLibrary(3));
        var told = new List<SyncProgressed>();
        using var listening = host.Get<EventBus>().Subscribe<SyncProgressed>(ann.UserId, told.Add);
        host.Clock.AutoAdvanceAmount = TimeSpan.FromMilliseconds(millisecondsEach);

        await host.EnableAndRunAsync(ann, id);

        Assert.Equal(done, told.Where(progress => progress.Phase == SyncPhase.Matching).Select(progress => progress.Done));
        Assert.All(told, progress => Assert.Equal((id, 3), (progress.PlaylistId, progress.Total)));
    }

    [Theory]
    [InlineData(false, MatchZone.Review)]
    [InlineData(true, MatchZone.None)]
    public async Task Rows_that_a_run_holds_are_not_stored_beside_it(bool isHeld, MatchZone stored)
    {
        using var host = new CoreHost();
        var ann = await host.Database.AddUserAsync();
        var id = await host.ImportAsync(ann, "Road trip", [.. host.FillLibrary(3), CoreHost.Track("Lantern street (Live)", "Bea")]);
        await host.EnableAndRunAsync(ann, id);
        host.Server.Library.Add(FakeMusicServer.Song("new", "Lantern street", "Bea"));
        var content = await host.Get<PlaylistReader>().FindAsync(ann.UserId, id, default);
        if (isHeld)
        {
            await host.Requests.RequestAsync(ann.UserId, id, SyncCommand.Sync(), SyncTrigger.User, default);
            Assert.NotNull(await host.Get<SyncLeases>().TryTakeAsync(id, default));
        }

        Assert.False(await host.Get<PlaylistMatching>().RetryMatchingAsync(content!, new SongLookup(LibraryIndex.Build(host.Server.Library), translator: null), default));

        Assert.Equal(stored, (await host.FindAsync(id)).Tracks[3].Zone);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_run_stored_that_had_not_read_a_decision_is_matched_again_by_the_next(bool isUndo)
    {
        using var host = new CoreHost();
        var ann = await host.Database.AddUserAsync();
        var id = await host.ImportAsync(ann, "Road trip", host.FillLibrary(3));
        await host.EnableAndRunAsync(ann, id);
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        await host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        var row = (await host.FindAsync(id)).Tracks[1].Id;
        await host.Get<MatchCorrections>().PinAsync(ann.UserId, row, "s3", default);
        if (isUndo)
        {
            await host.LiveAsync();
            await host.Get<MatchCorrections>().UndoAsync(ann.UserId, row, default);
        }

        // The run that was under way then stores what it had read.
        await using (var db = host.Database.CreateDbContext())
        {
            var late = isUndo ? ("s3", host.Server.Library[2]) : ("s2", host.Server.Library[1]);
            var track = await db.Tracks.SingleAsync(track => track.Id == row);
            (track.SongId, track.Song, track.Zone, track.Reason) = (late.Item1, late.Item2, MatchZone.Auto, MatchReason.SameTitleAndArtist);
            await db.SaveChangesAsync();
        }

        await host.LiveAsync();

        var playlist = await host.FindAsync(id);
        Assert.Equal(isUndo ? "s2" : "s3", playlist.Tracks[1].SongId);
        Assert.Equal(["s1", isUndo ? "s2" : "s3", "s3"], host.Server.ContentOf(playlist.NavidromePlaylistId!));
    }

    private static async Task<int> SyncedAsync(FaultHost host, Account account)
    {
        var playlist = await host.ImportAsync(account, "Mix", [1, 2, 3]);
        for (var time = 0; time < 2; time++)
        {
            // The first time, the library and the playlist were read in the same millisecond.
            await SyncAsync(host, account, playlist, SyncCommand.Sync());
            host.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        return playlist;
    }

    private static async Task SyncAsync(FaultHost host, Account account, int playlist, SyncCommand wish)
    {
        await host.RequestAsync(account, playlist, wish);
        Assert.Equal(SyncStatus.Success, (await host.RunAsync(playlist)).Status);
    }

    private static async Task MarkAsync(FaultHost host, int playlist)
    {
        await using var db = host.OpenDatabase();
        Assert.Equal(3, await db.Tracks.Where(track => track.PlaylistId == playlist).ExecuteUpdateAsync(set => set.SetProperty(track => track.Tier, Marked)));
    }

    private static async Task<List<MatchTier?>> TiersAsync(FaultHost host, int playlist)
    {
        await using var db = host.OpenDatabase();
        return await db.Tracks.Where(track => track.PlaylistId == playlist).Select(track => track.Tier).ToListAsync();
    }
}
