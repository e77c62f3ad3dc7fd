namespace Spotter.Core.Formats.Exports;

/// <summary>A playlist to export, or the missing tracks of one. The tracks are enumerated once, while they are written.</summary>
/// <param name="Name">The name of the list.</param>
/// <param name="Description">The description of the list, or null.</param>
/// <param name="Tracks">The tracks, in the order to write them.</param>
public sealed record ExportedList(string Name, string? Description, IEnumerable<ExportedTrack> Tracks)
{
    /// <summary>Whether the library lacks these tracks. Then there are no paths: a player's list contains the artist and title instead, and a
    /// table or JSON list contains no playlist name.</summary>
    public bool IsOfMissing { get; init; }
}
