using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Support;

/// <summary>Test songs for the embedded server.</summary>
internal static class Demo
{
    public static DemoSong Song(string title, string artist, string album, int seconds, string? isrc = null) => new()
    {
        Id = $"{artist}-{album}-{title}".Replace(' ', '-'),
        Title = title,
        Artists = [artist],
        Album = album,
        AlbumArtist = artist,
        DurationSeconds = seconds,
        Isrc = isrc,
    };
}
