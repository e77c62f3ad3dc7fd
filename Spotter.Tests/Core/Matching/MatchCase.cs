using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching;

/// <summary>A row of the matcher's table: a track, the relevant songs, and the required result.</summary>
public sealed record MatchCase(string Reason, SourceTrack Track, Song[] Songs, MatchZone[] Zones, string? SongId)
{
    public static SourceTrack TrackOf(string title, string artists, string? album = null, int? seconds = 200, string? isrc = null, string? mbid = null)
        => new()
        {
            Title = title,
            Artists = artists.Length == 0 ? [] : artists.Split('|'),
            Album = album,
            DurationMs = seconds * 1000,
            Isrc = isrc,
            RecordingMbid = mbid,
        };

    public static Song SongOf(string title, string artists, string? album = null, int? seconds = 200, string? isrc = null, string? mbid = null, string id = "right")
        => new()
        {
            Id = id,
            Title = title,
            Artist = artists.Replace("|", " • ", StringComparison.Ordinal),
            Artists = artists.Split('|'),
            Album = album,
            AlbumArtist = artists.Split('|')[0],
            DurationMs = seconds * 1000,
            Isrcs = Isrc.ParseAll(isrc),
            RecordingMbid = mbid,
        };

    /// <summary>Must be matched automatically, to the song "right".</summary>
    public static MatchCase Must(string reason, SourceTrack track, params Song[] songs) => new(reason, track, songs, [MatchZone.Auto], "right");

    /// <summary>Must be shown for review, never written.</summary>
    public static MatchCase Ask(string reason, SourceTrack track, params Song[] songs) => new(reason, track, songs, [MatchZone.Review], null);

    /// <summary>Another song: must be neither written nor shown.</summary>
    public static MatchCase Not(string reason, SourceTrack track, params Song[] songs) => new(reason, track, songs, [MatchZone.None], null);

    public override string ToString() => Reason;
}
