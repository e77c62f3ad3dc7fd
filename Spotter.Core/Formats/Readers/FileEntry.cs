using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>An entry of a player's playlist: a file, and the player's data about it.</summary>
/// <param name="Line">The 1-based line where it begins.</param>
/// <param name="Display">The text that players display, usually "Artist - Title". Empty if there is none.</param>
/// <param name="DurationMs">Its length, or null.</param>
internal sealed record FileEntry(int Line, string Display, int? DurationMs)
{
    /// <summary>The artist, if the file stores it separately. Then <see cref="Display"/> is only the title.</summary>
    public string? Artist { get; init; }

    public string? Album { get; init; }

    public string? AlbumArtist { get; init; }

    public MediaPath? Path { get; init; }

    /// <summary>Spotter's own data about the track, if it still matches the entry. Otherwise null.</summary>
    public SourceTrack? Track { get; init; }

    /// <summary>Whether the entry has a path or URL.</summary>
    public bool HasLocation { get; init; }
}
