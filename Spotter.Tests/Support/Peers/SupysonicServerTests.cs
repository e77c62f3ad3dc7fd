namespace Spotter.Tests.Support.Peers;

/// <summary>Tests of supysonic itself: it holds what it was given.</summary>
public sealed class SupysonicServerTests
{
    [PeerFact]
    public async Task It_serves_the_music_that_was_made_for_it()
    {
        await using var server = await SupysonicServer.StartAsync(
            new MusicFile("Björk/Debut/01 Venus as a Boy.flac", "Björk", "Venus as a Boy", "Debut", 282) { Track = 1, Year = 1993 },
            new MusicFile("空/海/02 Дом.mp3", "空", "Дом", "海", 61) { Track = 2, Isrc = "JPZZ02600001" },
            new MusicFile("Amber/Echo/03 Parade.ogg", "Amber", "Parade", "Echo", 30) { Track = 3 });

        var songs = (await server.AskAsync("search3", ("query", ""), ("songCount", "100"))).GetProperty("searchResult3").GetProperty("song");

        Assert.Equal(
            [("Amber", "Parade", "Echo", 30), ("Björk", "Venus as a Boy", "Debut", 282), ("空", "Дом", "海", 61)],
            songs.EnumerateArray()
                .Select(song => (song.GetProperty("artist").GetString()!, song.GetProperty("title").GetString()!,
                    song.GetProperty("album").GetString()!, song.GetProperty("duration").GetInt32()))
                .OrderBy(song => song.Item1, StringComparer.Ordinal));
        Assert.Empty(await server.PlaylistsAsync());
    }
}
