using CsCheck;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Matching;

/// <summary>What holds for any titles, artists and libraries.</summary>
public sealed class MatchingPropertyTests
{
    // Words that mean something to the matcher, combined at random, sometimes with a wrong letter.
    private static readonly Gen<string> Titles = OneOf(
        "Paper", "Lanterns", "Love", "Day", "(Live)", "(Live at Wembley)", "- Acoustic", "[Remastered 2009]", "(feat. Bo Birch)", "Pt. 2", "Vol. 4", "03 -",
        "007-", "Symphony No. 5", "in C Minor", "c-Moll", "Op. 67", "BWV 1007", ": I. Allegro", "- 2. Andante", "Beethoven:", "Камин", "Kamin", "Đau", "Dau", "!!!",
        "藤井風", "(Remix)", "&", "and", "-", "Ünïcödé", "١٢٣").Array[1, 5].Select(words => string.Join(' ', words));

    private static readonly Gen<string> Artists = OneOf(
        "Ann Ash", "The Ann Ash", "Ash, Ann", "Bo Birch", "Earth, Wind & Fire", "AC/DC", "ACDC", "J. S. Bach", "Johann Sebastian Bach", "Bach", "Carlos Kleiber",
        "Wiener Philharmoniker", "Vienna Philharmonic", "Эмин", "EMIN", "Various Artists", "").Array[1, 3].Select(names => string.Join(", ", names));

    private static readonly Gen<int?> Lengths = OneOf<int?>(null, 200_000, 201_000, 204_000, 215_000);

    private static readonly Gen<Song> Songs = Gen.Select(Titles, Artists, OneOf<string?>(null, "Lanterns", "Live at Wembley", "Greatest Hits"), Lengths, Gen.Int[0, 3]).Select(
        (title, artist, album, length, code) => new Song
        {
            Id = "",
            Title = title,
            Artist = artist,
            Artists = [artist],
            Album = album,
            DurationMs = length,
            Isrcs = code == 0 ? ["GBAAA0000001"] : [],
        });

    private static readonly Gen<Song[]> Libraries = Songs.Array[1, 12].Select(songs => songs.Select((song, i) => song with { Id = $"{i}" }).ToArray());

    private static readonly Gen<SourceTrack> Tracks = Songs.Select(song => new SourceTrack
    {
        Title = song.Title,
        Artists = song.Artist.Length == 0 ? [] : song.Artists,
        Album = song.Album,
        DurationMs = song.DurationMs,
        Isrc = song.Isrcs is [var isrc] ? isrc : null,
    });

    [Fact]
    public void Titles_are_as_like_one_way_as_the_other()
        => Gen.Select(Titles, Titles).Sample(
            (a, b) => TitleComparison.Compare(TitleParser.Parse(a), TitleParser.Parse(b)) == TitleComparison.Compare(TitleParser.Parse(b), TitleParser.Parse(a)),
            iter: 5000);

    [Fact]
    public void Versions_are_the_same_one_way_and_the_other()
        => Gen.Select(Titles, Titles).Sample(
            (a, b) => TitleVersion.Compare(TitleParser.Parse(a).Version, TitleParser.Parse(b).Version)
                == TitleVersion.Compare(TitleParser.Parse(b).Version, TitleParser.Parse(a).Version),
            iter: 5000);

    [Fact]
    public void Artists_are_as_like_one_way_as_the_other()
        => Gen.Select(Artists, Artists).Sample(
            (a, b) => ArtistSimilarity.Of(ArtistCredits.Of([a]), ArtistCredits.Of([b])) == ArtistSimilarity.Of(ArtistCredits.Of([b]), ArtistCredits.Of([a]))
                && Performers.AreSame(ArtistCredits.Of([a]).Performers, ArtistCredits.Of([b]).Performers)
                == Performers.AreSame(ArtistCredits.Of([b]).Performers, ArtistCredits.Of([a]).Performers),
            iter: 5000);

    [Fact]
    public void The_answer_depends_neither_on_the_library_s_order_nor_on_what_was_asked_before()
        => Gen.Select(Libraries, Tracks, Gen.Int[1, 1000]).Sample(
            (songs, track, seed) =>
            {
                var matcher = new TrackMatcher(LibraryIndex.Build(songs), new());
                var shuffled = new TrackMatcher(LibraryIndex.Build(InventedLibrary.Shuffled(songs, seed)), new());
                var first = Told(matcher.Match(new(track)));
                return first == Told(matcher.Match(new(track))) && first == Told(shuffled.Match(new(track)));
            },
            iter: 1000);

    [Fact]
    public void What_is_written_is_sure_and_what_is_shown_is_likely()
        => Gen.Select(Libraries, Tracks).Sample(
            (songs, track) =>
            {
                var result = new TrackMatcher(LibraryIndex.Build(songs), new()).Match(new(track));
                return (result.Song is not null) == (result.Zone == MatchZone.Auto)
                    && (result.Zone != MatchZone.Auto || result.Confidence >= 0.80)
                    && (result.Zone != MatchZone.Auto || result.Candidates[0].Song.Id == result.Song!.Id)
                    && result.Candidates.All(candidate => candidate.Score.Confidence is >= 0 and <= 1)
                    && result.Candidates.Count <= 8;
            },
            iter: 1000);

    public static TheoryData<string, string> Monsters => new()
    {
        { "a title of a million letters", new string('a', 1_000_000) },
        { "a title of a million blanks", new string(' ', 1_000_000) },
        { "a title of a hundred thousand brackets", string.Concat(Enumerable.Repeat("(live) [", 100_000)) },
        { "a title of a hundred thousand dashes", string.Concat(Enumerable.Repeat("a - ", 100_000)) },
        { "control characters", "\0\u0001\u001B[31m\u007F\u200B\u202E\uFEFF" },
        { "halves of pairs", "\uD800\uDC00\uD800 \uDFFF" },
        { "a text of marks", new string('\u0301', 10_000) },
        { "nothing", "" },
    };

    [Theory]
    [MemberData(nameof(Monsters))]
    public void Nothing_that_can_be_written_is_too_much(string what, string text)
    {
        var song = new Song { Id = "x", Title = text, Artist = "Ann Ash", Artists = ["Ann Ash"] };
        var ordinary = new Song { Id = "y", Title = "Paper Lanterns", Artist = text.Length > 1000 ? text[..1000] : text };
        var matcher = new TrackMatcher(LibraryIndex.Build([song, ordinary]), new());

        Assert.True(matcher.Match(new(new SourceTrack { Title = text, Artists = ["Ann Ash"], Album = text })) is not null, what);
        Assert.True(matcher.Match(new(new SourceTrack { Title = "Paper Lanterns", Artists = [text.Length > 1000 ? text[..1000] : text] })) is not null, what);
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("a - ")]
    [InlineData("a / b | ")]
    [InlineData("(live) [")]
    [InlineData("11 ")]
    [InlineData("1.000.")]
    [InlineData("W. O. ")]
    [InlineData("&amp;")]
    [InlineData("&amp;#39;")]
    [InlineData("😀 ")]
    [InlineData("3:57 ")]
    [InlineData("(by ")]
    [InlineData("goin' the ")]
    [InlineData("жa ")]
    [InlineData("ทะเล ")]
    [InlineData("ファ")]
    [InlineData("feat. x & ")]
    public void Twice_the_text_is_twice_the_work(string text)
    {
        const int Long = 20_000;
        var single = Work(string.Concat(Enumerable.Repeat(text, Long / text.Length)));
        var twice = Work(string.Concat(Enumerable.Repeat(text, 2 * Long / text.Length)));

        Assert.True(twice <= (2.2 * single) + 100_000, $"{single}, {twice}");

        // Counted in bytes allocated by reading and comparing, which is the same in every run, unlike time.
        static long Work(string text)
        {
            var matcher = new TrackMatcher(LibraryIndex.Build([new() { Id = "x", Title = text, Artist = text, Artists = [text], Album = text }]), new());
            var track = new SourceTrack { Title = text, Artists = [text], Album = text, DurationMs = 200_000 };
            matcher.Match(new(track));
            var before = GC.GetAllocatedBytesForCurrentThread();
            matcher.Match(new(track with { Title = text + "z" }));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Of_ten_thousand_songs_with_one_title_or_one_code_the_nearest_few_are_judged()
    {
        var songs = Enumerable.Range(0, 10_000).Select(i => new Song
        {
            Id = $"{i:D5}",
            Title = "Intro",
            Artist = "Ann Ash",
            Artists = ["Ann Ash"],
            Album = $"Album {i}",
            DurationMs = 100_000 + (i * 10),
            Isrcs = ["GBAAA0000001"],
        }).ToArray();
        var index = LibraryIndex.Build(songs);
        var reversed = LibraryIndex.Build([.. songs.Reverse()]);
        foreach (var isrc in new[] { null, "GBAAA0000001" })
        {
            var track = new SourceTrack { Title = "Intro", Artists = ["Ann Ash"], Album = "Album 7777", DurationMs = 177_770, Isrc = isrc };
            var result = new TrackMatcher(index, new()).Match(new(track));

            Assert.Equal("07777", result.Song?.Id);
            Assert.Equal(Told(result), Told(new TrackMatcher(reversed, new()).Match(new(track))));
        }
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Told(MatchResult result)
        => $"{result.Zone} {result.Song?.Id} {result.Tier} {result.Reason} {result.Score} {string.Join(' ', result.Candidates.Select(candidate => $"{candidate.Song.Id} {candidate.Tier} {candidate.Score}"))}";
}
