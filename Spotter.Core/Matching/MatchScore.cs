using System.Text.Json.Serialization;

namespace Spotter.Core.Matching;

/// <summary>How close a song is to a source track, part by part. Each part is 0 (nothing alike) to 1 (equal), or null where one side is unknown.</summary>
/// <param name="Title">Title without decoration and version.</param>
/// <param name="Artist">Best agreement between any credited artists.</param>
/// <param name="Album">Album, or null where one side does not say.</param>
/// <param name="Duration">Length, 1 within the tolerance, falling to 0; null where one side is unknown.</param>
/// <param name="SameVersion">Whether live, remix, acoustic and the like agree.</param>
/// <param name="DurationDifferenceMs">Song minus source track, in milliseconds; null where one side is unknown.</param>
/// <param name="Confidence">The whole, 0 to 1: the probability that it is the recording asked for. It is compared with the thresholds of <see cref="MatchOptions"/>.</param>
public sealed record MatchScore(
    double Title,
    double Artist,
    double? Album,
    double? Duration,
    bool SameVersion,
    int? DurationDifferenceMs,
    double Confidence)
{
    /// <summary>Whether the song was looked for under another name or code of the track than its source gives, as a catalogue of music knows it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsByOtherName { get; init; }

    /// <summary>Whether the albums are as good as equal.</summary>
    [JsonIgnore]
    public bool IsSameAlbum => Album >= MatchScorer.SameAlbum;

    /// <summary>The probability that it is the song, in this recording or another; null where an older version of Spotter has stored the score.</summary>
    public double? SongConfidence { get; init; }
}
