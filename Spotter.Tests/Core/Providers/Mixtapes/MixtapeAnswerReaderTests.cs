using System.Text;
using CsCheck;
using Spotter.Core.Providers.Mixtapes;

namespace Spotter.Tests.Core.Providers.Mixtapes;

/// <summary>Whatever a model answers is read as names, or as nothing.</summary>
public sealed class MixtapeAnswerReaderTests
{
    private const string Two = """{"songs":[{"title":"Creep","artist":"Radiohead","album":"Pablo Honey"},{"title":"Jóga","artist":"Björk","album":null}]}""";

    [Theory]
    [InlineData("as asked", Two)]
    [InlineData("a bare list", """[{"title":"Creep","artist":"Radiohead","album":"Pablo Honey"},{"title":"Jóga","artist":"Björk"}]""")]
    [InlineData("in a fence", "Sure!\n```json\n" + Two + "\n```\nEnjoy.")]
    [InlineData("behind prose with brackets", "[Note] Here {as asked} it is: " + Two)]
    [InlineData("behind a thought that tries songs", """<think>{"songs":[{"title":"No","artist":"No"}]} hm</think>""" + Two)]
    [InlineData("in other words", """{"playlist":{"tracks":[{"track":"Creep","artist":"Radiohead","album":"Pablo Honey"},{"name":"Jóga","artists":["Björk","Somebody"]}]}}""")]
    [InlineData("with a comma too many", """{"songs":[{"title":"Creep","artist":"Radiohead","album":"Pablo Honey",},{"title":"Jóga","artist":"Björk"},]}""")]
    [InlineData("cut off in the third", """{"songs":[{"title":"Creep","artist":"Radiohead","album":"Pablo Honey"},{"title":"Jóga","artist":"Björk"},{"title":"Hey Ju""")]
    public void Songs_are_found_however_they_are_wrapped(string why, string text)
    {
        var answer = MixtapeAnswerReader.Read(text);

        Assert.True(answer.Songs is [{ Title: "Creep", Artist: "Radiohead", Album: "Pablo Honey" }, { Title: "Jóga", Artist: "Björk", Album: null }], why);
        Assert.Equal(!why.StartsWith("cut off", StringComparison.Ordinal), answer.IsWhole);
    }

    [Theory]
    [InlineData("nothing", "")]
    [InlineData("blanks", "   \n")]
    [InlineData("null", null)]
    [InlineData("prose", "I cannot help with that.")]
    [InlineData("a number", "42")]
    [InlineData("an empty object", "{}")]
    [InlineData("titles that are no texts", """{"songs":[{"title":7,"artist":"Ada"},{"title":null},{"title":{"title":""}}]}""")]
    [InlineData("half a surrogate", """{"songs":[{"title":"\ud800","artist":"Ada"}""")]
    public void Where_there_is_no_song_there_is_none(string why, string? text) => Assert.True(MixtapeAnswerReader.Read(text).Songs.Count == 0, why);

    [Fact]
    public void Ten_thousand_rows_are_read_as_far_as_anybody_could_ask()
    {
        var rows = string.Join(',', Enumerable.Range(0, 10_000).Select(i => $$"""{"title":"Song {{i}}","artist":"A"}"""));

        var answer = MixtapeAnswerReader.Read($$"""{"songs":[{{rows}}]}""");

        Assert.Equal(MixtapeAnswerReader.MostSongs, answer.Songs.Count);
        Assert.False(answer.IsWhole);
    }

    [Fact]
    public void Megabytes_and_depths_end_soon()
    {
        foreach (var text in new[]
        {
            new string('[', 3_000_000),
            string.Concat(Enumerable.Repeat("{\"a\":", 500_000)),
            "{\"songs\":[{\"title\":\"" + new string('x', 5_000_000) + "\",\"artist\":\"A\"}]}",
            new string('{', 1_000_000) + Two,
        })
        {
            Assert.Empty(MixtapeAnswerReader.Read(text).Songs);
        }
    }

    [Fact]
    public void Names_are_one_line_of_bounded_length_without_what_controls()
    {
        var text = """{"songs":[{"title":"A\u0000\u001b[31m\u202eB\n\tC <b>&","artist":"LONG"}]}""".Replace("LONG", new string('y', 5_000), StringComparison.Ordinal);

        var song = Assert.Single(MixtapeAnswerReader.Read(text).Songs);

        Assert.Equal("A [31mB C <b>&", song.Title);
        Assert.Equal(MixtapeAnswerReader.MostOfName, song.Artist.Length);
    }

    [Fact]
    public void Damaged_answers_are_read_or_are_nothing()
        => Gen.Select(Gen.Int[0, Two.Length], Gen.Int[0, 12], Gen.String[Gen.Char[(char)0, (char)0x2100], 0, 12]).Sample(
            damage =>
            {
                var (at, gone, put) = damage;
                var text = new StringBuilder(Two).Remove(at, Math.Min(gone, Two.Length - at)).Insert(at, put).ToString();
                Assert.All(MixtapeAnswerReader.Read(text).Songs, song => Assert.InRange(song.Title.Length, 1, MixtapeAnswerReader.MostOfName));
            },
            iter: 5_000);
}
