using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using static Spotter.Tests.Core.Matching.MatchCase;

namespace Spotter.Tests.Core.Matching;

/// <summary>What forbids writing a song, with a track on each side of every boundary. docs/matching.md has the rules.</summary>
public sealed class MatchScorerTests
{
    private static readonly Song Lanterns = SongOf("Paper Lanterns", "Ann Ash", "Tides");

    public static TheoryData<string, SourceTrack, Song> MayBeWritten => new()
    {
        { "nothing known but title and artist", TrackOf("Paper Lanterns", "Ann Ash", seconds: null), Lanterns },
        { "an edit as long to the second", TrackOf("Paper Lanterns (Radio Edit)", "Ann Ash", seconds: 202), Lanterns },
        { "an edit in the library, as long to the second", TrackOf("Paper Lanterns", "Ann Ash", seconds: 199), Lanterns with { Title = "Paper Lanterns (Radio Edit)" } },
        { "live here and live there, as long", TrackOf("Paper Lanterns (Live)", "Ann Ash"), Lanterns with { Title = "Paper Lanterns (Live at Wembley)" } },
        { "nobody on both sides, on one album", TrackOf("Paper Lanterns", "Various Artists", "Tides", seconds: 205), Lanterns with { Artist = "Various artists", Artists = ["Various artists"], AlbumArtist = null } },
        { "nobody on both sides, as long", TrackOf("Paper Lanterns", "Various Artists"), Lanterns with { Artist = "Various artists", Artists = ["Various artists"], AlbumArtist = null } },
        { "half alike, with title, album and length", TrackOf("Paper Lanterns", "Walter Grun", "Tides", seconds: 204), SongOf("Paper Lanterns", "The Mad World of Walter Grun", "Tides") },
        { "no artist, with title, album and length", TrackOf("Intro", "", "Tides"), SongOf("Intro", "Ann Ash", "Tides") },
        { "an article, as long", TrackOf("The Racing", "Ann Ash", seconds: 204), SongOf("Racing", "Ann Ash", "Tides") },
        { "an article, on the album", TrackOf("The Racing", "Ann Ash", "Tides", seconds: 208), SongOf("Racing", "Ann Ash", "Tides") },
        { "an article and three words", TrackOf("The Racing Rats Again", "Ann Ash", seconds: 208), SongOf("Racing Rats Again", "Ann Ash") },
        { "a subtitle in brackets, no length", TrackOf("Paper Lanterns (The Ferry Song)", "Ann Ash", seconds: null), Lanterns },
        { "a subtitle behind a dash, as long", TrackOf("Paper Lanterns - The Ferry Song", "Ann Ash"), Lanterns },
        { "a short word's letter, with artist, album and length", TrackOf("Long Day", "Ann Ash", "Tides"), SongOf("Long Way", "Ann Ash", "Tides") },
        { "ten seconds and the second that servers cut off", TrackOf("Paper Lanterns", "Ann Ash", seconds: 211), Lanterns },
        { "ten seconds and one more, the other way", TrackOf("Paper Lanterns", "Ann Ash", seconds: 189), Lanterns },
        { "half a minute on the album", TrackOf("Paper Lanterns", "Ann Ash", "Tides (Deluxe Edition)", seconds: 170), Lanterns },
        { "minutes taken for hours", TrackOf("Paper Lanterns", "Ann Ash", seconds: 200 * 60), Lanterns },
        { "an hour", TrackOf("Paper Lanterns", "Ann Ash", seconds: 3600), Lanterns with { DurationMs = 60_000 } },
    };

    [Theory]
    [MemberData(nameof(MayBeWritten))]
    public void Nothing_forbids(string why, SourceTrack track, Song song)
    {
        var judgement = Judge(track, song);
        Assert.True(judgement is { PassesFloors: true, Waits: null }, $"{why}: {judgement.Waits} {judgement.Score}");
    }

    public static TheoryData<string, SourceTrack, Song, MatchReason> MustWait => new()
    {
        { "an edit more than a second longer than the song", TrackOf("Paper Lanterns (Radio Edit)", "Ann Ash", seconds: 203), Lanterns, MatchReason.DifferentVersion },
        { "an edit more than a second shorter", TrackOf("Paper Lanterns (Radio Edit)", "Ann Ash", seconds: 198), Lanterns, MatchReason.DifferentVersion },
        { "an edit of somebody's", TrackOf("Paper Lanterns (Bo Birch Edit)", "Ann Ash"), Lanterns, MatchReason.DifferentVersion },
        { "a remix as long", TrackOf("Paper Lanterns (Remix)", "Ann Ash"), Lanterns, MatchReason.DifferentVersion },
        { "live here and live there, not as long", TrackOf("Paper Lanterns (Live)", "Ann Ash", seconds: 205), Lanterns with { Title = "Paper Lanterns (Live at Wembley)" }, MatchReason.VersionUnsure },
        { "live here and live there, no length", TrackOf("Paper Lanterns (Live)", "Ann Ash", seconds: null), Lanterns with { Title = "Paper Lanterns (Live at Wembley)" }, MatchReason.VersionUnsure },
        { "half alike, on another album", TrackOf("Paper Lanterns", "Walter Grun", "Boats"), SongOf("Paper Lanterns", "The Mad World of Walter Grun", "Tides"), MatchReason.ArtistUnsure },
        { "half alike, not as long", TrackOf("Paper Lanterns", "Walter Grun", "Tides", seconds: 205), SongOf("Paper Lanterns", "The Mad World of Walter Grun", "Tides"), MatchReason.ArtistUnsure },
        { "half alike, but for an article", TrackOf("The Racing Rats Again", "Walter Grun", "Tides"), SongOf("Racing Rats Again", "The Mad World of Walter Grun", "Tides"), MatchReason.ArtistUnsure },
        { "no artist and a common title, as long", TrackOf("Intro", ""), SongOf("Intro", "Ann Ash", "Tides"), MatchReason.ArtistUnsure },
        { "no artist, as long, on another album", TrackOf("Paper Lanterns", "", "Boats"), Lanterns, MatchReason.ArtistUnsure },
        { "an article and two words, not as long", TrackOf("The Racing Rats", "Ann Ash", seconds: 208), SongOf("Racing Rats", "Ann Ash"), MatchReason.TitleUnsure },
        { "a subtitle in brackets, not as long", TrackOf("Paper Lanterns (The Ferry Song)", "Ann Ash", seconds: 205), Lanterns, MatchReason.TitleUnsure },
        { "a subtitle behind a dash, no length", TrackOf("Paper Lanterns - The Ferry Song", "Ann Ash", seconds: null), Lanterns, MatchReason.TitleUnsure },
        { "a subtitle behind a dash in the library, no length", TrackOf("Paper Lanterns", "Ann Ash", seconds: null), Lanterns with { Title = "Paper Lanterns - The Ferry Song" }, MatchReason.TitleUnsure },
        { "more than ten seconds and the one that servers cut off", TrackOf("Paper Lanterns", "Ann Ash") with { DurationMs = 211_001 }, Lanterns, MatchReason.LengthUnsure },
        { "more than that, the other way", TrackOf("Paper Lanterns", "Ann Ash") with { DurationMs = 188_999 }, Lanterns, MatchReason.LengthUnsure },
        { "more than half a minute on the album", TrackOf("Paper Lanterns", "Ann Ash", "Tides") with { DurationMs = 230_001 }, Lanterns, MatchReason.LengthUnsure },
        { "half a minute on an album called like the song", TrackOf("Tides", "Ann Ash", "Tides", seconds: 230), SongOf("Tides", "Ann Ash", "Tides"), MatchReason.LengthUnsure },
        { "hours that are no whole minutes", TrackOf("Paper Lanterns", "Ann Ash", seconds: (200 * 60) + 1), Lanterns, MatchReason.LengthUnsure },
        { "less than an hour", TrackOf("Paper Lanterns", "Ann Ash", seconds: 3540), Lanterns with { DurationMs = 59_000 }, MatchReason.LengthUnsure },
        { "hours that are another length in minutes", TrackOf("Paper Lanterns", "Ann Ash", seconds: 205 * 60), Lanterns, MatchReason.LengthUnsure },
        { "letters that cannot be compared, as long to the second", TrackOf("รักเธอ", "Ann Ash", seconds: 202), Lanterns, MatchReason.TitleUnsure },
    };

    [Theory]
    [MemberData(nameof(MustWait))]
    public void A_person_is_asked(string why, SourceTrack track, Song song, MatchReason reason)
    {
        var judgement = Judge(track, song);
        Assert.True(judgement.PassesFloors && judgement.Waits == reason, $"{why}: {judgement.PassesFloors}, {judgement.Waits} {judgement.Score}");
    }

    public static TheoryData<string, SourceTrack, Song> AreOther => new()
    {
        { "another artist", TrackOf("Paper Lanterns", "Bo Cole"), Lanterns },
        { "another artist whose file has the same name", TrackOf("Paper Lanterns", "Bo Cole", seconds: 205) with { Location = "Tides/Paper Lanterns.mp3" }, Lanterns with { Path = "Tides/Paper Lanterns.mp3" } },
        { "nobody on both sides, neither album nor length", TrackOf("Paper Lanterns", "Various Artists", "Boats", seconds: 205), Lanterns with { Artist = "Various artists", Artists = ["Various artists"], AlbumArtist = null } },
        { "letters that cannot be compared, not as long", TrackOf("รักเธอ", "Ann Ash", seconds: 203), Lanterns },
        { "letters that cannot be compared, length unknown", TrackOf("รักเธอ", "Ann Ash", seconds: null), Lanterns },
        { "letters that cannot be compared, of another version", TrackOf("รักเธอ (Live)", "Ann Ash"), Lanterns },
        { "letters that cannot be compared, by an artist only close", TrackOf("รักเธอ", "Freya Rydinks"), SongOf("Paper Lanterns", "Freya Ridings", "Tides") },
        { "a short word's letter, on another album", TrackOf("Long Day", "Ann Ash", "Boats"), SongOf("Long Way", "Ann Ash", "Tides") },
        { "a short word's letter, not as long", TrackOf("Long Day", "Ann Ash", "Tides", seconds: 205), SongOf("Long Way", "Ann Ash", "Tides") },
        { "a short word's letter, by an artist only close", TrackOf("Long Day", "Freya Rydinks", "Tides"), SongOf("Long Way", "Freya Ridings", "Tides") },
        { "another file in a folder of that name", TrackOf("Paper Lanterns", "", seconds: 205) with { Location = "Tides/Iron Bell.mp3" }, Lanterns with { Path = "Tides/Paper Lanterns.mp3" } },
        { "a file without a folder", TrackOf("Paper Lanterns", "", seconds: 205) with { Location = "Paper Lanterns.mp3" }, Lanterns with { Path = "Paper Lanterns.mp3" } },
        { "names in two scripts, nothing beside them", TrackOf("Paper Lanterns", "방탄소년단", seconds: 205), Lanterns },
        { "the album in the artist's place of a track on another album", TrackOf("Paper Lanterns", "Tides", "Boats", seconds: 205), Lanterns },
    };

    [Theory]
    [MemberData(nameof(AreOther))]
    public void Is_not_the_song(string why, SourceTrack track, Song song)
    {
        var judgement = Judge(track, song);
        Assert.False(judgement.PassesFloors, $"{why}: {judgement.Waits} {judgement.Score}");
    }

    [Theory]
    [InlineData(200_000, 200_000, 0)]
    [InlineData(200_000, 201_500, 1_500)]
    [InlineData(200_000, 198_500, -1_500)]
    [InlineData(12_000_000, 200_000, 0)] // three hours twenty that mean three minutes twenty
    [InlineData(12_000_000, 203_000, 3_000)]
    [InlineData(12_000_000, 203_001, -11_796_999)]
    [InlineData(12_000_001, 200_000, -11_800_001)]
    [InlineData(3_600_000, 60_000, 0)]
    [InlineData(3_540_000, 59_000, -3_481_000)]
    [InlineData(null, 200_000, null)]
    [InlineData(200_000, null, null)]
    [InlineData(0, 200_000, null)]
    [InlineData(200_000, 0, null)]
    public void Lengths_are_as_far_apart_as(int? track, int? song, int? expected) => Assert.Equal(expected, MatchScorer.DurationDifference(track, song));

    [Theory]
    [InlineData(203_000, 1)]
    [InlineData(203_001, 0.9998571)]
    [InlineData(206_500, 0.5)]
    [InlineData(210_000, 0)]
    [InlineData(230_000, 0)]
    [InlineData(196_000, 1)]
    [InlineData(195_999, 0.9998571)]
    [InlineData(192_500, 0.5)]
    [InlineData(189_000, 0)]
    public void The_part_of_the_length_falls_from_three_seconds_to_ten(int song, double score)
    {
        Assert.Equal(score, Judge(TrackOf("Paper Lanterns", "Ann Ash"), Lanterns with { DurationMs = song }).Score.Duration!.Value, 6);
        Assert.Equal(score >= 1, MatchScorer.SameDuration(200_000, song));
    }

    [Theory]
    [InlineData(-2_000, true)]
    [InlineData(-2_001, false)]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    [InlineData(null, false)]
    public void As_long_to_the_second_is_a_second_and_the_one_that_servers_cut_off(int? difference, bool isSame) => Assert.Equal(isSame, MatchScorer.IsSameSecond(difference));

    [Fact]
    public void A_file_in_its_folder_is_the_very_artist_whatever_the_case_and_the_slashes()
    {
        var song = Lanterns with { Path = "Ann Ash/Tides/Paper Lanterns.mp3" };

        Assert.Equal(1, Judge(TrackOf("Paper Lanterns", "") with { Location = @"D:\TIDES\paper lanterns.MP3" }, song).Score.Artist);
        Assert.Equal(0, Judge(TrackOf("Paper Lanterns", "") with { Location = @"D:\Boats\Paper Lanterns.mp3" }, song).Score.Artist);
    }

    [Fact]
    public void Nobody_on_both_sides_is_the_same_artist_by_name_and_the_album_in_the_artists_place_the_same_album()
    {
        var nobody = Lanterns with { Artist = "VARIOUS ARTISTS", Artists = ["VARIOUS ARTISTS"], AlbumArtist = null };

        Assert.Equal(MatchScorer.SameArtist, Judge(TrackOf("Paper Lanterns", "Various Artists"), nobody).Score.Artist);
        Assert.Equal(1, Judge(TrackOf("Paper Lanterns", "Tides"), Lanterns).Score.Album);
        Assert.Null(Judge(TrackOf("Paper Lanterns", "Tides", seconds: 205), Lanterns).Score.Album);
    }

    [Fact]
    public void Words_that_both_have_beside_the_name_are_evidence_of_the_recording()
    {
        var live = Lanterns with { Title = "Paper Lanterns (Live)" };
        var track = TrackOf("Paper Lanterns (Live)", "Ann Ash");

        Assert.True(Judge(track, live).Score.Confidence > Judge(track with { Title = "Paper Lanterns [Live Version]" }, live).Score.Confidence);
        Assert.Equal(Judge(TrackOf("Paper Lanterns", "Bo"), Lanterns).Score.Confidence, Judge(TrackOf("Paper Lanterns", "Bo") with { Title = "paper lanterns" }, Lanterns).Score.Confidence, 12);
    }

    private static Judgement Judge(SourceTrack track, Song song) => MatchScorer.Judge(TrackReading.Of(track), SongReading.Of(song));
}
