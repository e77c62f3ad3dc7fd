namespace Spotter.Tests.Support.Peers;

/// <summary>A tagged audio file that a test wants to have. Its path is under the music folder; the ending chooses the format (flac, mp3, ogg).</summary>
internal sealed record MusicFile(string Path, string Artist, string Title, string Album, int Seconds)
{
    public string? AlbumArtist { get; init; }

    public int? Track { get; init; }

    public int? Year { get; init; }

    public string? Isrc { get; init; }

    public string? Mbid { get; init; }
}
