using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching;

public sealed class TrackKeyTests
{
    private static readonly SourceTrack Track = new()
    {
        Title = "Paper Lanterns", Artists = ["Ann Ash"], Album = "Lanterns", DurationMs = 200_400, Isrc = "GBAAA0000001", RecordingMbid = "9a1c", ProviderTrackId = "id",
    };

    [Fact]
    public void The_strongest_that_is_known_is_the_key()
    {
        Assert.Equal("isrc:GBAAA0000001", TrackKey.Of("file", Track));
        Assert.Equal("mbid:9a1c", TrackKey.Of("file", Track with { Isrc = null }));
        Assert.Equal("file:id", TrackKey.Of("file", Track with { Isrc = null, RecordingMbid = null }));
        Assert.Equal("text:paper lanterns|ann ash|lanterns|200", TrackKey.Of("file", Text));
    }

    [Fact]
    public void Case_and_punctuation_do_not_make_another_key()
        => Assert.Equal(TrackKey.Of("file", Text), TrackKey.Of("file", Text with { Title = "PAPER  LANTERNS!", Album = "lanterns", DurationMs = 200_000 }));

    [Fact]
    public void Version_marks_and_length_do()
        => Assert.Equal(
            4,
            new[] { Text, Text with { Title = "Paper Lanterns (Live)" }, Text with { Title = "Páper Lanterns" }, Text with { DurationMs = null } }
                .Select(track => TrackKey.Of("file", track))
                .Distinct()
                .Count());

    private static SourceTrack Text => Track with { Isrc = null, RecordingMbid = null, ProviderTrackId = null };
}
