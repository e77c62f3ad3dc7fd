using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

/// <summary>What a playlist allows lifts exactly that doubt (section "Allowances").</summary>
public sealed class MatchAllowancesTests
{
    private const MatchAllowances All = MatchAllowances.RadioEdit | MatchAllowances.OtherVersion | MatchAllowances.OtherLength;

    private static readonly Song Lanterns = SongOf("Paper Lanterns", "Ann Ash", "Lanterns");
    private static readonly Song Live = SongOf("Paper Lanterns (Live at Roscoe Hall)", "Ann Ash", "Roscoe Hall", seconds: 260, id: "live");
    private static readonly Song Edit = SongOf("Paper Lanterns (Radio Edit)", "Ann Ash", "Radio", seconds: 150, id: "edit");

    public static TheoryData<string, SourceTrack, Song, MatchAllowances, MatchReason> Lifted => new()
    {
        { "live for the studio", TrackOf("Paper Lanterns", "Ann Ash"), Live, MatchAllowances.OtherVersion, MatchReason.AllowedVersion },
        { "the studio for live", TrackOf("Paper Lanterns (Live)", "Ann Ash", seconds: 270), Lanterns, MatchAllowances.OtherVersion, MatchReason.AllowedVersion },
        { "another concert", TrackOf("Paper Lanterns (Live in Berlin)", "Ann Ash", seconds: 300), Live, MatchAllowances.OtherVersion, MatchReason.AllowedVersion },
        { "a concert that may be another", TrackOf("Paper Lanterns (Live)", "Ann Ash", seconds: 300), Live, MatchAllowances.OtherVersion, MatchReason.AllowedVersion },
        { "a radio edit for the song", TrackOf("Paper Lanterns", "Ann Ash"), Edit, MatchAllowances.RadioEdit, MatchReason.AllowedVersion },
        { "the song for a radio edit", TrackOf("Paper Lanterns - Radio Edit", "Ann Ash", seconds: 150), Lanterns, MatchAllowances.RadioEdit, MatchReason.AllowedVersion },
        { "a radio edit as any other version", TrackOf("Paper Lanterns", "Ann Ash"), Edit, MatchAllowances.OtherVersion, MatchReason.AllowedVersion },
        { "a remaster that is longer", TrackOf("Paper Lanterns - Remastered 2015", "Ann Ash", "Lanterns (Remaster)", seconds: 231), Lanterns with { Album = "Best Of" }, MatchAllowances.OtherLength, MatchReason.AllowedLength },
    };

    [Theory]
    [MemberData(nameof(Lifted))]
    public void Nothing_waits_but_what_the_playlist_does_not_allow(string reason, SourceTrack track, Song song, MatchAllowances allows, MatchReason said)
    {
        var asked = Match(track, [song], MatchAllowances.None);
        Assert.True(asked.Zone == MatchZone.Review, $"{reason}: {asked.Zone}");

        var allowed = Match(track, [song], allows);
        Assert.True((MatchZone.Auto, song.Id) == (allowed.Zone, allowed.Song?.Id), $"{reason}: {allowed.Zone}, {allowed.Reason}");
        Assert.Equal(said, allowed.Reason);
        Assert.Equal(asked.Score!.SongConfidence, allowed.Confidence);

        // The others do not lift it, unless they include it.
        var others = All & ~allows & ~(song == Edit || track.Title.EndsWith("Radio Edit", StringComparison.Ordinal) ? MatchAllowances.OtherVersion | MatchAllowances.RadioEdit : MatchAllowances.None);
        Assert.True(Match(track, [song], others).Zone == MatchZone.Review, reason);
    }

    public static TheoryData<string, SourceTrack, Song[], TrackDecision[]> Kept => new()
    {
        { "the artist may be another", TrackOf("Paper Lanterns (Live)", "Ann Ashworth Trio", seconds: 260), [Live], [] },
        { "the title agrees only without its marks", TrackOf("Dung Goi Ten Toi (Live)", "Ann Ash"), [SongOf("Đừng Gọi Tên Tôi", "Ann Ash", id: "marks")], [] },
        { "two other versions fit", TrackOf("Paper Lanterns (Acoustic)", "Ann Ash", seconds: null), [Live with { DurationMs = null }, SongOf("Paper Lanterns (Bo Birch Remix)", "Ann Ash", "Mixes", seconds: null, id: "remix")], [] },
        { "a code says that it is another song", TrackOf("Iron Bell", "Bo Birch", seconds: 400, isrc: "GBAAA0000001"), [SongOf("Paper Lanterns", "Ann Ash", isrc: "GBAAA0000001")], [] },
        { "the chosen song is gone", TrackOf("Paper Lanterns (Live)", "Ann Ash", seconds: 270), [Lanterns], [new(PinKind.Pin, SongOf("Stone Harbour", "Ann Ash", id: "gone"))] },
        { "the song was rejected", TrackOf("Paper Lanterns (Live)", "Ann Ash", seconds: 270), [Lanterns], [new(PinKind.Rejection, Lanterns)] },
        { "it is never to be matched", TrackOf("Paper Lanterns (Live)", "Ann Ash", seconds: 270), [Lanterns], [new(PinKind.Never, null)] },
        { "another song by the artist", TrackOf("Stone Harbour (Live)", "Ann Ash"), [Lanterns], [] },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public void Every_other_doubt_still_waits(string reason, SourceTrack track, Song[] songs, TrackDecision[] decisions)
    {
        var strict = Match(track, songs, MatchAllowances.None, decisions);
        var allowed = Match(track, songs, All, decisions);

        Assert.True(strict.Zone != MatchZone.Auto, reason);
        Assert.True((strict.Zone, strict.Reason, strict.Confidence) == (allowed.Zone, allowed.Reason, allowed.Confidence), $"{reason}: {allowed.Zone}, {allowed.Reason}");
    }

    [Fact]
    public void What_was_asked_for_comes_first_and_without_it_the_same_version_in_another_length()
    {
        var right = Match(TrackOf("Paper Lanterns (Live at Roscoe Hall)", "Ann Ash", seconds: 260), [Lanterns, Live, Edit], All);
        Assert.Equal(("live", MatchReason.SameTitleAndArtist), (right.Song?.Id, right.Reason));

        // Two recordings of what was asked for are a question that no allowance answers.
        Song[] two = [Lanterns with { Id = "a", Album = "Lanterns" }, Lanterns with { Id = "b", Album = "Other", DurationMs = 203_000 }];
        var strict = Match(TrackOf("Paper Lanterns", "Ann Ash", seconds: null), two, MatchAllowances.None);
        var allowed = Match(TrackOf("Paper Lanterns", "Ann Ash", seconds: null), two, All);
        Assert.Equal((strict.Zone, strict.Reason), (allowed.Zone, allowed.Reason));
    }

    private static MatchResult Match(SourceTrack track, Song[] songs, MatchAllowances allows, params TrackDecision[] decisions)
        => new TrackMatcher(LibraryIndex.Build(songs), new MatchOptions()).Match(new MatchQuery(track, decisions) { Allows = allows });
}
