namespace Spotter.Core.Formats.Exports;

/// <summary>A playlist on its way out, or the tracks of one that are missing. The tracks are taken as they are written, and once.</summary>
/// <param name="Name">What the list is called.</param>
/// <param name="Description">What is said about it, or null.</param>
/// <param name="Tracks">The tracks, in the order in which they are to be written.</param>
public sealed record ExportedList(string Name, string? Description, IEnumerable<ExportedTrack> Tracks)
{
    /// <summary>Whether these are tracks that the library lacks. Then no file can be named, and words stand in its place; a table or a list for scripts names no playlist.</summary>
    public bool IsOfMissing { get; init; }
}
