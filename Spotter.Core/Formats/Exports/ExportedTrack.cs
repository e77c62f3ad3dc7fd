using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>A track on its way out, with its place in the playlist.</summary>
/// <param name="Position">1-based, as people count.</param>
/// <param name="Track">The track as its source gives it; its location is what the file is to name.</param>
public sealed record ExportedTrack(int Position, SourceTrack Track)
{
    // Titles are never empty in Spotter; one of control characters alone would be.
    private const string NoTitle = "Untitled";

    /// <summary>
    /// The track as every format writes and reads it: names on one line, without control characters and without blanks at their ends. That is how
    /// Spotter keeps whatever it reads from a file, so that nothing else is lost on the way out and in.
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

    // Half a character cannot be written in any encoding.
    private static string? Name(string? text) => FieldText.CleanOrNull(WellFormed(text));

    private static string? WellFormed(string? text)
        => text is null || !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? text : string.Concat(text.EnumerateRunes());
}
