using System.Text.Json.Serialization;

namespace Spotter.Core.Matching;

/// <summary>How close a song is to a source track, by parts. Each part is 0 (nothing in common) to 1 (equal), or null if one side is
/// unknown.</summary>
/// <param name="Title">The title without decoration and version.</param>
/// <param name="Artist">The best agreement between any credited artists.</param>
/// <param name="Album">The album. Null if one side has none.</param>
/// <param name="Duration">The length: 1 within the tolerance, falling to 0. Null if one side is unknown.</param>
/// <param name="SameVersion">Whether live, remix, acoustic and the like agree.</param>
/// <param name="DurationDifferenceMs">Song minus source track, in milliseconds. Null if one side is unknown.</param>
/// <param name="Confidence">The whole, 0 to 1: the probability that it is the recording asked for. Compared with the thresholds of
/// <see cref="MatchOptions"/>.</param>
public sealed record MatchScore(
    double Title,
    double Artist,
    double? Album,
    double? Duration,
    bool SameVersion,
    int? DurationDifferenceMs,
    double Confidence)
{
    /// <summary>Whether the song was found by another name or code than the source's, one that a music catalogue knows for the
    /// track.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsByOtherName { get; init; }

    /// <summary>Whether the albums are as good as equal.</summary>
    [JsonIgnore]
    public bool IsSameAlbum => Album >= MatchScorer.SameAlbum;

    /// <summary>The probability that it is the song, in this recording or another; null where an older version of Spotter has stored the score.</summary>
    public double? SongConfidence { get; init; }
}
