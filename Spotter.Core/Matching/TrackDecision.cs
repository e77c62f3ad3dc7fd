using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>A user's decision as the matcher needs it: what was decided, and what the song is.</summary>
/// <param name="Kind">What was decided.</param>
/// <param name="Song">The song as it was when the decision was taken; its id may have changed since. Null for <see cref="PinKind.Never"/>.</param>
public sealed record TrackDecision(PinKind Kind, Song? Song);
