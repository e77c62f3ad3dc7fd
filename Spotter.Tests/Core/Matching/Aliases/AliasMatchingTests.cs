using Spotter.Core.Matching;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Tracks;
using Spotter.Web.Wording;

namespace Spotter.Tests.Core.Matching.Aliases;

/// <summary>Which matches by a track's other names and codes may be written, and which only shown.</summary>
public sealed class AliasMatchingTests
{
    private static readonly SourceTrack Kirari = Track("きらり", "藤井風", 231_000);

    [Fact]
    public void An_artist_in_other_letters_is_found_by_the_alias_and_the_explanation_says_so()
    {
        var song = Song("s1", "きらり", "Fujii Kaze", 231_000);
        Assert.NotEqual(MatchZone.Auto, Match(Kirari, null, song).Zone);

        var result = Match(Kirari, new() { Artists = ["Fujii Kaze"] }, song);

        Assert.Equal((MatchZone.Auto, "s1", MatchReason.OtherName), (result.Zone, result.Song?.Id, result.Reason));
        Assert.True(result.Score!.IsByOtherName);
        Assert.Equal(
            "by another name at MusicBrainz: title equal, artist equal, same length",
            MatchExplanation.Of(Kirari, result.Song, result.Reason, result.Score));
    }

    [Fact]
    public void A_title_in_other_letters_is_found_by_the_other_title()
        => Assert.Equal("s1", Match(
            Track("Spring Day", "Ada", 274_000), new() { Titles = ["봄날"] },
            Song("s1", "봄날", "Ada", 274_000)).Song?.Id);

    [Theory]
    [InlineData("by another code, title and artist agree", "Harbour light", "Ada", 180_000, true)]
    [InlineData("by another code, a damaged title of the very length by the artist", "Track 01", "Ada", 180_000, true)]
    [InlineData("by another code, nobody named, the very length", "Track 01", "[Unknown Artist]", 180_000, true)]
    [InlineData("by another code, title and artist in letters that cannot be compared", "ハーバー", "エイダ", 180_000, true)]
    [InlineData("by another code, another artist's song of another name and the same length", "Postman", "Zed", 180_000, false)]
    [InlineData("by another code, another version", "Harbour light (Live)", "Ada", 180_000, false)]
    [InlineData("by another code, another length", "Harbour light", "Ada", 240_000, false)]
    [InlineData("by another code, another part", "Harbour light, Pt. 2", "Ada", 181_500, false)]
    public void A_code_that_only_MusicBrainz_knows_needs_more_than_itself(string why, string title, string artist, int ms, bool isWritten)
    {
        var song = Song("s1", title, artist, ms) with { Isrcs = ["ZZSPT2600001"] };
        var track = Track(isWritten && title == "Harbour light" ? "Harbour lihgt" : "Harbour light", "Ada", 180_000);

        var result = Match(track, new() { Isrcs = ["ZZSPT2600001"] }, song);

        Assert.True(isWritten == (result.Zone == MatchZone.Auto && result.Song?.Id == "s1"), $"{why}: {result.Zone}, {result.Reason}");

        // A song that has the code is never called missing.
        Assert.Contains(result.Candidates, candidate => candidate.Song.Id == "s1");
    }

    [Theory]
    [InlineData("the length differs", "きらり", "Fujii Kaze", 252_000)]
    [InlineData("another version", "きらり (Live)", "Fujii Kaze", 231_000)]
    [InlineData("a remix", "きらり (Sunset Remix)", "Fujii Kaze", 231_000)]
    [InlineData("another part", "きらり 2", "Fujii Kaze", 231_000)]
    [InlineData("another artist", "きらり", "Fuji Kazue Band", 231_000)]
    public void Another_name_writes_neither_another_version_nor_another_song(string why, string title, string artist, int ms)
    {
        var result = Match(Kirari, new() { Artists = ["Fujii Kaze"] }, Song("s1", title, artist, ms));

        Assert.True(result.Zone != MatchZone.Auto, $"{why}: {result.Song?.Title}");
    }

    [Fact]
    public void By_a_name_alone_without_length_or_album_a_song_is_shown_and_not_written()
    {
        var track = Kirari with { DurationMs = null };
        var song = Song("s1", "きらり", "Fujii Kaze", 231_000);

        var shown = Match(track, new() { Artists = ["Fujii Kaze"] }, song);
        Assert.Equal((MatchZone.Review, MatchReason.NotSureEnough), (shown.Zone, shown.Reason));
        Assert.EndsWith("by another name at MusicBrainz", MatchExplanation.Of(track, shown.Candidates[0].Song, shown.Reason, shown.Score), StringComparison.Ordinal);

        // The catalogue's length replaces the one that the source lacks.
        Assert.Equal(MatchZone.Auto, Match(track, new() { Artists = ["Fujii Kaze"], DurationMs = 230_500 }, song).Zone);
        Assert.Equal(MatchZone.Review, Match(track, new() { Artists = ["Fujii Kaze"], DurationMs = 200_000 }, song).Zone);
    }

    [Fact]
    public void What_is_found_as_written_needs_no_other_name_and_is_not_said_to_have_one()
    {
        var result = Match(Kirari, new() { Artists = ["Fujii Kaze"] }, Song("s1", "きらり", "藤井風", 231_000), Song("s2", "きらり", "Fujii Kaze", 231_000));

        Assert.Equal(("s1", MatchReason.SameTitleAndArtist, false), (result.Song?.Id, result.Reason, result.Score!.IsByOtherName));
    }

    [Fact]
    public void Two_titles_that_lead_to_two_recordings_are_asked_about()
    {
        var result = Match(
            Track("Spring Day", "Ada", 180_000), new() { Titles = ["봄날", "春日"] },
            Song("s1", "봄날", "Ada", 180_000), Song("s2", "春日", "Ada", 180_000));

        Assert.Equal(MatchZone.Review, result.Zone);
        Assert.Equal(["s1", "s2"], result.Candidates.Select(candidate => candidate.Song.Id).Order());
    }

    [Fact]
    public void A_user_s_decision_stands_above_every_other_name()
    {
        var song = Song("s1", "きらり", "Fujii Kaze", 231_000);
        var aliases = new TrackAliases { Artists = ["Fujii Kaze"] };

        var rejected = Match(Kirari, aliases, [new(PinKind.Rejection, song)], song);
        Assert.Equal(MatchZone.None, rejected.Zone);

        var never = Match(Kirari, aliases, [new(PinKind.Never, null)], song);
        Assert.Equal(MatchReason.NeverMatch, never.Reason);

        var gone = Match(Kirari, aliases, [new(PinKind.Pin, Song("s9", "Something else", "Zed", 100_000))], song);
        Assert.Equal((MatchZone.Review, MatchReason.PinnedSongGone), (gone.Zone, gone.Reason));
    }

    private static SourceTrack Track(string title, string artist, int? ms) => new() { Title = title, Artists = [artist], DurationMs = ms };

    private static Song Song(string id, string title, string artist, int ms) => new() { Id = id, Title = title, Artist = artist, Artists = [artist], DurationMs = ms };

    private static MatchResult Match(SourceTrack track, TrackAliases? aliases, params Song[] library) => Match(track, aliases, [], library);

    private static MatchResult Match(SourceTrack track, TrackAliases? aliases, TrackDecision[] decisions, params Song[] library)
        => new TrackMatcher(LibraryIndex.Build(library), new()).Match(new MatchQuery(track, decisions) { Aliases = aliases });
}
