using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync.Decisions;

/// <summary>A doubtful track with its best candidate.</summary>
/// <param name="Key">The track's key.</param>
/// <param name="Track">The track.</param>
/// <param name="Candidate">The best candidate.</param>
/// <param name="Reason">Why it is doubtful.</param>
public sealed record BestChoice(string Key, SourceTrack Track, MatchCandidate Candidate, MatchReason Reason);
