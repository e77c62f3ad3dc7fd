using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Matching.Recorded;

/// <summary>What the matcher makes of texts that were put together at random (<see cref="MatcherWords"/>), line by line, compared with a recording.</summary>
public sealed class WordRecordTests
{
    [Fact]
    public void Titles_at_random_are_read_as_recorded()
    {
        var words = new MatcherWords(seed: 1);
        AssertRecorded("titles", Enumerable.Range(0, 1_000).Select(_ => words.Title()).Select(title => $"{MatcherRecordTests.Quoted(title)}: {MatcherRecordTests.Shown(TitleParser.Parse(title))}"));
    }

    [Fact]
    public void Works_at_random_are_read_as_recorded()
    {
        var words = new MatcherWords(seed: 2);
        AssertRecorded("works", Enumerable.Range(0, 500).Select(_ => words.Work()).Select(title => $"{MatcherRecordTests.Quoted(title)}: {MatcherRecordTests.Shown(TitleParser.Parse(title))}"));
    }

    [Fact]
    public void Artists_at_random_are_read_and_alike_as_recorded()
    {
        var words = new MatcherWords(seed: 3);
        AssertRecorded("artists", Enumerable.Range(0, 500).Select(_ => words.Artists()).Select(artists =>
        {
            var others = artists.Select(words.Changed).ToArray();
            var (credits, other) = (ArtistCredits.Of(artists), ArtistCredits.Of(others));
            return $"{MatcherRecordTests.Quoted(artists)}: {MatcherRecordTests.Shown(credits)}. {MatcherRecordTests.Quoted(others)}: {MatcherRecordTests.Number(ArtistSimilarity.Of(credits, other))}, {MatcherRecordTests.Number(ArtistSimilarity.HalfOf(credits, other))}";
        }));
    }

    [Fact]
    public void Tracks_at_random_are_judged_as_recorded()
    {
        var words = new MatcherWords(seed: 4);
        AssertRecorded("judgements", Enumerable.Range(0, 800).Select(_ => Judged(words, words.Title(), words.Artists())));
    }

    [Fact]
    public void Recordings_of_works_at_random_are_judged_as_recorded()
    {
        var words = new MatcherWords(seed: 5);
        AssertRecorded("judgements of works", Enumerable.Range(0, 500).Select(_ => Judged(words, words.Work(), words.Performers())));
    }

    [Fact]
    public void Tracks_at_random_are_decided_among_songs_at_random_as_recorded()
    {
        var words = new MatcherWords(seed: 6);
        string[][] artists = [.. Enumerable.Range(0, 60).Select(_ => words.Artists())];
        string?[] albums = [.. Enumerable.Range(0, 60).Select(_ => words.Album())];
        Song[] songs =
        [
            .. Enumerable.Range(0, 500).Select(i =>
            {
                var (credit, album) = (words.Pick(artists), words.Pick(albums));
                var song = MatchCase.SongOf(words.Pick(words.Title(), words.Title(), words.Work()), string.Join('|', credit), album, id: $"s{i:D3}");
                return song with
                {
                    AlbumArtist = words.Pick(song.AlbumArtist, song.AlbumArtist, words.Pick(artists)[0], null), DurationMs = words.LengthNear(200_000), IsStarred = words.Pick(true, false, false),
                    Isrcs = words.Pick<string[]>([], [], [$"ZZSPT26{i % 50:D5}"], [$"ZZSPT26{i:D5}", $"ZZSPT27{i % 90:D5}"]),
                };
            }),
        ];
        var matcher = new TrackMatcher(LibraryIndex.Build(songs), new());
        AssertRecorded("decisions", Enumerable.Range(0, 500).Select(_ =>
        {
            var song = words.Pick(songs);
            string[] credit = words.Pick<IEnumerable<string>>(song.Artists, song.Artists, [song.AlbumArtist ?? "Nobody"], song.Artists.Take(1)).Select(name => words.Pick(name, name, words.Changed(name))).ToArray();
            var track = new SourceTrack
            {
                Title = words.Pick(song.Title, song.Title, words.Changed(song.Title), words.Changed(words.Changed(song.Title)), $"{credit[0]} - {song.Title}"), Artists = words.Pick<string[]>(credit, credit, credit, []),
                Album = words.Pick(song.Album, song.Album, null, words.Album()), DurationMs = words.LengthNear(song.DurationMs), Isrc = words.Pick(null, null, null, song.Isrcs is [var code, ..] ? code : null),
            };
            var result = matcher.Match(new(track));
            return $"{MatcherRecordTests.Quoted(track.Title)} {MatcherRecordTests.Quoted([.. track.Artists])} {MatcherRecordTests.Quoted(track.Album ?? "")}, {song.Id}: {result.Zone}, {result.Tier?.ToString() ?? "no tier"}, {result.Reason}, {MatcherRecordTests.Number(result.Confidence)}; "
                + string.Join(", ", result.Candidates.Select(candidate => $"{candidate.Song.Id} {MatcherRecordTests.Number(candidate.Score.Confidence)}"));
        }));
    }

    /// <summary>A track and a song that may be the same: each of the song's texts is the track's, or a little different.</summary>
    private static string Judged(MatcherWords words, string title, string[] artists)
    {
        var album = words.Album();
        // Files and videos name the artist or the album in the title.
        string Decorated(string plain) => words.Pick(plain, plain, plain, plain, $"{artists[0]} - {plain}", $"{plain} - {artists[^1]}", $"{album} - {plain}", $"03 - {artists[0]} - {plain}", $"{plain} 3:20", $"{plain} | {artists[0]}");
        var track = new SourceTrack { Title = Decorated(title), Artists = artists, Album = album, DurationMs = words.LengthNear(200_000) };
        var others = words.Pick<string[]>(artists, artists, [.. artists.Select(words.Changed)], [.. artists.Skip(1), words.Changed(artists[0])]);
        var song = MatchCase.SongOf(Decorated(words.Pick(title, words.Changed(title), words.Changed(words.Changed(title)))), string.Join('|', others), album is null ? words.Album() : words.Pick(album, words.Changed(album), null!))
            with { DurationMs = words.LengthNear(track.DurationMs ?? 200_000) };
        return $"{MatcherRecordTests.Quoted(track.Title)} {MatcherRecordTests.Quoted([.. track.Artists])} {MatcherRecordTests.Quoted(track.Album ?? "")}, "
            + $"{MatcherRecordTests.Quoted(song.Title)} {MatcherRecordTests.Quoted([.. song.Artists])} {MatcherRecordTests.Quoted(song.Album ?? "")}: "
            + MatcherRecordTests.Shown(MatchScorer.Judge(TrackReading.Of(track), SongReading.Of(song)));
    }

    private static void AssertRecorded(string part, IEnumerable<string> lines) => RecordedList.AssertSame($"Matcher/random {part}", lines);
}
