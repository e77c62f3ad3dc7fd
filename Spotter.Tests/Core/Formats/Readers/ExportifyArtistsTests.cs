namespace Spotter.Tests.Core.Formats.Readers;

public sealed class ExportifyArtistsTests
{
    [Theory]
    [InlineData("one id, so the comma is its own", "Tyler, The Painter", "a1", "Tyler, The Painter")]
    [InlineData("as many pieces as ids", "Ada, Kari", "a1, a2", "Ada|Kari")]
    [InlineData("three pieces for two unknown ids could mean two things", "Earth, Wind, Ada", "a1, a2", "Earth, Wind, Ada")]
    [InlineData("another line says what the first is called", "Known, Twice, Ada", "k1, a2", "Known, Twice|Ada")]
    [InlineData("another line says what the last is called", "Ada, B, Known, Twice", "a1, k1", "Ada, B|Known, Twice")]
    [InlineData("one that is known leaves the others in order", "Ada, Known, Twice, Kari", "a1, k1, a2", "Ada|Known, Twice|Kari")]
    [InlineData("what is known does not fit: the line stays whole", "Other, Twice, Ada", "k1, a2", "Other, Twice, Ada")]
    [InlineData("escaped commas belong to names", "Tyler\\, The Painter, Ada", "a1, a2", "Tyler, The Painter|Ada")]
    [InlineData("escaped commas decide even without ids", "Tyler\\, The Painter, Ada", "", "Tyler, The Painter|Ada")]
    [InlineData("no ids and a comma with a blank: whole", "Tyler, The Painter", "", "Tyler, The Painter")]
    [InlineData("no ids and commas without blanks: one by one", "Tyler, The Painter,Ada", "", "Tyler, The Painter|Ada")]
    [InlineData("a number's comma is the number's", "10,000 Lakes", "", "10,000 Lakes")]
    [InlineData("semicolons always separate", "Tyler, The Painter;Ada", "", "Tyler, The Painter|Ada")]
    [InlineData("nobody", "", "", "")]
    [InlineData("more ids than names", "Ada", "a1, a2", "Ada")]
    public void A_line_of_artists_is_taken_apart_where_that_is_certain(string reason, string names, string ids, string expected)
    {
        var artists = string.Join('|', Split(names, ids));

        Assert.True(expected == artists, $"{reason}: {artists}");
    }

    [Fact]
    public void A_line_of_very_many_pieces_is_left_whole_and_costs_no_time()
    {
        var names = string.Join(", ", Enumerable.Range(0, 400).Select(i => $"Name {i}"));
        var ids = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"a{i}"));

        Assert.Equal([names], Split(names, ids));
    }

    /// <summary>The artists of a row, beside a row that shows the name of "k1".</summary>
    private static IReadOnlyList<string> Split(string names, string ids)
        => Assert.Single(Samples.ReadText(
            $"Track URI,Track Name,Artist URI(s),Artist Name(s)\nspotify:track:x,One,\"{ids}\",\"{names}\"\nspotify:track:y,Two,k1,\"Known, Twice\"\n"))
            .Tracks[0].Artists;
}
