using System.Globalization;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>The key that a user's decisions about a source track are stored under, so that they apply in all of the user's
/// playlists.</summary>
public static class TrackKey
{
    /// <summary>ISRC, otherwise recording MBID, otherwise provider and track id, otherwise normalised title, artists, album and
    /// length.</summary>
    /// <param name="provider">The kind of the provider that the track came from ("file").</param>
    /// <param name="track">The source track.</param>
    public static string Of(string provider, SourceTrack track)
        => track switch
        {
            { Isrc: { } isrc } => $"isrc:{isrc}",
            { RecordingMbid: { } mbid } => $"mbid:{mbid}",
            { ProviderTrackId: { } id } => $"{provider}:{id}",
            _ => TextKey(track),
        };

    /// <summary>What is wanted, whatever id a source gives it: normalised title, artists and album. Two rows that a person would take for one track have the same.</summary>
    /// <param name="track">The source track; its length and identifiers do not count.</param>
    public static string OfWanted(SourceTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        return TextKey(track with { DurationMs = null });
    }

    // The marks stay: they can be all that tells two titles apart. The length is kept in whole seconds, as most files give it.
    private static string TextKey(SourceTrack track)
    {
        var artists = string.Join('|', track.Artists.Select(TextNormalizer.MarkedKey));
        var seconds = track.DurationMs is { } ms ? (ms / 1000).ToString(CultureInfo.InvariantCulture) : "";
        return $"text:{TextNormalizer.MarkedKey(track.Title)}|{artists}|{TextNormalizer.MarkedKey(track.Album)}|{seconds}";
    }
}
