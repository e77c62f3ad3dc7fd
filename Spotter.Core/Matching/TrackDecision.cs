using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>A user's decision as the matcher needs it: what was decided, and the song's metadata.</summary>
/// <param name="Kind">The kind of decision.</param>
/// <param name="Song">The song at the time of the decision. Its id may have changed since. Null for <see cref="PinKind.Never"/>.</param>
public sealed record TrackDecision(PinKind Kind, Song? Song);
