using Spotter.Core.Tracks;

namespace Spotter.Core.Formats;

/// <summary>One playlist as a file holds it. A file may hold several.</summary>
/// <param name="FormatFamily">The written word of the format ("exportify", "m3u"). Dialects of one tool's export share it.</param>
/// <param name="Name">Its name: named in the file, else given, else the file's own.</param>
/// <param name="Tracks">Its tracks, in order; the same one twice stays twice. Never empty.</param>
/// <param name="Warnings">What was left out, and why, in the order of the file.</param>
public sealed record PlaylistFile(
    string FormatFamily, string Name, IReadOnlyList<SourceTrack> Tracks, IReadOnlyList<PlaylistFileWarning> Warnings)
{
    /// <summary>Whether the file itself names it. If not, it bears the name that was given, or the file's own.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The table it was read from, where a user had to say what its columns are; else null.</summary>
    public MappedTable? Mapped { get; init; }

    /// <summary>What the file says about it, or null.</summary>
    public string? Description { get; init; }

    /// <summary>What makes it the same playlist when a newer export of it comes in.</summary>
    public string RemoteId => $"{FormatFamily}:{Name}";

    /// <summary>The playlist as every source gives it.</summary>
    public SourcePlaylist ToSourcePlaylist()
        => new(new SourcePlaylistSummary(RemoteId, Name, Tracks.Count) { Description = Description }, Tracks);
}
