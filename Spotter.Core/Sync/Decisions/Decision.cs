using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync.Decisions;

/// <summary>A user's decision about a match, with where it counts.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The kind of decision.</param>
/// <param name="Key">The track's key.</param>
/// <param name="Track">The track. For a decision of an earlier version whose track no playlist holds any more, only what is known of it.</param>
/// <param name="Song">The song. Null for <see cref="PinKind.Never"/>.</param>
/// <param name="DecidedAt">When the user decided.</param>
/// <param name="Places">Where it counts, by name. Empty if no playlist holds the track at the moment.</param>
public sealed record Decision(int Id, PinKind Kind, string Key, SourceTrack Track, Song? Song, DateTimeOffset DecidedAt, IReadOnlyList<DecisionPlace> Places);
