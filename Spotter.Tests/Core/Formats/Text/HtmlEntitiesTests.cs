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
    [InlineData("Salt &amp;amp; Smoke", "Salt & Smoke")]
    [InlineData("It&amp;#39;s &amp;quot;Nine&amp;quot;", "It's \"Nine\"")]
    [InlineData("Smile &#128512;", "Smile \U0001F600")]
    [InlineData("&amp;amp;amp;", "&amp;")]
    public void An_entity_is_what_it_stands_for_and_an_ampersand_itself(string text, string expected) => Assert.Equal(expected, HtmlEntities.Decode(text));

    [Fact]
    public void Cells_of_a_table_are_read_as_people_read_them()
        => Assert.Equal(
            ["It's Nine / Salt & Smoke / Cats & Dogs / "],
            Samples.Lines(Assert.Single(Samples.ReadText("Title,Artist,Album\nIt&#39;s Nine,Salt &amp; Smoke,Cats &amp; Dogs\n"))));

    [Theory]
    [InlineData("in any table", "Title,Artist\nRill,Salt &amp;amp; Smoke;Bo\n")]
    [InlineData("in columns that a user has named", "Sang,Skald\nRill,Salt &amp;amp; Smoke;Bo\n")]
    public void Artists_that_were_escaped_twice_are_decoded_before_they_are_split(string reason, string text)
    {
        IReadOnlyList<PlaylistFile> playlists;
        try
        {
            playlists = Samples.ReadText(text);
        }
        catch (PlaylistFileException question) when (question.Table is { } table)
        {
            playlists = PlaylistFileReader.ReadTable(table, new(HasHeader: true, [TableColumn.Title, TableColumn.Artist]), null);
        }

        Assert.Equal((reason, "Salt & Smoke + Bo"), (reason, string.Join(" + ", Assert.Single(Assert.Single(playlists).Tracks).Artists)));
    }

    [Theory]
    [InlineData("exportify.net, with semicolons", "Track URI,Track Name,Artist URI(s),Artist Name(s)\nspotify:track:1aAaaaaaaaaaaaaaaaaaa1,Rill,\"spotify:artist:aaaaaaaaaaaaaaaaaaaaaa;spotify:artist:bbbbbbbbbbbbbbbbbbbbbb\",Salt &amp; Smoke;Bo\n")]
    [InlineData("escaped twice", "Track URI,Track Name,Artist URI(s),Artist Name(s)\nspotify:track:1aAaaaaaaaaaaaaaaaaaa1,Rill,\"spotify:artist:aaaaaaaaaaaaaaaaaaaaaa;spotify:artist:bbbbbbbbbbbbbbbbbbbbbb\",Salt &amp;amp; Smoke;Bo\n")]
    public void Artists_of_Exportify_are_decoded_before_they_are_split(string reason, string text)
        => Assert.Equal((reason, "Salt & Smoke + Bo"), (reason, string.Join(" + ", Assert.Single(Assert.Single(Samples.ReadText(text)).Tracks).Artists)));

    [Fact]
    public async Task What_Spotter_wrote_itself_comes_back_as_it_was()
    {
        await using var written = new MemoryStream();
        await MissingExport.WriteAsync(
            written, ExportFormat.Csv, "x", [new ExportedTrack(1, new SourceTrack { Title = "The &amp; Sign", Artists = ["Ada"], Album = "A &lt; B" })], CancellationToken.None);

        Assert.Equal(["The &amp; Sign / Ada / A &lt; B / "], Samples.Lines(Assert.Single(new PlaylistFileReader().Read(written.ToArray(), "x.csv", null))));
    }
}
