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

    [Theory]
    [InlineData("a number of no character", "Low &#56553;Tide", "Low Tide", "1 character that XML forbids was dropped.")]
    [InlineData("a control character by its number", "Low &#7;Tide", "Low Tide", "1 character that XML forbids was dropped.")]
    [InlineData("a control character as it is", "Low\u0001 Tide", "Low Tide", "1 character that XML forbids was dropped.")]
    [InlineData("a bare ampersand", "Salt & Smoke", "Salt & Smoke", "1 bare “&” was taken as written.")]
    [InlineData("both, beside what is right", "A &amp; B & C&#0;", "A & B & C", "1 character that XML forbids was dropped. 1 bare “&” was taken as written.")]
    public void What_XML_forbids_is_dropped_and_told(string reason, string title, string expected, string remark)
    {
        var playlist = Assert.Single(Samples.ReadText(
            $"<playlist><trackList><track><title>First</title></track><track><title>{title}</title></track></trackList></playlist>", "x.xspf"));

        Assert.True(playlist.Tracks.Select(track => track.Title).SequenceEqual(["First", expected]), $"{reason}: {playlist.Tracks[^1].Title}");
        Assert.Equal([remark], Samples.Remarks(playlist));
    }

    [Fact]
    public void A_track_that_is_a_relative_address_is_a_path()
        => Assert.Equal(
            ["The Harbour / Ada / Cats [16Bit] /  / (1990) Ada - Cats [16Bit]/10. The Harbour.flac", "100% Pure /  /  /  / /mnt/x/Music/100% Pure.mp3"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "<playlist><trackList><track><location>(1990)%20Ada%20-%20Cats%20%5B16Bit%5D%2F10.%20The%20Harbour.flac</location></track><track><location>file:///mnt/x/Music/100%25%20Pure.mp3</location></track></trackList></playlist>"))));

    [Fact]
    public void A_comment_stands_in_for_a_title()
        => Assert.Equal(
            ["Nine Lives / Ada /  / "],
            Samples.Lines(Assert.Single(Samples.ReadText("<playlist><trackList><track><annotation>Ada - Nine Lives</annotation></track></trackList></playlist>"))));

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
