using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching.Indexing;

/// <summary>Libraries in which one key leads to thousands of songs. The right one is still found, whatever the order.</summary>
public sealed class CrowdedLibraryTests
{
    private const int Crowd = 10_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Among_ten_thousand_songs_of_one_title_the_artist_decides(int seed)
    {
        var songs = Enumerable.Range(0, Crowd).Select(n => SongOf(n, "Intro", $"Band Number {n}", "Debut", 60_000 + n));

        Assert.Equal("s777", Match(songs, seed, new() { Title = "Intro", Artists = ["Band Number 777"] }).Song?.Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Among_ten_thousand_songs_of_one_title_and_artist_the_album_decides(int seed)
    {
        var songs = Enumerable.Range(0, Crowd).Select(n => SongOf(n, "Dark Star", "The Band", $"Evening {n}", 300_000));

        Assert.Equal("s4242", Match(songs, seed, new() { Title = "Dark Star", Artists = ["The Band"], Album = "Evening 4242", DurationMs = 300_000 }).Song?.Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Among_ten_thousand_songs_of_one_code_the_title_decides(int seed)
    {
        var songs = Enumerable.Range(0, Crowd).Select(n => SongOf(n, $"Piece {n}", $"Player {n % 90}", null, 100_000) with { Isrcs = ["ZZSPT2600001"] });

        Assert.Equal("s31", Match(songs, seed, new() { Title = "Piece 31", Artists = ["Player 31"], Isrc = "ZZSPT2600001" }).Song?.Id);
    }

    [Theory]
    [InlineData("misspelt title", "Distnat Harbour 31", "Player Of Many Songs")]
    [InlineData("misspelt artist", "Distant Harbour 31", "Player Of Mnay Songs")]
    [InlineData("both", "Distnat Harbour 31", "Player Of Mnay Songs")]
    public void An_artist_of_ten_thousand_songs_is_searched_to_the_end(string reason, string title, string artist)
    {
        var songs = Enumerable.Range(0, Crowd).Select(n => SongOf(n, $"Distant Harbour {n}", "Player Of Many Songs", null, 100_000 + (n * 7_000)));

        var found = Match(songs, 3, new() { Title = title, Artists = [artist], DurationMs = 100_000 + (31 * 7_000) });

        Assert.True(found.Song?.Id == "s31", reason);
    }

    private static MatchResult Match(IEnumerable<Song> songs, int seed, SourceTrack track)
    {
        var shuffled = songs.ToArray();
        new Random(seed).Shuffle(shuffled);
        return new TrackMatcher(LibraryIndex.Build(shuffled), new()).Match(new(track));
    }

    private static Song SongOf(int number, string title, string artist, string? album, int durationMs) => new()
    {
        Id = $"s{number}",
        Title = title,
        Artist = artist,
        Artists = [artist],
        Album = album,
        DurationMs = durationMs,
    };
}
