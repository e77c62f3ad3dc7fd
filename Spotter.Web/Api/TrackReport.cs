using Spotter.Core.Matching;
using Spotter.Core.Playlists;

namespace Spotter.Web.Api;

/// <summary>One row of a match report. Zone, tier and reason are null if the row was never matched.</summary>
public sealed record TrackReport(
    int Position,
    string Title,
    IReadOnlyList<string> Artists,
    string? Album,
    int? DurationMs,
    string? Isrc,
    MatchZone? Zone,
    MatchTier? Tier,
    double Confidence,
    string? SongId,
    MatchReason? Reason)
{
    /// <summary>The probability that the best candidate is the song, in this recording or another. Null if nothing was found.</summary>
    public double? SongConfidence { get; init; }

    public static TrackReport Of(PlaylistTrack track) => new(
        track.Position,
        track.SourceTrack.Title,
        track.SourceTrack.Artists,
        track.SourceTrack.Album,
        track.SourceTrack.DurationMs,
        track.SourceTrack.Isrc,
        track.Zone,
        track.Tier,
        Math.Round(track.Confidence, 3),
        track.SongId,
        track.Reason)
    {
        SongConfidence = track.Score?.SongConfidence is { } song ? Math.Round(song, 3) : null,
    };
}
