using Spotter.Core.Formats;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Formats.Text;

public sealed class HtmlEntitiesTests
{
    [Theory]
    [InlineData("It&#39;s Salt &amp; Smoke", "It's Salt & Smoke")]
    [InlineData("&quot;Nine&quot; &#x27;Lives&#x27;", "\"Nine\" 'Lives'")]
    [InlineData("R&B; Soul & Funk", "R&B; Soul & Funk")]
    [InlineData("Salt &amp", "Salt &amp")]
    [InlineData("&;", "&;")]
    public void An_entity_is_what_it_stands_for_and_an_ampersand_itself(string text, string expected) => Assert.Equal(expected, HtmlEntities.Decode(text));

    [Fact]
    public void Cells_of_a_table_are_read_as_people_read_them()
        => Assert.Equal(
            ["It's Nine / Salt & Smoke / Cats & Dogs / "],
            Samples.Lines(Assert.Single(Samples.ReadText("Title,Artist,Album\nIt&#39;s Nine,Salt &amp; Smoke,Cats &amp; Dogs\n"))));

    [Fact]
    public async Task What_Spotter_wrote_itself_comes_back_as_it_was()
    {
        await using var written = new MemoryStream();
        await MissingExport.WriteAsync(
            written, ExportFormat.Csv, "x", [new ExportedTrack(1, new SourceTrack { Title = "The &amp; Sign", Artists = ["Ada"], Album = "A &lt; B" })], CancellationToken.None);

        Assert.Equal(["The &amp; Sign / Ada / A &lt; B / "], Samples.Lines(Assert.Single(new PlaylistFileReader().Read(written.ToArray(), "x.csv", null))));
    }
}
