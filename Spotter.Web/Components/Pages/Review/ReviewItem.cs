using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Review;

/// <summary>A doubtful match: one decision, however many rows it settles.</summary>
/// <param name="Key">What its decision is kept under; where it has several ids, the first.</param>
/// <param name="TrackIds">A row of it for each id under which sources have it.</param>
/// <param name="Track">The source track.</param>
/// <param name="Reason">Why it is doubtful.</param>
/// <param name="Confidence">How sure the best candidate is, 0 to 1.</param>
/// <param name="Playlists">Names of the playlists with such rows.</param>
public sealed record ReviewItem(
    string Key, IReadOnlyList<long> TrackIds, SourceTrack Track, MatchReason? Reason, double Confidence, IReadOnlyList<string> Playlists);
