using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Review;

/// <summary>A doubtful match: one decision, however many rows it settles.</summary>
/// <param name="Key">What the decision is kept under.</param>
/// <param name="TrackId">One of its rows.</param>
/// <param name="Track">The source track.</param>
/// <param name="Reason">Why it is doubtful.</param>
/// <param name="Confidence">How sure the best candidate is, 0 to 1.</param>
/// <param name="Playlists">Names of the playlists with such rows.</param>
public sealed record ReviewItem(
    string Key, long TrackId, SourceTrack Track, MatchReason? Reason, double Confidence, IReadOnlyList<string> Playlists);
