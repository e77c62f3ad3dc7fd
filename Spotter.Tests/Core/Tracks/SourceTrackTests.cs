using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Tracks;

public sealed class SourceTrackTests
{
    public static TheoryData<string> Properties => [.. FilledTrack.Properties.Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Properties))]
    public void A_track_that_differs_in_one_property_is_not_the_same(string name)
    {
        var track = FilledTrack.Of(1);
        var property = typeof(SourceTrack).GetProperty(name)!;

        Assert.False(track.IsSameAs(FilledTrack.With(track, property, 2)));
    }

    [Fact]
    public void A_track_that_was_read_a_second_time_is_the_same()
        => Assert.True(FilledTrack.Of(1).IsSameAs(FilledTrack.Of(1)));

    [Fact]
    public void Artists_in_another_order_are_another_track()
    {
        var track = new SourceTrack { Title = "Paper Lanterns", Artists = ["Ann Ash", "Bo"] };

        Assert.False(track.IsSameAs(track with { Artists = ["Bo", "Ann Ash"] }));
    }

    [Fact]
    public void A_song_is_asked_for_in_the_librarys_own_words()
    {
        var song = new Song
        {
            Id = "1", Title = "Paper Lanterns", Artist = "Ann Ash feat. Bo", Artists = ["Ann Ash", "Bo"], Album = "Lanterns", DurationMs = 200_000,
            Isrcs = ["GBAAA0000001", "GBAAA0000002"], RecordingMbid = "9a1c",
        };

        Assert.True(SourceTrack.Of(song).IsSameAs(new()
        {
            Title = "Paper Lanterns", Artists = ["Ann Ash", "Bo"], Album = "Lanterns", DurationMs = 200_000, Isrc = "GBAAA0000001", RecordingMbid = "9a1c",
        }));
        Assert.Equal(["Ann Ash feat. Bo"], SourceTrack.Of(song with { Artists = [] }).Artists);
        Assert.Empty(SourceTrack.Of(song with { Artists = [], Artist = "" }).Artists);
    }
}
