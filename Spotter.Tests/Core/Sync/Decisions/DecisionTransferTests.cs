using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Decisions;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Decisions;

public sealed class DecisionTransferTests : IDisposable
{
    private readonly CoreHost _old = new();
    private readonly CoreHost _new = new();

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
    }

    [Theory]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Csv)]
    public async Task Decisions_survive_a_new_installation_on_a_server_that_was_set_up_from_scratch(ExportFormat format)
    {
        var (ann, oldId) = await SyncedAsync(_old, 6);
        var corrections = _old.Get<MatchCorrections>();
        var rows = (await _old.FindAsync(oldId)).Tracks;
        await corrections.PinAsync(ann.UserId, rows[0].Id, "s2", default);
        await corrections.RejectAsync(ann.UserId, rows[1].Id, "s2", default);
        _old.Clock.Advance(TimeSpan.FromMinutes(1));
        await corrections.NeverAsync(ann.UserId, rows[1].Id, default);
        await corrections.NeverAsync(ann.UserId, rows[2].Id, default);
        using var file = new MemoryStream();
        await DecisionFile.WriteAsync(file, format, _old.Get<DecisionTransfer>().ExportAsync(ann.UserId, default), default);

        // The same music under other ids, and the ids of before belong to other songs.
        for (var i = 1; i <= 6; i++)
        {
            _new.Server.Library.Add(FakeMusicServer.Song($"s{7 - i}", CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i)));
        }

        var bob = await _new.Database.AddUserAsync("bob");
        var newId = await _new.ImportAsync(bob, "Mine", CoreHost.Tracks(1, 6));
        await _new.EnableAndRunAsync(bob, newId);
        file.Position = 0;
        var content = await DecisionFile.ReadAsync(file, default);

        var plan = await _new.Get<DecisionTransfer>().PlanAsync(bob.UserId, content, default);
        Assert.Equal((4, 0), (plan.Count(DecisionImportOutcome.New), plan.Change.TrackCount));
        Assert.Empty(await _new.Get<DecisionList>().ReadAsync(bob.UserId, default));

        var import = await _new.Get<DecisionTransfer>().ImportAsync(bob.UserId, content, default);

        Assert.Equal((4, 3), (import.Count(DecisionImportOutcome.New), import.Change.TrackCount));
        var tracks = (await _new.FindAsync(newId)).Tracks;
        Assert.Equal(("s5", MatchTier.Pin), (tracks[0].SongId, tracks[0].Tier));
        Assert.Equal([MatchReason.NeverMatch, MatchReason.NeverMatch], tracks.Skip(1).Take(2).Select(track => track.Reason));
        Assert.Equal(3, (await _new.Get<DecisionWrites>().FindAsync(bob.UserId, newId, default)).ToWrite);
        await _new.LiveAsync();
        Assert.Equal(["s5", "s3", "s2", "s1"], _new.Server.ContentOf((await _new.FindAsync(newId)).NavidromePlaylistId!));

        // Again, it changes nothing. Undone, it is as before.
        var again = await _new.Get<DecisionTransfer>().ImportAsync(bob.UserId, content, default);
        Assert.Equal((4, 0), (again.Count(DecisionImportOutcome.AlreadyKnown), again.Change.TrackCount));
        await _new.Get<DecisionRecorder>().UndoAsync(bob.UserId, import.Change, default);
        Assert.Empty(await _new.Get<DecisionList>().ReadAsync(bob.UserId, default));
        await _new.LiveAsync();
        Assert.Equal(6, _new.Server.ContentOf((await _new.FindAsync(newId)).NavidromePlaylistId!).Count);
    }

    [Fact]
    public async Task Each_decision_whose_song_is_not_there_says_why_and_the_others_come_in()
    {
        var (ann, _) = await SyncedAsync(_new, 3);
        var known = FakeMusicServer.Song("x", CoreHost.TitleOf(1));
        DecisionFileContent file = new(
            [
                Filed(FiledKind.Pin, "One", known),
                Filed(FiledKind.Pin, "Two", known with { Album = "Another", DurationMs = 400_000 }),
                Filed(FiledKind.Pin, "Three", FakeMusicServer.Song("s1", "Zzyzx", "Qwfp")),
                Filed(FiledKind.Rejection, "Four", FakeMusicServer.Song("s1", "Zzyzx", "Qwfp")),
            ],
            [new(9, null, new Fact.DecisionWithoutTrack())]);

        var import = await _new.Get<DecisionTransfer>().ImportAsync(ann.UserId, file, default);

        Assert.Equal(
            [new Fact.OnlyLikeSong(CoreHost.TitleOf(1), "Ada", CoreHost.TitleOf(1), "Ada"), new Fact.SongNotFound("Zzyzx", "Qwfp"), new Fact.DecisionWithoutTrack()],
            import.NotImported.OrderBy(entry => entry.Line).ThenBy(entry => entry.Title == "Three").Select(entry => entry.Why));
        var stored = await _new.Get<DecisionList>().ReadAsync(ann.UserId, default);
        Assert.Equal([("Four", ""), ("One", "s1")], stored.Select(decision => (decision.Track.Title, decision.Song!.Id)).Order());
    }

    [Fact]
    public async Task Without_a_library_no_song_is_said_to_be_missing()
    {
        var ann = await _new.Database.AddUserAsync();

        var plan = await _new.Get<DecisionTransfer>().PlanAsync(ann.UserId, new([Filed(FiledKind.Pin, "One", FakeMusicServer.Song("s1", "One"))], []), default);

        Assert.Equal(new Fact.LibraryNotKnown(), Assert.Single(plan.NotImported).Why);
    }

    [Fact]
    public async Task A_decision_that_was_taken_later_stays_and_an_earlier_one_is_replaced()
    {
        var (ann, id) = await SyncedAsync(_new, 3);
        var rows = (await _new.FindAsync(id)).Tracks;
        await _new.Get<MatchCorrections>().PinAsync(ann.UserId, rows[0].Id, "s3", default);
        await _new.Get<MatchCorrections>().PinAsync(ann.UserId, rows[1].Id, "s3", default);
        var now = _new.Clock.GetUtcNow();
        _new.Clock.Advance(TimeSpan.FromDays(1));
        DecisionFileContent file = new(
            [
                new(FiledKind.Never, null, rows[0].SourceTrack, null, now.AddDays(-1)),
                new(FiledKind.Never, null, rows[1].SourceTrack, null, now.AddHours(1)),
                // The clock of the other machine was ahead.
                new(FiledKind.Never, null, rows[2].SourceTrack, null, now.AddYears(5)),
            ],
            []);

        var import = await _new.Get<DecisionTransfer>().ImportAsync(ann.UserId, file, default);

        Assert.Equal([DecisionImportOutcome.LaterStays, DecisionImportOutcome.Replaces, DecisionImportOutcome.New], import.Entries.OrderBy(entry => rows.FindIndex(row => row.SourceTrack.Title == entry.Title)).Select(entry => entry.Outcome));
        var stored = (await _new.Get<DecisionList>().ReadAsync(ann.UserId, default)).ToDictionary(decision => decision.Track.Title);
        Assert.Equal([PinKind.Pin, PinKind.Never, PinKind.Never], rows.Select(row => stored[row.SourceTrack.Title].Kind));
        Assert.All(stored.Values, decision => Assert.True(decision.DecidedAt <= _new.Clock.GetUtcNow()));
    }

    [SqliteFact]
    public async Task An_import_of_thousands_costs_a_few_statements_for_each_five_hundred()
    {
        var count = LongTests.AreWanted ? 10_000 : 2_000;
        var work = new DatabaseWork();
        using var database = new TestDatabase(work: work);
        using var host = new CoreHost(database);
        var (ann, id) = await SyncedAsync(host, count);
        var file = await NeverAgainAsync(host, id);
        work.Forget();

        var import = await host.Get<DecisionTransfer>().ImportAsync(ann.UserId, file, default);

        Assert.Equal(count, import.Change.TrackCount);
        // One row of a match is one call of a prepared command, which is not among the statements of EF.
        var reads = work.Statements.Count(statement => statement.TrimStart().StartsWith("SELECT", StringComparison.Ordinal));
        Assert.InRange(reads, 1, 10 + (count / 500 * 12));
        Assert.Equal(count, (await host.Get<DecisionWrites>().FindAsync(ann.UserId, id, default)).ToWrite);
        work.Forget();
        Assert.Equal(count, (await host.Get<DecisionList>().ReadAsync(ann.UserId, default)).Count);
        Assert.InRange(work.Statements.Count, 1, 5);
    }

    [Fact]
    public async Task Decisions_are_stored_together_and_others_write_while_their_rows_are_matched()
    {
        var (ann, id) = await SyncedAsync(_new, 1_200);
        var file = await NeverAgainAsync(_new, id);
        var seen = new List<(int Decisions, int Matched)>();
        using var listening = _new.Get<EventBus>().Subscribe<TrackMatchChanged>(ann.UserId, change =>
        {
            using var db = _new.Database.CreateDbContext();
            seen.Add((db.Pins.Count(), db.Tracks.Count(track => track.Reason == MatchReason.NeverMatch)));
            // Inside a transaction of the import, this would wait for itself.
            db.Playlists.Where(p => p.Id == id).ExecuteUpdate(set => set.SetProperty(p => p.Description, "changed meanwhile"));
        });

        await _new.Get<DecisionTransfer>().ImportAsync(ann.UserId, file, default);

        Assert.Equal([(1_200, 500), (1_200, 1_000), (1_200, 1_200)], seen);
        Assert.Equal(("changed meanwhile", 1_200), ((await _new.FindAsync(id)).Description, (await _new.FindAsync(id)).MissingCount));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task A_power_cut_between_two_pieces_leaves_all_decisions_or_none_and_the_next_process_goes_on(int commit, bool isStored)
    {
        using var database = new TestDatabase();
        var server = new FakeMusicServer();
        int userId, id;
        DecisionFileContent file;
        using (var before = new CoreHost(database, server))
        {
            // Nothing but the sweep matches the rows of a playlist that is not synced.
            (var ann, id) = await SyncedAsync(before, 600);
            await before.Requests.SetSyncEnabledAsync(ann.UserId, id, false, deleteTarget: false, SyncTrigger.User, default);
            (userId, file) = (ann.UserId, await NeverAgainAsync(before, id));
        }

        using (var dying = new CoreHost(database, server, database.OpenAgain(new PowerCut(commit, isStored))))
        {
            await Assert.ThrowsAsync<PowerCutException>(() => dying.Get<DecisionTransfer>().ImportAsync(userId, file, default));
        }

        using var next = new CoreHost(database, server);
        await next.Get<SyncRecovery>().SweepAsync(atStart: true, default);

        var expected = commit == 1 && !isStored ? 0 : 600;
        Assert.Equal(expected, (await next.Get<DecisionList>().ReadAsync(userId, default)).Count);
        var playlist = await next.FindAsync(id);
        Assert.Equal((expected, expected), (playlist.Tracks.Count(track => track.Reason == MatchReason.NeverMatch), playlist.MissingCount));
        await using var db = database.CreateDbContext();
        Assert.Empty(db.DecisionsToMatch);
    }

    [Fact]
    public async Task A_client_that_leaves_after_the_decisions_are_stored_changes_nothing()
    {
        var (ann, id) = await SyncedAsync(_new, 1_200);
        var file = await NeverAgainAsync(_new, id);
        using var leaving = new CancellationTokenSource();
        using var listening = _new.Get<EventBus>().Subscribe<TrackMatchChanged>(ann.UserId, _ => leaving.Cancel());

        await _new.Get<DecisionTransfer>().ImportAsync(ann.UserId, file, leaving.Token);

        Assert.Equal(1_200, (await _new.FindAsync(id)).MissingCount);
    }

    [Fact]
    public async Task What_is_decided_while_rows_are_matched_wins()
    {
        var (ann, id) = await SyncedAsync(_new, 600);
        var rows = (await _new.FindAsync(id)).Tracks;
        var file = await NeverAgainAsync(_new, id);
        Task<bool>? later = null;
        using var listening = _new.Get<EventBus>().Subscribe<TrackMatchChanged>(
            ann.UserId, change => later ??= _new.Get<MatchCorrections>().PinAsync(ann.UserId, rows.First(row => !change.TrackIds.Contains(row.Id)).Id, "s7", default));

        await _new.Get<DecisionTransfer>().ImportAsync(ann.UserId, file, default);

        Assert.True(await later!);
        Assert.Equal("s7", Assert.Single((await _new.FindAsync(id)).Tracks, row => row.Reason != MatchReason.NeverMatch).SongId);
    }

    [SqliteFact]
    public async Task An_export_reads_its_decisions_as_they_are_written()
    {
        var work = new DatabaseWork();
        using var database = new TestDatabase(work: work);
        using var host = new CoreHost(database);
        var (ann, id) = await SyncedAsync(host, 1_200);
        await host.Get<DecisionTransfer>().ImportAsync(ann.UserId, await NeverAgainAsync(host, id), default);
        int Reads() => work.Statements.Count(statement => statement.Contains("FROM \"Pins\"", StringComparison.Ordinal));
        work.Forget();

        var (titles, reads) = (new List<string>(), new List<int>());
        await foreach (var decision in host.Get<DecisionTransfer>().ExportAsync(ann.UserId, default))
        {
            titles.Add(decision.Track.Title);
            reads.Add(Reads());
        }

        Assert.Equal(CoreHost.Tracks(1, 1_200).Select(track => track.Title), titles);
        Assert.Equal((1, 1, 2, 3), (reads[0], reads[499], reads[500], reads[1_199]));
    }

    private static async Task<DecisionFileContent> NeverAgainAsync(CoreHost host, int playlistId)
        => new([.. (await host.FindAsync(playlistId)).Tracks.Select(row => new FiledDecision(FiledKind.Never, row.Key, row.SourceTrack, null, null))], []);

    private static FiledDecision Filed(FiledKind kind, string title, Song song) => new(kind, null, new SourceTrack { Title = title, Artists = ["Somebody"] }, song, null);

    private static async Task<(Account Ann, int PlaylistId)> SyncedAsync(CoreHost host, int songs)
    {
        var ann = await host.Database.AddUserAsync();
        var id = await host.ImportAsync(ann, "One", host.FillLibrary(songs));
        await host.EnableAndRunAsync(ann, id);
        await host.Get<LibraryIndexCache>().GetKnownAsync(ann.Id, default);
        return (ann, id);
    }
}
