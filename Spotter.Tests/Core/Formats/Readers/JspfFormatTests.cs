namespace Spotter.Tests.Core.Formats.Readers;

public sealed class JspfFormatTests
{
    [Fact]
    public void Identifiers_come_as_a_string_or_a_list_and_artists_one_by_one()
    {
        var playlist = Assert.Single(Samples.Read("weekly.jspf"));

        Assert.Equal("Made for ann", playlist.Description);
        Assert.Equal(
            [
                "Harbour Lights / Marlow + Ilse Varga / Low Tide / 215000 ms / 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
                "Nine Lives / Ada /  /  / 1f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f1",
            ],
            Samples.Lines(playlist));
        Assert.Equal(
            ["Line 17: A track without a title was left out.", "Line 18: An entry that is not a track was left out."],
            Samples.Warnings(playlist));
    }

    [Fact]
    public void A_recording_without_a_title_is_kept_by_its_number()
    {
        var track = Assert.Single(Assert.Single(Samples.ReadText(
            """{"playlist":{"title":"L","track":[{"identifier":["https://musicbrainz.org/recording/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"]}]}}""")).Tracks);

        Assert.Equal(("0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", true), (track.RecordingMbid, track.IsNamedByMbid));
    }

    [Theory]
    [InlineData("\"duration\":\"215000\"", 215000)]
    [InlineData("\"duration\":215000.4", 215000)]
    [InlineData("\"duration\":0", null)]
    [InlineData("\"duration\":-1", null)]
    [InlineData("\"duration\":1e300", null)]
    [InlineData("\"duration\":{}", null)]
    public void A_length_that_cannot_be_is_unknown(string duration, int? expected)
        => Assert.Equal(expected, Assert.Single(Assert.Single(Samples.ReadText(
            $$$"""{"playlist":{"track":[{"title":"T",{{{duration}}} }]}}""")).Tracks).DurationMs);
}
