using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Decisions;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Library;
using Spotter.Core.Matching;
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
        await DecisionFile.WriteAsync(file, format, await _old.Get<DecisionTransfer>().ExportAsync(ann.UserId, default), default);

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

    [Fact]
    public async Task An_import_of_thousands_is_one_transaction_and_costs_a_few_statements_for_each_five_hundred()
    {
        var work = new DatabaseWork();
        using var database = new TestDatabase(work: work);
        using var host = new CoreHost(database);
        var (ann, id) = await SyncedAsync(host, 2_000);
        var rows = (await host.FindAsync(id)).Tracks;
        DecisionFileContent file = new([.. rows.Select(row => new FiledDecision(FiledKind.Never, row.Key, row.SourceTrack, null, null))], []);
        work.Forget();

        var import = await host.Get<DecisionTransfer>().ImportAsync(ann.UserId, file, default);

        Assert.Equal(2_000, import.Change.TrackCount);
        // One row of a match is one call of a prepared command, which is not among the statements of EF.
        var reads = work.Statements.Count(statement => statement.TrimStart().StartsWith("SELECT", StringComparison.Ordinal));
        Assert.InRange(reads, 1, 40);
        Assert.Equal(2_000, (await host.Get<DecisionWrites>().FindAsync(ann.UserId, id, default)).ToWrite);
        work.Forget();
        Assert.Equal(2_000, (await host.Get<DecisionList>().ReadAsync(ann.UserId, default)).Count);
        Assert.InRange(work.Statements.Count, 1, 5);
    }

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
