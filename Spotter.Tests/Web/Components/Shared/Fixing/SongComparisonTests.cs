using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Tests.Web.Components.Shared.Fixing;

public sealed class SongComparisonTests
{
    private static readonly SourceTrack Track = new() { Title = "Alive (Live)", Artists = ["Pearl Jam"], Album = "Ten", DurationMs = 341_000 };

    [Fact]
    public void With_a_score_each_part_is_what_the_matcher_says()
    {
        var song = new Song { Id = "1", Title = "Alive", Artist = "Pearl Jam", DurationMs = 350_000 };

        var comparison = SongComparison.Between(Track, song, new MatchScore(1, 0.8, 0.2, 0.5, false, 9_000, 0.64));

        Assert.Equal(new SongComparison(Likeness.Equal, Likeness.Close, Likeness.Different, Likeness.Close), comparison);
    }

    [Theory]
    [InlineData("case, accents and signs do not count", "alive live", "PEARL JAM", "Tén", 342_000, Likeness.Equal, Likeness.Equal, Likeness.Equal, Likeness.Equal)]
    [InlineData("a part of it is close", "Alive", "Pearl Jam & Friends", "Ten (Deluxe)", 351_000, Likeness.Close, Likeness.Close, Likeness.Close, Likeness.Close)]
    [InlineData("something else is different", "Black", "Soundgarden", "Superunknown", 500_000, Likeness.Different, Likeness.Different, Likeness.Different, Likeness.Different)]
    [InlineData("what is not said is unknown", "Black", "", null, null, Likeness.Different, Likeness.Different, Likeness.Unknown, Likeness.Unknown)]
    public void Without_a_score_the_words_are_compared(
        string reason, string title, string artist, string? album, int? durationMs, Likeness ofTitle, Likeness ofArtist, Likeness ofAlbum, Likeness ofDuration)
    {
        var song = new Song { Id = "1", Title = title, Artist = artist, Artists = artist.Length == 0 ? [] : [artist], Album = album, DurationMs = durationMs };

        var comparison = SongComparison.Between(Track, song, null);

        Assert.True(new SongComparison(ofTitle, ofArtist, ofAlbum, ofDuration) == comparison, $"{reason}: {comparison}");
    }
}
