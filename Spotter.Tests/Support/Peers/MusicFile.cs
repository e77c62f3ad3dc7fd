namespace Spotter.Tests.Support.Peers;

/// <summary>A tagged audio file for a test. The path is relative to the music folder; its extension chooses the format (flac, mp3,
/// ogg).</summary>
internal sealed record MusicFile(string Path, string Artist, string Title, string Album, int Seconds)
{
    public string? AlbumArtist { get; init; }

    public int? Track { get; init; }

    public int? Year { get; init; }

    public string? Isrc { get; init; }

    public string? Mbid { get; init; }
}
