using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Web.Wording;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Web.Wording;

public sealed class MatchExplanationTests
{
    private static readonly Song Lanterns = SongOf("Paper Lanterns", "Ann Ash", "Lanterns", isrc: "GBAAA0000001");

    public static TheoryData<SourceTrack, string> Sentences => new()
    {
        { TrackOf("Track 10", "Ann Ash", isrc: "GBAAA0000001"), "same recording code: title differs, artist equal, same length" },
        { TrackOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001"), "same recording code" },
        { TrackOf("Paper Lanterns", "Ann Ash", "Other", seconds: 199), "title equal, artist equal, album differs, 1 s longer" },
        { TrackOf("Paper Lanterns", "Ann Ash", "Lanterns", seconds: 202), "title equal, artist equal, album equal, 2 s shorter" },
        { TrackOf("Paper Lanterns - Remastered 2015", "Ann Ash"), "title equal but for decoration, artist equal, same length" },
        { TrackOf("Paper Lantrens", "Ann Ash"), "title close, artist equal, same length" },
        { TrackOf("Paper Lanterns (Live at Wembley)", "Ann Ash"), "studio version, live (wembley) wanted" },
        { TrackOf("Paper Lanterns (Swedish Version)", "Ann Ash"), "studio version, swedish wanted" },
        { TrackOf("Paper Lantrens", "Ann Ash", seconds: null), "the title may be another: title close, artist equal" },
        { TrackOf("Iron Bell", "Ann Ash"), "not in your library" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Says_why(SourceTrack track, string sentence)
    {
        var result = new TrackMatcher(LibraryIndex.Build([Lanterns]), new()).Match(new(track));
        var song = result.Song ?? (result.Candidates is [var best, ..] ? best.Song : null);

        Assert.Equal(sentence, MatchExplanation.Of(track, song, result.Reason, result.Score));
    }

    [Theory]
    [InlineData("Paper Lanterns (Live at Wembley)", 200, "studio version, live (wembley) wanted, allowed here")]
    [InlineData("Paper Lanterns", 240, "another length, which this playlist allows: title equal, artist equal, 40 s shorter")]
    public void Says_what_the_playlist_allowed(string title, int seconds, string sentence)
    {
        var track = TrackOf(title, "Ann Ash", seconds: seconds);
        var result = new TrackMatcher(LibraryIndex.Build([Lanterns]), new()).Match(new(track) { Allows = MatchAllowances.OtherVersion | MatchAllowances.OtherLength });

        Assert.Equal(sentence, MatchExplanation.Of(track, result.Song, result.Reason, result.Score));
    }

    [Fact]
    public void Has_words_for_every_reason_and_tier()
    {
        Assert.All(Enum.GetValues<MatchReason>(), reason => Assert.NotEmpty(MatchExplanation.Of(reason)));
        Assert.All(Enum.GetValues<MatchTier>(), tier => Assert.NotEmpty(MatchExplanation.NameOf(tier)));
    }
}
