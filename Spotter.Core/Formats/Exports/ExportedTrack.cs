using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>A track to export, with its position in the playlist.</summary>
/// <param name="Position">The 1-based position.</param>
/// <param name="Track">The track from its source. Its location is the path to write.</param>
public sealed record ExportedTrack(int Position, SourceTrack Track)
{
    // Titles are never empty in Spotter, but one of control characters alone is empty after cleaning.
    private const string NoTitle = "Untitled";

    /// <summary>
    /// The track as all formats write and read it: names on one line, without control characters and without spaces at either end. Spotter
    /// cleans everything that it reads from a file in the same way, so an export that is imported again loses nothing else.
    /// </summary>
    public static SourceTrack AsWritten(SourceTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return track with
        {
            Title = Name(track.Title) ?? NoTitle,
            Artists = [.. track.Artists.Select(Name).OfType<string>()],
            Album = Name(track.Album),
            ProviderTrackId = Name(track.ProviderTrackId),
            Location = MediaPath.LocationOf(Name(track.Location)),
        };
    }

    // A lone surrogate cannot be written in any encoding.
    private static string? Name(string? text) => FieldText.CleanOrNull(WellFormed(text));

    private static string? WellFormed(string? text)
        => text is null || !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? text : string.Concat(text.EnumerateRunes());
}
