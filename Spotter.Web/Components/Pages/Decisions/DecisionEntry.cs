using Spotter.Core.Matching;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Decisions;

/// <summary>A decision as its user took it: once, under however many ids sources know the track.</summary>
/// <param name="Ids">Its ids. The first is the newest, and identifies the entry.</param>
/// <param name="Kind">The kind of decision.</param>
/// <param name="Track">The track.</param>
/// <param name="Song">The song. Null for never.</param>
/// <param name="DecidedAt">When the user decided.</param>
/// <param name="Places">The playlists in which it counts.</param>
public sealed record DecisionEntry(IReadOnlyList<int> Ids, PinKind Kind, SourceTrack Track, Song? Song, DateTimeOffset DecidedAt, IReadOnlyList<DecisionPlace> Places);
