using System.Globalization;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Demo;

namespace Spotter.Benchmarks;

/// <summary>A fictional library and playlist, the same in every run, with the mix of real exports.</summary>
internal static class InventedMusic
{
    private static readonly string[] First =
        ["Amber", "Broken", "Cobalt", "Distant", "Electric", "Fading", "Golden", "Hollow", "Ivory", "Jaded", "Kindred", "Lunar", "Midnight", "Northern"];

    private static readonly string[] Second =
        ["Anthem", "Bridge", "Cathedral", "Dancer", "Echo", "Fever", "Garden", "Harbour", "Island", "Journey", "Kingdom", "Lantern", "Mirror", "Night", "Ocean"];

    private static readonly string[] Third = ["", "of Glass", "in Winter", "at Dawn", "Tonight", "for Two", "Without You", "(Live)", "No. 9", "Reprise", "and Rain"];

    /// <summary>Songs on albums of ten. Every third album has no recording codes.</summary>
    public static IReadOnlyList<DemoSong> Library(int count)
    {
        var random = new Random(20261122);
        var songs = new List<DemoSong>(count);
        for (var number = 0; number < count; number++)
        {
            var album = number / 10;
            var artist = string.Create(CultureInfo.InvariantCulture, $"{First[album / 3 % First.Length]} {Second[album / 40 % Second.Length]} {album / 600:0}").Trim();
            songs.Add(new DemoSong
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"song-{number:00000}"),
                Title = $"{First[random.Next(First.Length)]} {Second[random.Next(Second.Length)]} {Third[random.Next(Third.Length)]}".Trim(),
                Artists = number % 10 == 7 ? [artist, $"{Second[album % Second.Length]} Choir"] : [artist],
                Album = string.Create(CultureInfo.InvariantCulture, $"{Second[album % Second.Length]} {album}"),
                AlbumArtist = artist,
                DurationSeconds = 120 + random.Next(240),
                TrackNumber = number % 10 + 1,
                Year = 1970 + album % 55,
                Isrc = album % 3 == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"QZSPT26{number:00000}"),
            });
        }

        return songs;
    }

    /// <summary>Tracks from that library: half with their code, the others by title, exact or slightly different, and some that are not in
    /// it.</summary>
    public static IReadOnlyList<SourceTrack> Playlist(IReadOnlyList<DemoSong> library, int count)
    {
        var random = new Random(2026);
        var tracks = new List<SourceTrack>(count);
        for (var position = 0; position < count; position++)
        {
            var song = library[random.Next(library.Count)];
            var track = new SourceTrack
            {
                Title = song.Title,
                Artists = song.Artists,
                Album = song.Album,
                DurationMs = song.DurationSeconds * 1000 + random.Next(1000),
            };
            tracks.Add((position % 20) switch
            {
                < 10 => track with { Isrc = song.Isrc },
                < 15 => track,
                < 17 => track with { Title = track.Title + " - Remastered 2011", Album = null },
                < 19 => track with { Title = Misspelt(track.Title) },
                _ => track with { Title = "Nowhere " + position.ToString(CultureInfo.InvariantCulture), Artists = ["Nobody At All"], Album = null },
            });
        }

        return tracks;
    }

    private static string Misspelt(string title) => title.Length < 5 ? title : title.Remove(3, 1);
}
