using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Facts;

public sealed class FactTextTests
{
    public static TheoryData<string> Records => [.. InventedFacts.Records.Select(record => record.Name)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_fact_is_read_as_it_was_stored(string name)
    {
        var record = typeof(Fact).GetNestedType(name)!;
        Assert.All([true, false], isFull =>
        {
            var fact = InventedFacts.Invent(record, isFull);
            fact = fact is Fact.Unread ? FactText.Read("""{"fact":"ofTomorrow","songs":1}""") : fact;

            Assert.Equal(fact, FactText.Read(FactText.Write(fact)));
            Assert.Equal(fact, FactText.Read(FactText.Write(new Fact.About("Road trip", fact))) is Fact.About about ? about.What : null);
        });
    }

    [Fact]
    public void Every_record_has_a_code_of_its_own()
    {
        var derived = typeof(Fact).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().ToList();

        Assert.Equal(InventedFacts.Records.Select(record => record.Name).Order(), derived.Select(code => code.DerivedType.Name).Order());
        Assert.Equal(derived.Count, derived.Select(code => (string)code.TypeDiscriminator!).Distinct().Count());
    }

    [Fact]
    public void A_stored_fact_is_its_code_and_its_arguments()
        => Assert.Equal(
            """{"fact":"editsReplaced","server":"gonic","changes":[{"fact":"added","count":3}]}""",
            FactText.Write(new Fact.EditsReplaced(new("gonic"), [new Fact.Added(3)])));

    [Theory]
    [InlineData("Navidrome could not be reached. Nothing was changed.")]
    [InlineData("{\"error\":\"what a server said\"}")]
    [InlineData("")]
    public void A_sentence_of_an_earlier_version_is_what_it_was(string sentence)
    {
        Assert.Equal(new Fact.SaidBefore(sentence), FactText.Read(sentence));
        Assert.Equal(sentence, FactText.Write(FactText.Read(sentence)));
    }

    [Theory]
    [InlineData("""{"fact":"ofTomorrow","songs":1}""", "ofTomorrow")]
    [InlineData("""{"fact":"created","songs":"many"}""", "created")]
    [InlineData("""{"fact":"created""", "")]
    public void What_a_later_version_has_stored_stays_as_it_is(string text, string code)
    {
        var fact = FactText.Read(text);

        Assert.Equal(new Fact.Unread(code, text), fact);
        Assert.Equal(text, FactText.Write(fact));
    }

    [Fact]
    public void Lists_are_equal_where_their_facts_are()
    {
        Fact one = new Fact.Updated([new Fact.Added(1), new Fact.Moved(2)]);

        Assert.Equal(one, new Fact.Updated([new Fact.Added(1), new Fact.Moved(2)]));
        Assert.Equal(one.GetHashCode(), new Fact.Updated([new Fact.Added(1), new Fact.Moved(2)]).GetHashCode());
        Assert.NotEqual(one, new Fact.Updated([new Fact.Moved(2), new Fact.Added(1)]));
    }

    [Fact]
    public void One_fact_stays_one_and_several_become_a_list()
    {
        Assert.Equal(new Fact.Created(1), Fact.Of(null, new Fact.Created(1)));
        Assert.Equal(new Fact.Several([new Fact.Created(1), new Fact.NewlyMatched(2)]), Fact.Of(new Fact.Created(1), null, new Fact.NewlyMatched(2)));
    }

    [SqliteFact]
    public async Task Rows_of_an_earlier_version_are_read_with_their_sentences()
    {
        using var host = new CoreHost();
        var ann = await host.Database.AddUserAsync();
        var id = await host.ImportAsync(ann, "Road trip", CoreHost.Tracks(1, 1));
        await using (var db = host.Database.CreateDbContext())
        {
            await db.Database.ExecuteSqlAsync(
                $"UPDATE Playlists SET SyncError = 'It failed.', SourceError = 'It is private.', WaitingFor = 'waiting for the scan', HeldBackRule = 'SourceShrank' WHERE Id = {id}");
            await db.Database.ExecuteSqlAsync($"UPDATE Accounts SET Library_Error = 'It did not answer.'");
            await db.Database.ExecuteSqlAsync(
                $$$"""UPDATE SyncEvents SET Message = 'It failed.', Metadata = '{"error":"It failed.","status":"error","trigger":"user","operation":"sync","rule":"sourceShrank","byTier":{"isrc":3}}'""");
        }

        await using var read = host.Database.CreateDbContext();
        var playlist = await read.Playlists.SingleAsync();
        Assert.Equal(
            ("It failed.", "It is private.", "waiting for the scan", SafetyRule.SourceShrank),
            (playlist.SyncError.Words, playlist.SourceError.Words, playlist.WaitingFor.Words, playlist.HeldBackRule));
        Assert.Equal("It did not answer.", (await read.Accounts.SingleAsync()).Library.Error.Words);
        var line = (await read.SyncEvents.ToListAsync())[^1];
        Assert.Equal("It failed.", line.Message.Words);
        var figures = SyncEventLog.ReadFigures(line.Metadata);
        Assert.Equal(
            ("It failed.", SyncStatus.Error, SyncTrigger.User, SyncOperation.Sync, SafetyRule.SourceShrank, 3),
            (figures.Error.Words, figures.Status, figures.Trigger, figures.Operation, figures.Rule, figures.ByTier![MatchTier.Isrc]));
    }

    [Fact]
    public void Words_of_ours_are_stored_as_they_were()
    {
        var json = JsonSerializer.Serialize(new SyncEventMetadata
        {
            Operation = SyncOperation.Sync, Trigger = SyncTrigger.User, Status = SyncStatus.Error, Rule = SafetyRule.SourceShrank,
            ByTier = new Dictionary<MatchTier, int> { [MatchTier.Isrc] = 3 }, Error = new Fact.OwnFault(),
        }, JsonColumn.Options);

        Assert.Equal("""{"operation":"sync","byTier":{"isrc":3},"status":"error","error":{"fact":"ownFault"},"rule":"sourceShrank","trigger":"user"}""", json);
    }
}
