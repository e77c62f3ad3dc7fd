namespace Spotter.Tests.Core.Formats.Readers;

public sealed class XspfFormatTests
{
    [Fact]
    public void The_encoding_that_the_file_names_is_used_and_every_field_read()
    {
        var playlist = Assert.Single(Samples.Read("road.xspf"));

        Assert.Equal("Road trip", playlist.Name);
        Assert.Equal("For the long way", playlist.Description);
        Assert.Equal(
            [
                "Harbour Lights / Marlow / Low Tide / 215000 ms / 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0 / /music/Marlow/Low Tide/03 - Harbour Lights.flac",
                "Ärger & Not / Jörg Müller /  / ",
                "Nine Lives / Ada / Cats /  / Ada/Cats/09 - Nine Lives.mp3",
            ],
            Samples.Lines(playlist));
        Assert.Equal(["Line 23: A track without a title was left out."], Samples.Warnings(playlist));
    }

    [Theory]
    [InlineData("isrc:GBXYZ1900001", "GBXYZ1900001", null)]
    [InlineData("urn:isrc:gb-xyz-19-00001", "GBXYZ1900001", null)]
    [InlineData("https://open.spotify.com/intl-de/track/1aAaaaaaaaaaaaaaaaaaa1?si=x", null, "spotify:track:1aAaaaaaaaaaaaaaaaaaa1")]
    [InlineData("nonsense", null, null)]
    public void An_identifier_of_any_kind_is_put_where_it_belongs(string identifier, string? isrc, string? id)
    {
        var track = Assert.Single(Assert.Single(Samples.ReadText(
            $"<playlist><trackList><track><title>T</title><identifier>{identifier}</identifier></track></trackList></playlist>")).Tracks);

        Assert.Equal((isrc, id), (track.Isrc, track.ProviderTrackId));
    }

    [Fact]
    public void Titles_of_the_list_and_of_extensions_are_not_titles_of_tracks()
    {
        var playlist = Assert.Single(Samples.ReadText(
            "<playlist><title>List</title><trackList><track><title>T</title><creator/></track><track/></trackList><title/></playlist>"));

        Assert.Equal("List", playlist.Name);
        Assert.Equal(["T /  /  / "], Samples.Lines(playlist));
        Assert.Equal(["Line 1: A track without a title was left out."], Samples.Warnings(playlist));
    }
}
