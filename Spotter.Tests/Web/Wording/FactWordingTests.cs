using System.Text.RegularExpressions;
using System.Xml.Linq;
using Spotter.Core.Facts;
using Spotter.Tests.Support;
using Spotter.Web.Wording;

namespace Spotter.Tests.Web.Wording;

public sealed partial class FactWordingTests
{
    private static readonly Dictionary<string, string> Texts = XDocument.Load(Path.Combine(Repository.Root, "Spotter.Web/Wording/FactTexts.resx")).Root!
        .Elements("data").ToDictionary(entry => (string)entry.Attribute("name")!, entry => (string)entry.Element("value")!);

    public static TheoryData<string> Records => [.. InventedFacts.Records.Select(record => record.Name)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Every_fact_has_words_that_ask_for_nothing_that_it_lacks(string name)
    {
        var record = typeof(Fact).GetNestedType(name)!;
        Assert.True(Texts.TryGetValue(FactWording.CodeOf(record), out var text), $"{name} has no words.");

        Assert.Empty(MessageTemplate.Parse(text!).Arguments.Except(record.GetProperties().Select(property => property.Name)));
        Assert.All([true, false], isFull => Assert.DoesNotMatch(Gap(), English.Wording.Say(InventedFacts.Invent(record, isFull)).Replace("{}", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void There_are_words_for_nothing_but_facts()
        => Assert.Equal(
            InventedFacts.Records.Select(FactWording.CodeOf).Order(StringComparer.Ordinal),
            Texts.Keys.Where(key => !key.StartsWith('_')).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("gonic", "gonic refuses", "in gonic")]
    [InlineData(null, "The music server refuses", "on the music server")]
    public void A_server_is_called_what_it_is_called_on_pages(string? own, string begins, string place)
    {
        var server = new ServerName(own);

        Assert.StartsWith(begins, English.Wording.Say(new Fact.PasswordRefused(server)), StringComparison.Ordinal);
        Assert.Equal($"Sync is off; the playlist {place} was left as it is.", English.Wording.Say(new Fact.TargetLeft(server)));
        Assert.Equal($"Sync is off; the playlist was deleted from {server}.", English.Wording.Say(new Fact.TargetDeleted(server)));
        Assert.Equal((begins, place), ($"{server.AtStart} refuses", server.Place));
    }

    [Fact]
    public void The_model_server_has_no_name_and_is_written_like_any_other_thing()
    {
        Assert.Equal("The model server could not be reached. Nothing was changed.", English.Wording.Say(new Fact.ServiceNotReached(ServiceName.Model)));
        Assert.Equal("The connection to the model server was interrupted. Nothing was changed.", English.Wording.Say(new Fact.ServiceBrokeOff(ServiceName.Model)));
        Assert.Equal("The connection to Deezer was interrupted. Nothing was changed.", English.Wording.Say(new Fact.ServiceBrokeOff("Deezer")));
    }

    [Theory]
    [InlineData(0, "0 songs")]
    [InlineData(1, "1 song")]
    [InlineData(2, "2 songs")]
    [InlineData(12_345, "12,345 songs")]
    public void One_is_one_and_many_are_grouped(int count, string songs)
        => Assert.Equal($"Created with {songs}.", English.Wording.Say(new Fact.Created(count)));

    [Fact]
    public void Facts_within_facts_are_worded_too()
        => Assert.Equal(
            "Road trip: Updated: 3 added, 1 moved. 2 to review, 4 missing.",
            English.Wording.Say(new Fact.About("Road trip", Fact.Of(
                new Fact.Updated([new Fact.Added(3), new Fact.Moved(1)]), new Fact.Unmatched([new Fact.ToReview(2), new Fact.Missing(4)])))));

    [Theory]
    [InlineData(null, "waiting for the scan")]
    [InlineData(1, "waiting for the scan (1 file so far)")]
    [InlineData(1_200, "waiting for the scan (1,200 files so far)")]
    public void A_number_that_is_not_known_is_left_out(int? files, string expected)
        => Assert.Equal(expected, English.Wording.Say(new Fact.WaitingForScan(files)));

    [Fact]
    public void The_figures_of_a_line_say_in_words_what_went_wrong()
    {
        Assert.Equal(
            """{"added":1,"error":"gonic's answer could not be read."}""",
            English.Wording.SayFigures("""{"added":1,"error":{"fact":"serverUnread","server":"gonic"}}"""));
        Assert.Equal("""{"error":"It failed."}""", English.Wording.SayFigures("""{"error":"It failed."}"""));
    }

    /// <summary>A gap where an argument was empty, or a leftover brace.</summary>
    [GeneratedRegex(@"  |[{}]| [.,;]")]
    private static partial Regex Gap();
}
