using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Review;

/// <summary>A doubtful match: one decision, however many rows it settles.</summary>
/// <param name="Key">The key of its decision. If it has several ids, that of the first.</param>
/// <param name="TrackIds">One of its rows for each id that sources use for it.</param>
/// <param name="Track">The source track.</param>
/// <param name="Reason">Why it is doubtful.</param>
/// <param name="Confidence">The confidence of the best candidate, 0 to 1.</param>
/// <param name="Playlists">Names of the playlists with such rows.</param>
/// <param name="CoverArtId">The cover of the best candidate, or null.</param>
public sealed record ReviewItem(
    string Key, IReadOnlyList<long> TrackIds, SourceTrack Track, MatchReason? Reason, double Confidence, IReadOnlyList<string> Playlists, string? CoverArtId);
