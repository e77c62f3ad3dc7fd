using Spotter.Web.Wording;
using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching.Tiers;

public sealed class PathTierTests
{
    private static readonly Song[] Library =
    [
        Song("a", "Harbour Lights", "Ilse Varga", "Ilse Varga/Low Tide/09 - Harbour Lights.flac", 215),
        Song("b", "Badly Tagged", "Nobody", "Ilse Varga/Low Tide/10 - Tides.flac", 180),
        Song("c", "Intro", "One", "One/First/01 - Intro.mp3", 60),
        Song("d", "Intro", "Two", "Two/First/01 - Intro.mp3", 61),
        Song("e", "Loose End", "Ada", "kjh34.mp3", 100),
        Song("f", "Numbers", "Ada", "Ada/Cats/Track 07.mp3", 100),
        Song("g", "Across", "Ada", "Ada/Cats/CD 1/01 Ébène.mp3", 100),
        Song("h", "Another", "Ben", "Ben/Cats/CD 1/01 Dogs.mp3", 100),
    ];

    [Theory]
    [InlineData("the very path", "Ilse Varga/Low Tide/10 - Tides.flac", "b")]
    [InlineData("on another machine", "/mnt/me/Music/Ilse Varga/Low Tide/10 - Tides.flac", "b")]
    [InlineData("on Windows, in other letters", @"D:\MUSIC\ilse varga\Low Tide\10 - tides.FLAC", "b")]
    [InlineData("from where the list lies", "../Low Tide/10 - Tides.flac", "b")]
    [InlineData("the list lies beside it", "10 - Tides.flac", "b")]
    [InlineData("accents put together otherwise", "Ada/Cats/CD 1/01 E\u0301be\u0300ne.mp3", "g")]
    [InlineData("a name that says nothing, but is the only one", "kjh34.mp3", "e")]
    [InlineData("the same, deep in somebody's folders", "/mnt/usb/kjh34.mp3", "e")]
    public void A_path_that_ends_as_a_songs_own_is_that_song_whatever_its_tags_say(string why, string location, string expected)
    {
        var result = Match(Track(location.Split('/', '\\')[^1].Split('.')[0], location));

        Assert.Equal((why, expected, MatchZone.Auto, MatchTier.Exact, MatchReason.SamePath), (why, result.Song?.Id, result.Zone, result.Tier, result.Reason));
        Assert.True(result.Confidence >= 0.95);
    }

    [Theory]
    [InlineData("two songs have such a file", "01 - Intro.mp3")]
    [InlineData("in two folders of one name", "First/01 - Intro.mp3")]
    [InlineData("another folder above it", "/music/Somebody Else/Low Tide/10 - Tides.flac")]
    [InlineData("another kind of file", "Ilse Varga/Low Tide/10 - Tides.mp3")]
    [InlineData("a name that programs give", "Track 07.mp3")]
    [InlineData("only the folder is the same", "Ilse Varga/Low Tide/11 - Tides.flac")]
    [InlineData("nothing but dots", "../..")]
    public void Paths_that_leave_a_doubt_say_nothing(string why, string location)
        => Assert.Equal((why, MatchReason.NotInLibrary), (why, Match(Track("Quite something else", location)).Reason));

    [Fact]
    public void The_same_folder_and_file_with_another_title_and_another_length_are_shown_and_not_written()
    {
        var result = Match(Track("Quite something else", "Ilse Varga/Low Tide/10 - Tides.flac") with { DurationMs = 300_000 });

        Assert.Equal((MatchZone.Review, MatchReason.TitleUnsure, "b"), (result.Zone, result.Reason, Assert.Single(result.Candidates).Song.Id));
    }

    [Fact]
    public void A_file_whose_words_and_length_mean_another_song_does_not_stand_in_its_way()
    {
        var result = Match(new SourceTrack { Title = "Harbour Lights", Artists = ["Ilse Varga"], DurationMs = 215_000, Location = "Ilse Varga/Low Tide/10 - Tides.flac" });

        Assert.Equal((MatchZone.Auto, "a", MatchReason.SameTitleAndArtist), (result.Zone, result.Song?.Id, result.Reason));
    }

    [Fact]
    public void A_files_name_alone_needs_words_or_a_length_that_agree()
    {
        Assert.Equal(MatchReason.NotInLibrary, Match(Track("Quite something else", "kjh34.mp3")).Reason);
        Assert.Equal("e", Match(Track("Loose End", "kjh34.mp3")).Song?.Id);
        Assert.Equal("e", Match(Track("Quite something else", "kjh34.mp3") with { DurationMs = 100_500 }).Song?.Id);
    }

    [Fact]
    public void The_users_own_choice_comes_before_the_path_and_a_code_after_it()
    {
        var track = Track("10 - Tides", "Ilse Varga/Low Tide/10 - Tides.flac");

        var pinned = Matcher(Library).Match(new MatchQuery(track, [new TrackDecision(PinKind.Pin, Library[0])]));
        var rejected = Matcher(Library).Match(new MatchQuery(track, [new TrackDecision(PinKind.Rejection, Library[1])]));
        var coded = Matcher([.. Library[1..], Library[0] with { Isrcs = ["GBXYZ1900001"] }]).Match(new MatchQuery(track with { Isrc = "GBXYZ1900001" }));

        Assert.Equal(("a", MatchReason.Pinned), (pinned.Song?.Id, pinned.Reason));
        Assert.NotEqual("b", rejected.Song?.Id);
        Assert.Equal(("b", MatchReason.SamePath), (coded.Song?.Id, coded.Reason));
    }

    [Fact]
    public void Paths_that_the_server_makes_up_say_nothing_and_absolute_ones_are_never_made_up()
    {
        var track = Track("10 - Tides", "/mnt/me/Music/Ilse Varga/Low Tide/10 - Tides.flac");
        var real = Library.Select(song => song with { Path = "/data/music/" + song.Path }).ToList();

        var madeUp = LibraryIndex.Build(Library).WithPaths(makesUpRelativePaths: true);
        var reported = LibraryIndex.Build(real).WithPaths(makesUpRelativePaths: true);

        Assert.Equal((false, ""), (madeUp.HasRealPaths, madeUp.MusicFolder));
        Assert.Equal((true, "/data/music/"), (reported.HasRealPaths, reported.MusicFolder));
        Assert.Null(LibraryIndex.Build([.. Library.Select(song => song with { Path = null })]).HasRealPaths);
        Assert.Null(new TrackMatcher(madeUp, new()).Match(new(track)).Song);
        Assert.Equal("b", new TrackMatcher(reported, new()).Match(new(track)).Song?.Id);
    }

    [Fact]
    public void The_very_path_is_the_song_though_another_ends_alike()
    {
        Song[] songs = [Song("outer", "X", "A", "/m/First/01 - Intro.mp3", 60), Song("inner", "Y", "B", "/m/Copy/First/01 - Intro.mp3", 60)];

        Assert.Equal("outer", Matcher(songs).Match(new(Track("Intro", "/m/First/01 - Intro.mp3"))).Song?.Id);
        Assert.Equal("inner", Matcher(songs).Match(new(Track("Intro", "/m/Copy/First/01 - Intro.mp3"))).Song?.Id);
    }

    [Fact]
    public void What_a_scan_adds_changes_or_removes_is_found_by_its_path_or_no_more()
    {
        var moved = Library[1] with { Path = "Elsewhere/Tides.flac" };
        var index = LibraryIndex.Build(Library).With(new LibraryChange([moved, Song("new", "New", "New", "New/New/01 New.mp3", 10)], ["a"]));
        var matcher = new TrackMatcher(index, new());

        Assert.Equal("b", matcher.Match(new(Track("Tides", "/x/Elsewhere/Tides.flac"))).Song?.Id);
        Assert.Null(matcher.Match(new(Track("Tides", "Ilse Varga/Low Tide/10 - Tides.flac"))).Song);
        Assert.Null(matcher.Match(new(Track("x", "Ilse Varga/Low Tide/09 - Harbour Lights.flac"))).Song);
        Assert.Equal("new", matcher.Match(new(Track("x", "New/New/01 New.mp3"))).Song?.Id);
    }

    [Fact]
    public void Of_thousands_of_files_of_one_name_those_with_a_folder_of_their_own_are_found()
    {
        var songs = Enumerable.Range(0, 3_000).Select(i => Song($"s{i}", $"Chapter {i}", "Reader", $"Books/Book {i}/01 Chapter.mp3", 600)).ToList();

        Assert.Equal("s1234", Matcher(songs).Match(new(Track("x", "/audio/Books/Book 1234/01 Chapter.mp3"))).Song?.Id);
        Assert.Null(Matcher(songs).Match(new(Track("x", "01 Chapter.mp3"))).Song);
    }

    [Fact]
    public void The_page_says_so_in_words()
        => Assert.Equal("same path: title differs, artist equal", MatchExplanation.Of(
            Track("10 - Tides", "Ilse Varga/Low Tide/10 - Tides.flac"), Library[1], MatchReason.SamePath, Match(Track("10 - Tides", "Ilse Varga/Low Tide/10 - Tides.flac")).Score));

    private static MatchResult Match(SourceTrack track) => Matcher(Library).Match(new(track));

    private static TrackMatcher Matcher(IReadOnlyList<Song> songs) => new(LibraryIndex.Build(songs), new());

    private static SourceTrack Track(string title, string location) => new() { Title = title, Location = location };

    private static Song Song(string id, string title, string artist, string path, int seconds)
        => new() { Id = id, Title = title, Artist = artist, Artists = [artist], Path = path, DurationMs = seconds * 1000 };
}
