using Spotter.Core.Matching.Aliases;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching.Aliases;

/// <summary>Which recordings contribute names and codes to a track.</summary>
public sealed class TrackAliasesTests
{
    private static readonly KnownCredit Kaze = new("藤井風", Artist(1), "藤井風", "Fujii, Kaze", IsGuest: false);
    private static readonly SourceTrack Track = new() { Title = "きらり", Artists = ["藤井風"], DurationMs = 231_000 };

    [Fact]
    public void The_artist_s_aliases_and_sort_name_are_the_track_s_and_so_are_the_codes()
    {
        var aliases = Aliases(Track, CatalogueQuestionKind.Names, Recording(1) with { Isrcs = ["JPPO02100001"] })!;

        Assert.Equal(["Kaze Fujii", "Fujii Kaze"], aliases.Artists);
        Assert.Equal(["JPPO02100001"], aliases.Isrcs);
        Assert.Equal([Mbid(1)], aliases.RecordingMbids);
        Assert.Empty(aliases.Titles);
        Assert.Contains("Fujii K.", Aliases(Track, CatalogueQuestionKind.Names, [Recording(1)], new("藤井風", "Fujii, Kaze", ["Fujii K."]))!.Artists);
    }

    [Fact]
    public void Titles_in_other_scripts_are_further_titles()
        => Assert.Equal(["Kirari"], Aliases(Track, CatalogueQuestionKind.Recording, Recording(1) with { OtherTitles = ["Kirari"] })!.Titles);

    [Fact]
    public void A_code_leads_from_Latin_letters_to_the_title_as_its_maker_writes_it()
    {
        var track = new SourceTrack { Title = "Kirari", Artists = ["Fujii Kaze"], Isrc = "JPPO02100001" };

        Assert.Equal(["きらり"], Aliases(track, CatalogueQuestionKind.Isrc, Recording(1))!.Titles);
    }

    [Theory]
    [InlineData("a hit that fits little", "きらり", "", 231_000, 60, "藤井風")]
    [InlineData("another title", "まつり", "", 231_000, 100, "藤井風")]
    [InlineData("another artist", "きらり", "", 231_000, 100, "きらり楽団")]
    [InlineData("a live take, as what tells it apart says", "きらり", "live, 2021-09-04: Nissan Stadium", 231_000, 100, "藤井風")]
    [InlineData("a live take by its title", "きらり (Live)", "", 231_000, 100, "藤井風")]
    [InlineData("a remix", "きらり (Sunset Remix)", "", 231_000, 100, "藤井風")]
    [InlineData("a recording of quite another length", "きらり", "", 262_000, 100, "藤井風")]
    public void A_hit_that_is_not_surely_meant_lends_nothing(string why, string title, string disambiguation, int ms, int score, string artist)
    {
        var hit = Recording(1) with
        {
            Title = title, Disambiguation = disambiguation, DurationMs = ms, SearchScore = score, Isrcs = ["JPPO02100001"],
            Credits = [Kaze with { Name = artist, ArtistName = artist }],
        };

        Assert.True(Aliases(Track, CatalogueQuestionKind.Names, hit) is null, why);
    }

    [Fact]
    public void Of_two_artists_with_one_name_neither_lends_anything_unless_the_length_tells_which()
    {
        var (ours, theirs) = (Credit(1, "Nova"), Credit(2, "Nova"));
        KnownRecording[] both =
        [
            Recording(1) with { Title = "Halcyon", Credits = [ours], Isrcs = ["ZZSPT2600001"], DurationMs = 200_000 },
            Recording(2) with { Title = "Halcyon", Credits = [theirs], Isrcs = ["ZZSPT2600002"], DurationMs = 208_000 },
        ];
        var track = new SourceTrack { Title = "Halcyon", Artists = ["Nova"] };

        Assert.Null(Aliases(track, CatalogueQuestionKind.Names, both));
        Assert.Null(Aliases(track with { DurationMs = 204_200 }, CatalogueQuestionKind.Names, both));
        Assert.Equal(["ZZSPT2600002"], Aliases(track with { DurationMs = 208_300 }, CatalogueQuestionKind.Names, both)!.Isrcs);
    }

    [Fact]
    public void Who_is_only_a_guest_there_is_not_whose_song_it_is()
    {
        var lead = Credit(1, "Ann Ash");
        var recording = Recording(1) with { Title = "Halcyon", Credits = [lead, Credit(2, "Rita Roe") with { IsGuest = true }], SearchScore = 100 };

        Assert.Null(Aliases(new() { Title = "Halcyon", Artists = ["Rita Roe"], DurationMs = 231_000 }, CatalogueQuestionKind.Names, recording));
    }

    [Fact]
    public void Codes_of_another_length_stay_with_their_own_recording()
    {
        var aliases = Aliases(Track, CatalogueQuestionKind.Names, Recording(1) with { Isrcs = ["JPPO02100001"] }, Recording(2) with { Isrcs = ["JPPO02100002"], DurationMs = 238_000 })!;

        Assert.Equal(["JPPO02100001"], aliases.Isrcs);
        Assert.Equal([Mbid(1)], aliases.RecordingMbids);
    }

    [Fact]
    public void A_code_on_another_song_lends_nothing()
        => Assert.Null(Aliases(
            new() { Title = "Halcyon", Artists = ["Ann Ash"], DurationMs = 231_000, Isrc = "ZZSPT2600001" }, CatalogueQuestionKind.Isrc,
            Recording(1) with { Title = "Postman", Credits = [Credit(1, "Zed")] }));

    [Fact]
    public void The_catalogue_s_length_stands_in_where_the_source_says_none_and_its_recordings_agree()
    {
        var track = Track with { DurationMs = null };

        Assert.Equal(231_000, Aliases(track, CatalogueQuestionKind.Names, Recording(1))!.DurationMs);
        Assert.Null(Aliases(track, CatalogueQuestionKind.Names, Recording(1), Recording(2) with { DurationMs = 250_000 })!.DurationMs);
        Assert.Null(Aliases(Track, CatalogueQuestionKind.Names, Recording(1))!.DurationMs);
    }

    [Theory]
    [InlineData("a code, a recording and names", "JPPO02100001", "0cc00000-0000-4000-8000-000000000001", "きらり", "藤井風", "isrc:JPPO02100001 mbid:0cc00000-0000-4000-8000-000000000001 names:きらり|藤井風")]
    [InlineData("names alone, without version, decoration and guests", null, null, "Halcyon (Live at Wembley) - Remastered 2011", "Ann Ash feat. Bob", "names:halcyon|ann ash")]
    [InlineData("a title that is a text", null, null, "((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((", "Ann Ash", "")]
    [InlineData("nobody named", null, null, "Halcyon", "Various Artists", "")]
    public void What_is_asked_about_a_track(string why, string? isrc, string? mbid, string title, string artist, string keys)
        => Assert.True(keys == string.Join(' ', CatalogueQuestion.Of(new() { Title = title, Artists = [artist], Isrc = isrc, RecordingMbid = mbid }).Select(q => q.Key)), why);

    private static TrackAliases? Aliases(SourceTrack track, CatalogueQuestionKind kind, params KnownRecording[] recordings) => Aliases(track, kind, recordings, null);

    private static TrackAliases? Aliases(SourceTrack track, CatalogueQuestionKind kind, KnownRecording[] recordings, KnownArtist? artist)
        => TrackAliases.Of(track, RelevantRecordings.Of(track, kind, recordings, _ => artist), _ => artist);

    private static KnownRecording Recording(int number) => new() { Mbid = Mbid(number), Title = "きらり", DurationMs = 231_000, Credits = [Kaze] };

    private static KnownCredit Credit(int number, string name) => new(name, Artist(number), name, name, IsGuest: false);

    private static string Mbid(int number) => $"0cc00000-0000-4000-8000-{number:D12}";

    private static string Artist(int number) => $"0dd00000-0000-4000-8000-{number:D12}";
}
