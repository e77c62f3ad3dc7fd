using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>An entry of a player's playlist: a file, and what the player writes beside it.</summary>
/// <param name="Line">The 1-based line where it begins.</param>
/// <param name="Display">What people are shown: "Artist - Title", mostly; empty for nothing.</param>
/// <param name="DurationMs">Its length, or null.</param>
internal sealed record FileEntry(int Line, string Display, int? DurationMs)
{
    /// <summary>The artist, where the file has it apart from the title; then <see cref="Display"/> is the title alone.</summary>
    public string? Artist { get; init; }

    public string? Album { get; init; }

    public string? AlbumArtist { get; init; }

    public MediaPath? Path { get; init; }

    /// <summary>The track as Spotter wrote it beside these words, as long as they are the same; else null.</summary>
    public SourceTrack? Track { get; init; }

    /// <summary>Whether there is a path or an address at all.</summary>
    public bool HasLocation { get; init; }
}
