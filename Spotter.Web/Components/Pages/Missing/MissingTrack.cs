using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.Missing;

/// <summary>A track that at least one playlist wants but the library lacks.</summary>
/// <param name="TrackIds">One of its rows for each id that sources use for it.</param>
/// <param name="Source">The track as its source describes it.</param>
/// <param name="Playlists">Names of the playlists that want it.</param>
public sealed record MissingTrack(IReadOnlyList<long> TrackIds, SourceTrack Source, IReadOnlyList<string> Playlists);
