using Spotter.Core.Matching;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Tests.Web.Components.Shared.Fixing;

public sealed class MatchWordsTests
{
    [Theory]
    [InlineData(31_000, "+31 s")]
    [InlineData(-2_400, "−2 s")]
    [InlineData(400, "same length")]
    [InlineData(null, "")]
    public void A_difference_of_lengths_is_seconds(int? ms, string expected) => Assert.Equal(expected, MatchWords.LengthDifference(ms));

    [Theory]
    [InlineData(MatchReason.NotSureEnough, "75 %")]
    [InlineData(MatchReason.TooCloseToCall, "75 %")]
    [InlineData(MatchReason.DifferentVersion, "other version")]
    [InlineData(MatchReason.IdentifierConflict, "code conflict")]
    [InlineData(MatchReason.PinnedSongGone, "choice gone")]
    [InlineData(null, "75 %")]
    public void Doubt_that_a_percentage_would_not_explain_is_named(MatchReason? reason, string words) => Assert.Equal(words, MatchWords.Sure(reason, 0.75));

    [Theory]
    [InlineData(MatchReason.ArtistUnsure, "artist?", "To review: 97 % likely, but the artist may be another.")]
    [InlineData(MatchReason.TitleUnsure, "title?", "To review: 97 % likely, but the title may be another.")]
    [InlineData(MatchReason.LengthUnsure, "length?", "To review: 97 % likely, but the length is another.")]
    [InlineData(MatchReason.VersionUnsure, "version?", "To review: 97 % likely, but the version may be another.")]
    [InlineData(MatchReason.NotSureEnough, null, "To review: 97 % likely, which is not sure enough.")]
    [InlineData(MatchReason.TooCloseToCall, "two fit", "To review: two recordings fit almost equally well.")]
    [InlineData(MatchReason.DifferentVersion, null, "To review: 99 % the song, in another version.")]
    public void How_likely_it_is_and_why_it_waits_are_two_things(MatchReason reason, string? doubt, string sentence)
    {
        var score = new MatchScore(1, 0.6, 1, 1, SameVersion: true, 0, 0.97) { SongConfidence = 0.99 };

        Assert.Equal(doubt, MatchWords.Doubt(reason));
        Assert.Equal(sentence, MatchWords.Review(reason, 0.97, score));
    }

    [Fact]
    public void A_candidate_in_another_version_is_called_so_instead_of_being_hardly_likely()
    {
        var score = new MatchScore(1, 1, 1, 1, SameVersion: true, 0, 0.97);

        Assert.Equal("97 %", MatchWords.Sure(score));
        Assert.Equal("other version", MatchWords.Sure(score with { SameVersion = false, Confidence = 0.02 }));
        Assert.Equal("99 % the song", MatchWords.Doubt(MatchReason.DifferentVersion, score with { SameVersion = false, Confidence = 0.02, SongConfidence = 0.99 }));
        Assert.Null(MatchWords.Doubt(MatchReason.DifferentVersion, score with { SameVersion = false }));
    }
}
