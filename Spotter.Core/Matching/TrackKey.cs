using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>The key under which a user's decisions about a source track are kept, so that they hold in all of the user's playlists.</summary>
public static class TrackKey
{
    /// <summary>ISRC, else recording MBID, else provider and track id, else normalised title, artists, album and duration.</summary>
    /// <param name="provider">The kind of the provider that the track came from ("file").</param>
    /// <param name="track">The source track.</param>
    public static string Of(string provider, SourceTrack track)
        => track switch
        {
            { Isrc: { } isrc } => $"isrc:{isrc}",
            { RecordingMbid: { } mbid } => $"mbid:{mbid}",
            { ProviderTrackId: { } id } => $"{provider}:{id}",
            _ => $"text:{track.Title}|{string.Join('|', track.Artists)}|{track.Album}|{track.DurationMs}",
        };
}
