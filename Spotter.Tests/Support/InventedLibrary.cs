using Spotter.Core.Tracks;

namespace Spotter.Tests.Support;

/// <summary>A few thousand invented songs, the same for the same seed.</summary>
public static class InventedLibrary
{
    private static readonly string[] Words =
    [
        "Amber", "Anchor", "Autumn", "Basin", "Blanket", "Cinder", "Copper", "Coral", "Delta", "Ember", "Fable", "Falcon", "Fennel", "Fjord", "Gallery",
        "Ginger", "Granite", "Hollow", "Indigo", "Island", "Jasmine", "Juniper", "Kettle", "Ladder", "Lagoon", "Lavender", "Marble", "Meadow", "Nectar",
        "Nimbus", "Oak", "Orchard", "Pebble", "Pillow", "Quarry", "Quartz", "Ravine", "Saffron", "Sandal", "Tundra", "Umber", "Valley", "Velvet",
        "Willow", "Yarrow", "Zephyr", "Любовь", "Дорога", "Θάλασσα", "ひかり", "Été", "Straße",
    ];

    private static readonly string[] Versions = ["", "", "", "", "", "", " (Live)", " - Acoustic", " (Karaoke Version)", " (Remastered 2009)", " - Instrumental"];

    public static List<Song> Of(int count, int seed)
    {
        var random = new Random(seed);
        var songs = new List<Song>(count);
        for (var i = 0; i < count; i++)
        {
            var artist = $"{Pick()} {Pick()}";
            var title = random.Next(3) == 0 ? Pick() : $"{Pick()} {(random.Next(2) == 0 ? "of " : "")}{Pick()}";
            songs.Add(new()
            {
                Id = $"invented-{i}",
                Title = title + Versions[random.Next(Versions.Length)],
                Artist = artist,
                Artists = [artist],
                Album = $"{Pick()} {Pick()}",
                AlbumArtist = artist,
                DurationMs = random.Next(90, 400) * 1000,
                Isrcs = random.Next(2) == 0 ? [$"ZZZZZ{i:D7}"] : [],
            });
        }

        return songs;

        string Pick() => Words[random.Next(Words.Length)];
    }

    public static IReadOnlyList<Song> Shuffled(IEnumerable<Song> songs, int seed)
    {
        var shuffled = songs.ToArray();
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}
